import { osloDate, type PlainDate, parsePlainDate } from '../../../platform/rules/plain-date.ts'
import { ProblemError } from '../../../platform/rules/problem.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { afterDelivery, type Meets, stateAfterDelivery } from '../../rules/follow-up/deadline.ts'
import { deadlinesOf, lockCommitment, nextOf, storeChange } from './lock-commitment.ts'

/** A delivery as it is recorded: «Oversendt departementet 30.06.2017». */
export interface DeliveryInput {
  readonly version: number
  readonly deliveredOn: string
  readonly recipient: string
  readonly note: string
  readonly meets: 'deadline' | 'all' | 'none'
  /** The deadline that it meets, when `meets` is `deadline`. */
  readonly deadline: string | null
}

/** The date of something that has happened; throws `invalid-input` for no date and for a day to come. */
export const pastDate = (tx: Tx, text: string, field: string): PlainDate => {
  const date = parsePlainDate(text)
  if (date === null) throw new ProblemError('invalid-input', { field, rule: 'format' })
  if (date > osloDate(tx.now)) throw new ProblemError('invalid-input', { field, rule: 'not-in-future' })
  return date
}

/** Trimmed text; throws `invalid-input` when nothing is left. */
export const filled = (text: string, field: string): string => {
  const trimmed = text.trim()
  if (trimmed === '') throw new ProblemError('invalid-input', { field, rule: 'required' })
  return trimmed
}

/** Records a delivery, meets the deadlines that it meets, and closes the commitment when nothing more is owed. */
export const recordDelivery = async (tx: Tx, id: string, input: DeliveryInput) => {
  const on = pastDate(tx, input.deliveredOn, 'deliveredOn')
  const recipient = filled(input.recipient, 'recipient')
  await lockCommitment(tx, id, input.version, 'deliver')
  const before = await deadlinesOf(tx, id)
  const named = input.meets === 'deadline' ? before.find((deadline) => deadline.id === input.deadline) : null
  if (named === undefined) throw new ProblemError('invalid-input', { field: 'deadline', rule: 'own' })
  if (named !== null && named.metOn !== null) {
    throw new ProblemError('not-allowed-in-state', { state: 'met', action: 'deliver' })
  }
  const meets: Meets = named === null ? (input.meets === 'all' ? 'all' : 'none') : { deadline: named.id }
  const after = afterDelivery(before, meets, on)
  const met = after.filter((deadline, index) => deadline.metOn !== before[index]?.metOn).map(({ id }) => id)
  const state = stateAfterDelivery(after, meets)
  const delivery = crypto.randomUUID()
  await Promise.all([
    tx.sql`insert into governance.delivery (id, commitment, deadline, delivered_on, recipient, note, meets)
      values (${delivery}, ${id}, ${named?.id ?? null}, ${on}, ${recipient}, ${input.note.trim()}, ${input.meets})`,
    met.length > 0 ? tx.sql`update governance.deadline set met_on = ${on} where id = any(${met}::uuid[])` : undefined,
  ])
  const written = await storeChange(tx, id, { state, next_deadline: nextOf(state, after) })
  tx.audit({ action: 'commitment.deliver', kind: 'commitment', id, detail: { delivery, met, state } })
  return { ...written, delivery, state }
}
