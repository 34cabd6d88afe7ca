import { osloDate, type PlainDate } from '../../../platform/rules/plain-date.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import {
  type ReminderStage,
  reachedStage,
  recipientsOf,
  reminderStages,
  type StaffMember,
} from '../../rules/rhythm/reminder.ts'

interface DueRow {
  readonly record: string
  readonly commitment: string
  readonly name: string
  readonly due: PlainDate
  readonly person: string | null
  readonly unit: string | null
}

/** One due date that one recipient is notified of. */
interface Reminder extends DueRow {
  readonly stage: ReminderStage
  readonly recipient: string
}

/** The furthest that any stage looks ahead, with room for the working days before it. */
const horizonDays = 45

const readDue = (tx: Tx, today: PlainDate) =>
  tx.sql<DueRow[]>`
    select d.record, d.commitment, concat_ws(' ', d.code, d.title) as name, d.due, d.owner_person as person,
      d.owner_unit as unit
    from governance.due_date d
    where d.state = 'open' and d.met_on is null and d.due <= ${today}::date + ${horizonDays}::int order by d.due, d.id`

const readStaff = (tx: Tx, today: PlainDate) =>
  tx.sql<StaffMember[]>`
    select account as person, organisation as unit, role, parent is null as top
    from access.role_in_force(${today}) where kind = 'directorate-unit' order by account, organisation, role`

/** What is new: a stage is recorded once for each person, and what was recorded already is not sent again. */
const record = async (tx: Tx, reminders: readonly Reminder[]): Promise<Reminder[]> => {
  if (reminders.length === 0) return []
  const rows = reminders.map(({ commitment, due, stage, recipient }) => ({
    commitment,
    due,
    stage: stage.stage,
    recipient,
    sent_at: tx.now,
  }))
  const key = (row: { commitment: string; due: string; stage: string; recipient: string }) =>
    `${row.commitment} ${row.due} ${row.stage} ${row.recipient}`
  const fresh = await tx.sql<{ commitment: string; due: string; stage: string; recipient: string }[]>`
    insert into governance.reminder ${tx.sql.values(rows)} on conflict do nothing
    returning commitment, due, stage, recipient`
  const keys = new Set(fresh.map(key))
  return reminders.filter((each) => keys.has(key({ ...each, stage: each.stage.stage })))
}

/** Dates as the letters write them. */
const shown = (date: PlainDate): string => date.split('-').reverse().join('.')

/** How many names a digest gives; the rest are counted, and stand on the page that it opens. */
const namesInDigest = 5

/** One notice to one person: about the one thing, or a digest of them. */
const notify = (tx: Tx, recipient: string, reminders: readonly Reminder[]): void => {
  const [first] = reminders
  if (first === undefined) return
  if (reminders.length === 1) {
    const code =
      first.stage.days > 0
        ? `deadline-${first.stage.audience}`
        : first.stage.stage === 'due'
          ? 'deadline-today'
          : 'deadline-near'
    const params = { what: first.name, due: shown(first.due) }
    tx.notify({ to: recipient, code, params, link: `/register/${first.record}` })
    return
  }
  const names = reminders.slice(0, namesInDigest).map((each) => `– ${shown(each.due)} ${each.name}`)
  if (reminders.length > namesInDigest) names.push('– …')
  const over = reminders.filter((each) => each.stage.days > 0).length
  tx.notify({
    to: recipient,
    code: over === 0 ? 'deadlines-near' : 'deadlines-over',
    params: { count: reminders.length, over, near: reminders.length - over, list: names.join('\n') },
    // A leader or controller is notified of what others own, or nobody.
    link: `/calendar?view=months&scope=${reminders.every((each) => each.person === recipient) ? 'mine' : 'all'}`,
  })
}

/** How many people were notified of how much. */
export interface RemindersSent {
  readonly people: number
  readonly reminders: number
}

/**
 * Sends what has become due to be sent by today (Oslo). Idempotent: run again, or twice at once, it sends nothing twice.
 * Each person gets one notice a run, however many dates it is about. Runs as the system.
 */
export const sendReminders = async (tx: Tx): Promise<RemindersSent> => {
  const today = osloDate(tx.now)
  const [due, staff] = await Promise.all([readDue(tx, today), readStaff(tx, today)])
  const reminders = due.flatMap((row): Reminder[] => {
    const stage = reachedStage(row.due, today, reminderStages)
    if (stage === null) return []
    return recipientsOf(stage.audience, row, staff).map((recipient) => ({ ...row, stage, recipient }))
  })
  const fresh = await record(tx, reminders)
  const perPerson = new Map<string, Reminder[]>()
  for (const each of fresh) perPerson.set(each.recipient, [...(perPerson.get(each.recipient) ?? []), each])
  for (const [recipient, own] of perPerson) notify(tx, recipient, own)
  if (fresh.length > 0) {
    const detail = { people: perPerson.size, reminders: fresh.length }
    tx.audit({ action: 'reminders.send', kind: 'reminder', id: today, detail })
  }
  return { people: perPerson.size, reminders: fresh.length }
}
