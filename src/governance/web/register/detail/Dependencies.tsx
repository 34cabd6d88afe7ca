import { Button } from '@navikt/ds-react'
import { Link, useLocation } from 'react-router'
import type { PlainDate } from '../../../../platform/rules/plain-date.ts'
import { send } from '../../../../platform/web/api/ask.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { DeadlineText } from '../../../../platform/web/parts/DeadlineText.tsx'
import { TrafficLight } from '../../../../platform/web/parts/TrafficLight.tsx'
import { useRecordWrite } from '../../../../platform/web/register/useRecordWrite.ts'
import { WriteNotice } from '../../../../platform/web/register/WriteNotice.tsx'
import type { Detail } from '../../../rules/follow-up/detail-shape.ts'
import { nameOf } from '../../name-of.ts'
import { commitmentRecord } from '../commitment-record.ts'
import { texts } from '../texts.ts'

const Removal = ({ detail, other }: { detail: Detail; other: Detail['waitsFor'][number] }) => {
  const t = useTexts(texts)
  const write = useRecordWrite({
    record: commitmentRecord(detail),
    write: (id: string, version) =>
      send('DELETE', `/api/commitments/${detail.id}/dependencies/${id}?version=${version}`),
    done: () => {},
  })
  return (
    <span className="ff-no-print">
      <Button
        size="xsmall"
        variant="tertiary"
        aria-label={t('links.remove', { what: nameOf(other) })}
        disabled={write.pending}
        onClick={() => write.run(other.id)}
      >
        {t('deadlines.remove')}
      </Button>
      <WriteNotice write={write} />
    </span>
  )
}

/** What this waits for, and what waits for this. */
export const Dependencies = ({ detail, mayWrite }: { detail: Detail; mayWrite: boolean }) => {
  const t = useTexts(texts)
  const { search } = useLocation()
  const groups = [
    ['waitsFor', detail.waitsFor],
    ['awaitedBy', detail.awaitedBy],
  ] as const
  if (groups.every(([, rows]) => rows.length === 0)) return <p className="ff-subtle">{t('links.none')}</p>
  return groups.map(([key, rows]) =>
    rows.length === 0 ? null : (
      <div key={key}>
        <h4>{t(`links.${key}`)}</h4>
        <ul className="ff-plain-list ff-reg-linklist">
          {rows.map((other) => (
            <li key={other.id}>
              <Link to={`/register/${other.id}${search}`}>{nameOf(other)}</Link>
              <DeadlineText date={other.due as PlainDate | null} done={other.state !== 'open'} />
              <TrafficLight light={other.light ?? 'none'} />
              {other.note === '' ? null : <span className="ff-subtle ff-reg-linklist__note">{other.note}</span>}
              {key === 'waitsFor' && mayWrite ? <Removal key={detail.version} detail={detail} other={other} /> : null}
            </li>
          ))}
        </ul>
      </div>
    ),
  )
}
