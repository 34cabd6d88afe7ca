import { formatInstant } from '../../../../platform/web/format.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { TrafficLight } from '../../../../platform/web/parts/TrafficLight.tsx'
import type { Detail } from '../../../rules/follow-up/detail-shape.ts'
import { texts } from '../texts.ts'

/** The status notes, newest first: nothing is overwritten. */
export const StatusNotes = ({ detail }: { detail: Detail }) => {
  const t = useTexts(texts)
  if (detail.notes.length === 0) return <p className="ff-subtle">{t('status.none')}</p>
  return (
    <ol className="ff-plain-list ff-reg-entries">
      {detail.notes.map((note) => (
        <li key={note.id}>
          <p className="ff-reg-entry-head">
            <TrafficLight light={note.light} />
            <strong>{note.by}</strong>
            <time className="ff-subtle" dateTime={note.at}>
              {formatInstant(note.at)}
            </time>
          </p>
          {note.note === '' ? null : <p className="ff-reg-text-block">{note.note}</p>}
          {note.deviation === '' ? null : (
            <p className="ff-reg-text-block">
              <strong>{t('status.deviation')}:</strong> {note.deviation}
            </p>
          )}
          {note.measures === '' ? null : (
            <p className="ff-reg-text-block">
              <strong>{t('status.measures')}:</strong> {note.measures}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
