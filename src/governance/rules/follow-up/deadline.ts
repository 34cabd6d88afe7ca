import { addDays, daysBetween, type PlainDate } from '../../../platform/rules/plain-date.ts'
import type { CommitmentState } from './state.ts'

/** A date by which something is due. An own one is an internal milestone of follow-up; the others are the letter's. */
export interface Deadline {
  readonly id: string
  readonly due: PlainDate
  readonly metOn: PlainDate | null
  readonly own: boolean
}

/** The earliest date by which something is still due, or null. Internal milestones count: they await someone too. */
export const nextDeadline = (deadlines: readonly Deadline[]): PlainDate | null =>
  deadlines
    .filter((deadline) => deadline.metOn === null)
    .reduce<PlainDate | null>((first, { due }) => (first === null || due < first ? due : first), null)

/** What a delivery meets: one deadline, everything that is owed, or nothing yet (a part, a monthly report). */
export type Meets = { readonly deadline: string } | 'all' | 'none'

/** The deadlines after a delivery on a date; those met earlier keep their date. */
export const afterDelivery = (deadlines: readonly Deadline[], meets: Meets, on: PlainDate): Deadline[] =>
  deadlines.map((deadline) => {
    const met = meets === 'all' || (meets !== 'none' && meets.deadline === deadline.id)
    return met && deadline.metOn === null ? { ...deadline, metOn: on } : deadline
  })

/**
 * The state after a delivery: done when it meets everything, or when the last of the letter's deadlines is met. An
 * internal milestone alone never ends what the ministry has not dated, and one that is left does not hold it open.
 */
export const stateAfterDelivery = (deadlines: readonly Deadline[], meets: Meets): CommitmentState => {
  if (meets === 'all') return 'done'
  const owed = deadlines.filter((deadline) => !deadline.own)
  return meets !== 'none' && owed.length > 0 && owed.every((deadline) => deadline.metOn !== null) ? 'done' : 'open'
}

/** How far a deadline is from a day, in whole days. */
export type Distance =
  | { readonly kind: 'left'; readonly days: number }
  | { readonly kind: 'today' }
  | { readonly kind: 'over'; readonly days: number }

/** «12 dager igjen», «frist i dag», «3 dager over fristen», as numbers. */
export const distance = (due: PlainDate, today: PlainDate): Distance => {
  const days = daysBetween(today, due)
  if (days === 0) return { kind: 'today' }
  return days > 0 ? { kind: 'left', days } : { kind: 'over', days: -days }
}

/** The windows by which a list is narrowed; `none` is what has no date left. */
export const deadlineWindows = ['over', 'week', 'month', 'quarter', 'later', 'none'] as const

/** One of {@link deadlineWindows}. */
export type DeadlineWindow = (typeof deadlineWindows)[number]

/** Days ahead, today included, that `week`, `month` and `quarter` reach. */
const reach = { week: 7, month: 30, quarter: 90 } as const

/** First and last date of a window, both included; null is open. `none` has no dates. */
export const windowDates = (
  window: Exclude<DeadlineWindow, 'none'>,
  today: PlainDate,
): { readonly from: PlainDate | null; readonly to: PlainDate | null } => {
  if (window === 'over') return { from: null, to: addDays(today, -1) }
  if (window === 'later') return { from: addDays(today, reach.quarter + 1), to: null }
  return { from: today, to: addDays(today, reach[window]) }
}
