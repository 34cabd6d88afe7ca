import { Button, TextField } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import type { PlainDate } from '../../../../platform/rules/plain-date.ts'
import { send } from '../../../../platform/web/api/ask.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { DeadlineText } from '../../../../platform/web/parts/DeadlineText.tsx'
import { TrafficLight } from '../../../../platform/web/parts/TrafficLight.tsx'
import { useDelayed } from '../../../../platform/web/parts/useDelayed.ts'
import type { Detail } from '../../../rules/follow-up/detail-shape.ts'
import { nameOf } from '../../name-of.ts'
import { shortListQuery } from '../queries.ts'
import { texts } from '../texts.ts'
import { useFollowUpWrite, WriteNotice } from '../useFollowUpWrite.tsx'
import type { FormProps } from './InPlaceForm.tsx'

const Removal = ({ detail, other }: { detail: Detail; other: Detail['waitsFor'][number] }) => {
  const t = useTexts(texts)
  const write = useFollowUpWrite(
    detail,
    (id: string, version) => send('DELETE', `/api/commitments/${detail.id}/dependencies/${id}?version=${version}`),
    () => {},
  )
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

/** Finds what this waits for, by number or title, and links it. */
export const DependencyForm = ({ detail, close }: FormProps<Detail>) => {
  const t = useTexts(texts)
  const [text, setText] = useState('')
  const [note, setNote] = useState('')
  const asked = useDelayed(text.trim(), 200)
  const query = useQuery({ ...shortListQuery({ text: asked, sort: 'letter' }, 8), enabled: asked.length > 1 })
  const write = useFollowUpWrite(
    detail,
    (id: string, version) => send('PUT', `/api/commitments/${detail.id}/dependencies/${id}`, { version, note }),
    close,
  )
  const taken = new Set([detail.id, ...detail.waitsFor.map((other) => other.id)])
  const found = asked.length > 1 ? (query.data?.rows.filter((row) => !taken.has(row.id)) ?? []) : []
  return (
    <section className="ff-panel ff-reg-form ff-no-print" aria-label={t('links.add')}>
      <TextField
        size="small"
        label={t('links.search')}
        description={t('links.searchHelp')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <TextField
        size="small"
        label={t('links.note')}
        description={t('links.noteHelp')}
        value={note}
        maxLength={2000}
        onChange={(event) => setNote(event.target.value)}
      />
      <ul className="ff-plain-list ff-reg-linklist">
        {found.map((row) => (
          <li key={row.id}>
            <span>
              {nameOf(row)} <span className="ff-subtle">{row.year}</span>
            </span>
            <Button
              size="xsmall"
              variant="secondary"
              aria-label={`${t('links.choose')} ${nameOf(row)}`}
              disabled={write.pending}
              onClick={() => write.run(row.id)}
            >
              {t('links.choose')}
            </Button>
          </li>
        ))}
      </ul>
      <WriteNotice write={write} />
      <div>
        <Button type="button" size="small" variant="tertiary" onClick={close}>
          {t('form.cancel')}
        </Button>
      </div>
    </section>
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
