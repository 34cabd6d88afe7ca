import { daysBetween, osloDate, type PlainDate } from '../../rules/plain-date.ts'
import { formatDate, formatDaysLeft } from '../format.ts'
import { useLocale } from '../i18n/texts.ts'

/** Today in Oslo. The screen may read the clock; the rules may not. */
export const today = (): PlainDate => osloDate(new Date())

/**
 * A deadline with how far it is: `01.06.2026 · 12 dager igjen`. Overdue and soon (a week) are marked by weight and
 * a sign as well as by colour. When it is done, only the date is shown.
 */
export const DeadlineText = (props: { date: PlainDate | null; done?: boolean; from?: PlainDate }) => {
  const locale = useLocale()
  if (props.date === null) return <span className="ff-subtle">–</span>
  const from = props.from ?? today()
  const days = daysBetween(from, props.date)
  const urgency = props.done ? 'done' : days < 0 ? 'over' : days <= 7 ? 'soon' : 'later'
  return (
    <span className={`ff-deadline ff-deadline--${urgency}`}>
      <time dateTime={props.date}>{formatDate(props.date)}</time>
      {props.done ? null : (
        <span className="ff-deadline__days">
          {urgency === 'over' ? '! ' : ''}
          {formatDaysLeft(props.date, from, locale)}
        </span>
      )}
    </span>
  )
}
