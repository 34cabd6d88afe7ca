import { addDays, daysBetween, type PlainDate } from '../../../platform/rules/plain-date.ts'
import { workingDayOnOrAfter, workingDayOnOrBefore } from '../../../reference/rules/working-day.ts'

/** Who a reminder goes to. */
export type ReminderAudience = 'owner' | 'unit-leader' | 'directorate-leaders'

/** A stage of reminding: when, counted in days from the deadline, and whom. */
export interface ReminderStage {
  readonly stage: string
  /** Days from the deadline: negative before, positive after. */
  readonly days: number
  readonly audience: ReminderAudience
}

/**
 * The stages, from the earliest. The reasons:
 * - 30 days: a report must be planned, others must be asked for their part,
 * - 14 days: the last time at which an extension can be asked of the ministry with decency,
 * - 7 days: the text goes to the unit's leader for approval,
 * - 1 day: nothing should be forgotten because of a busy day,
 * - 1 day over: it may have been delivered without being recorded, so the owner is asked first,
 * - 7 days over: the unit's leader must know, and decide,
 * - 14 days over: the ministry is to be told of material deviations at once (the standing instruction), which the
 *   directorate's leaders do.
 */
export const reminderStages: readonly ReminderStage[] = [
  { stage: 'before-30', days: -30, audience: 'owner' },
  { stage: 'before-14', days: -14, audience: 'owner' },
  { stage: 'before-7', days: -7, audience: 'owner' },
  { stage: 'before-1', days: -1, audience: 'owner' },
  { stage: 'due', days: 0, audience: 'owner' },
  { stage: 'over-1', days: 1, audience: 'owner' },
  { stage: 'over-7', days: 7, audience: 'unit-leader' },
  { stage: 'over-14', days: 14, audience: 'directorate-leaders' },
]

/**
 * The day on which a stage is sent: a working day. Up to the deadline it moves to the one before, because a reminder
 * after the weekend would come too late; after the deadline to the one after.
 */
export const sendDate = (stage: ReminderStage, due: PlainDate): PlainDate => {
  const date = addDays(due, stage.days)
  return stage.days <= 0 ? workingDayOnOrBefore(date) : workingDayOnOrAfter(date)
}

/** How long a stage waits for a run that did not happen (a stopped server) before it is let go, in days. */
const graceDays = 7

/**
 * The stage that a deadline has reached by today; null when the first is still ahead. Of stages that were passed while
 * nobody looked only the latest counts, so that a server that has been down does not send three reminders at once, and a
 * stage before the deadline that is more than a week old is not sent at all when a later one is near.
 */
export const reachedStage = (
  due: PlainDate,
  today: PlainDate,
  stages: readonly ReminderStage[] = reminderStages,
): ReminderStage | null => {
  const reached = stages.filter((stage) => sendDate(stage, due) <= today).at(-1)
  if (reached === undefined) return null
  const old = daysBetween(sendDate(reached, due), today)
  return reached.days < 0 && old > graceDays ? null : reached
}

/** Someone in the directorate, by a role that is in force today. */
export interface StaffMember {
  readonly person: string
  readonly unit: string
  readonly role: string
  /** True when the unit is the directorate itself, with no unit above it. */
  readonly top: boolean
}

/** Who owns what the deadline is about. */
export interface Ownership {
  readonly person: string | null
  readonly unit: string | null
}

const unique = (people: readonly StaffMember[]): string[] => [...new Set(people.map((member) => member.person))]

const firstNonEmpty = (...groups: readonly (readonly string[])[]): string[] => [
  ...(groups.find((group) => group.length > 0) ?? []),
]

/**
 * Who gets a reminder. The owner is the person; without one, or when she has left, the unit's leaders, else the unit's
 * controllers. What nobody owns goes to all controllers, who are to give it an owner. Where a unit has no leader, or its
 * leader is the owner who has been notified already, the directorate's leaders step in.
 */
export const recipientsOf = (audience: ReminderAudience, owner: Ownership, staff: readonly StaffMember[]): string[] => {
  const inRole = (role: string) => staff.filter((member) => member.role === role)
  const controllers = unique(inRole('controller'))
  const leaders = inRole('leader')
  const directorate = firstNonEmpty(unique(leaders.filter((leader) => leader.top)), unique(leaders), controllers)
  if (audience === 'directorate-leaders') return directorate
  const present = owner.person !== null && staff.some((member) => member.person === owner.person)
  if (!present && owner.unit === null) return controllers
  const units = owner.unit !== null ? [owner.unit] : staff.filter((m) => m.person === owner.person).map((m) => m.unit)
  const ofUnits = (people: readonly StaffMember[]) => unique(people.filter((member) => units.includes(member.unit)))
  if (audience === 'unit-leader') {
    return firstNonEmpty(
      ofUnits(leaders).filter((person) => person !== owner.person),
      directorate,
    )
  }
  if (present && owner.person !== null) return [owner.person]
  return firstNonEmpty(ofUnits(leaders), ofUnits(inRole('controller')), controllers)
}
