import { Link } from 'react-router'
import type { PlainDate } from '../../../platform/rules/plain-date.ts'
import { formatDate } from '../../../platform/web/format.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { DeadlineText } from '../../../platform/web/parts/DeadlineText.tsx'
import type { DueDate } from '../../rules/rhythm/shapes.ts'
import { nameOf } from '../name-of.ts'
import { MarkShape } from './MarkShape.tsx'
import { texts } from './texts.ts'
import { toneOf } from './tone.ts'
import './rhythm.css'

/** Dates in order: what, when, whose, how it stands. */
export const DueList = ({ dates, today }: { dates: readonly DueDate[]; today: string }) => {
  const t = useTexts(texts)
  return (
    <ul className="ff-plain-list">
      {dates.map((date) => {
        const tone = toneOf(date, today)
        const owner = [date.person, date.unit].filter(Boolean).join(', ')
        const about = [
          t(`kinds.${date.kind}`),
          date.whole === null ? null : t('calendar.partOf', { whole: date.whole }),
          date.label === date.title ? null : date.label,
          date.countDate === null ? null : t('calendar.countDate', { date: formatDate(date.countDate as PlainDate) }),
          owner === '' ? t('nobody') : owner,
          date.metOn === null ? null : t('calendar.delivered', { date: formatDate(date.metOn as PlainDate) }),
        ]
        return (
          <li key={date.id} className="ff-due">
            <svg viewBox="-8 -8 16 16" role="img" aria-label={t(`tones.${tone}`)}>
              <MarkShape tone={tone} x={0} y={0} />
            </svg>
            <Link to={`/register/${date.record}`}>{nameOf(date)}</Link>
            <DeadlineText date={date.due as PlainDate} done={date.metOn !== null} from={today as PlainDate} />
            <span className="ff-due__about">{about.filter(Boolean).join(' · ')}</span>
          </li>
        )
      })}
    </ul>
  )
}
