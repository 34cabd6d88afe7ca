import { type PlainDate, parsePlainDate } from '../../../platform/rules/plain-date.ts'
import { ProblemError } from '../../../platform/rules/problem.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { deadlinesOf, lockCommitment, nextOf, storeChange } from './lock-commitment.ts'
import { filled, pastDate } from './record-delivery.ts'

/** An internal milestone as it is set. */
export interface DeadlineInput {
  readonly version: number
  readonly due: string
  readonly label: string
}

const dueDate = (text: string): PlainDate => {
  const due = parsePlainDate(text)
  if (due === null) throw new ProblemError('invalid-input', { field: 'due', rule: 'format' })
  return due
}

/** Stores the next deadline as the deadlines now stand. */
const afterChange = async (tx: Tx, commitment: string, action: string, deadline: string) => {
  const written = await storeChange(tx, commitment, {
    next_deadline: nextOf('open', await deadlinesOf(tx, commitment)),
  })
  tx.audit({ action, kind: 'commitment', id: commitment, detail: { deadline } })
  return written
}

/** The commitment of an own deadline; a letter's deadline is changed by a letter only. */
const commitmentOfOwn = async (tx: Tx, id: string): Promise<string> => {
  const [row] = await tx.sql<{ commitment: string; own: boolean }[]>`
    select commitment, own from governance.deadline where id = ${id}`
  if (!row) throw new ProblemError('not-found', { kind: 'deadline' })
  if (!row.own) throw new ProblemError('not-allowed-in-state', { state: 'from-letter', action: 'schedule' })
  return row.commitment
}

/** Adds an internal milestone. */
export const addDeadline = async (tx: Tx, commitment: string, input: DeadlineInput) => {
  const due = dueDate(input.due)
  const label = filled(input.label, 'label')
  await lockCommitment(tx, commitment, input.version, 'schedule')
  const id = crypto.randomUUID()
  await tx.sql`insert into governance.deadline (id, commitment, due, label, own)
    values (${id}, ${commitment}, ${due}, ${label}, true)`
  return afterChange(tx, commitment, 'deadline.add', id)
}

/** Changes an internal milestone, or records the day on which it was met. */
export const changeDeadline = async (tx: Tx, id: string, input: DeadlineInput & { readonly metOn: string | null }) => {
  const due = dueDate(input.due)
  const label = filled(input.label, 'label')
  const metOn = input.metOn === null ? null : pastDate(tx, input.metOn, 'metOn')
  const commitment = await commitmentOfOwn(tx, id)
  await lockCommitment(tx, commitment, input.version, 'schedule')
  await tx.sql`update governance.deadline set due = ${due}, label = ${label}, met_on = ${metOn} where id = ${id}`
  return afterChange(tx, commitment, 'deadline.change', id)
}

/** Removes an internal milestone; its history stays. One that a delivery has met is part of that delivery's record. */
export const removeDeadline = async (tx: Tx, id: string, version: number) => {
  const commitment = await commitmentOfOwn(tx, id)
  await lockCommitment(tx, commitment, version, 'schedule')
  const [used] = await tx.sql`select 1 from governance.delivery where deadline = ${id} limit 1`
  if (used) throw new ProblemError('not-allowed-in-state', { state: 'met', action: 'schedule' })
  await tx.sql`delete from governance.deadline where id = ${id}`
  return afterChange(tx, commitment, 'deadline.remove', id)
}
