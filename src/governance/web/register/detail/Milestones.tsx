import { Button } from '@navikt/ds-react'
import { Link, useLocation } from 'react-router'
import type { PlainDate } from '../../../../platform/rules/plain-date.ts'
import { send } from '../../../../platform/web/api/ask.ts'
import { formatDate } from '../../../../platform/web/format.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { DeadlineText, today } from '../../../../platform/web/parts/DeadlineText.tsx'
import { TrafficLight } from '../../../../platform/web/parts/TrafficLight.tsx'
import { useRecordWrite } from '../../../../platform/web/register/useRecordWrite.ts'
import { WriteNotice } from '../../../../platform/web/register/WriteNotice.tsx'
import type { Detail } from '../../../rules/follow-up/detail-shape.ts'
import { nameOf } from '../../name-of.ts'
import { commitmentRecord } from '../commitment-record.ts'
import { texts } from '../texts.ts'

type Deadline = Detail['deadlines'][number]

/** What can be done with an internal milestone. */
const OwnActions = ({ detail, deadline, edit }: { detail: Detail; deadline: Deadline; edit: () => void }) => {
  const t = useTexts(texts)
  const write = useRecordWrite({
    record: commitmentRecord(detail),
    write: (action: 'met' | 'remove', version) =>
      action === 'remove'
        ? send('DELETE', `/api/deadlines/${deadline.id}?version=${version}`)
        : send('PUT', `/api/deadlines/${deadline.id}`, {
            version,
            due: deadline.due,
            label: deadline.label ?? '',
            metOn: deadline.metOn === null ? today() : null,
          }),
    done: () => {},
  })
  const about = t('deadlines.about', { label: deadline.label ?? '' })
  const button = (words: string, run: () => void) => (
    <Button size="xsmall" variant="tertiary" aria-label={`${words}: ${about}`} disabled={write.pending} onClick={run}>
      {words}
    </Button>
  )
  return (
    <span className="ff-no-print">
      {button(t(deadline.metOn === null ? 'deadlines.done' : 'deadlines.undone'), () => write.run('met'))}
      {button(t('deadlines.edit'), edit)}
      {button(t('deadlines.remove'), () => write.run('remove'))}
      <WriteNotice write={write} />
    </span>
  )
}

const markOf = (deadline: Deadline): 'met' | 'over' | 'ahead' =>
  deadline.metOn !== null ? 'met' : deadline.due < today() ? 'over' : 'ahead'

/** The deadlines as a line in time, the letter's and our own, each with what became of it; and the parts below. */
export const Milestones = (props: { detail: Detail; mayWrite: boolean; edit: (deadline: Deadline) => void }) => {
  const t = useTexts(texts)
  const { search } = useLocation()
  const { detail, mayWrite } = props
  return (
    <>
      {detail.deadlineText === null ? null : (
        <p className="ff-subtle">{t('deadlines.letterText', { text: detail.deadlineText })}</p>
      )}
      {detail.deadlines.length === 0 && detail.parts.length === 0 ? (
        <p className="ff-subtle">{t('deadlines.none')}</p>
      ) : null}
      {detail.deadlines.length === 0 ? null : (
        <ol className="ff-plain-list ff-reg-timeline">
          {detail.deadlines.map((deadline) => (
            <li key={deadline.id} className={`ff-reg-timeline__${markOf(deadline)}`}>
              <DeadlineText
                date={deadline.due as PlainDate}
                done={deadline.metOn !== null || detail.state !== 'open'}
              />{' '}
              {deadline.label === detail.title ? null : deadline.label}
              {deadline.own ? <span className="ff-subtle"> ({t('deadlines.own')})</span> : null}
              {deadline.metOn === null ? null : (
                <span className="ff-subtle">
                  {' '}
                  – {t('deadlines.met', { date: formatDate(deadline.metOn as PlainDate) })}
                </span>
              )}{' '}
              {deadline.own && mayWrite ? (
                <OwnActions
                  key={detail.version}
                  detail={detail}
                  deadline={deadline}
                  edit={() => props.edit(deadline)}
                />
              ) : null}
            </li>
          ))}
        </ol>
      )}
      {detail.parts.length === 0 ? null : (
        <>
          <h4>{t('deadlines.parts')}</h4>
          <ul className="ff-plain-list ff-reg-linklist">
            {detail.parts.map((part) => (
              <li key={part.id}>
                <Link to={`/register/${part.id}${search}`}>{nameOf(part)}</Link>
                <DeadlineText date={part.due as PlainDate | null} done={part.state !== 'open'} />
                <TrafficLight light={part.light ?? 'none'} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
