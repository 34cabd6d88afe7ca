import { ProblemError } from '../../../platform/rules/problem.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { governanceProblem } from '../../rules/problems.ts'
import { deadlinesOf, lockCommitment, nextOf, storeChange } from './lock-commitment.ts'

/** Opens again what was done, with the reason; the deadlines named are owed anew. Throws `reason-required`. */
export const reopenCommitment = async (
  tx: Tx,
  id: string,
  input: { readonly version: number; readonly reason: string; readonly deadlines: readonly string[] },
) => {
  const reason = input.reason.trim()
  if (reason === '') throw new ProblemError(governanceProblem('reason-required', { field: 'reason' }))
  await lockCommitment(tx, id, input.version, 'reopen')
  await tx.sql`update governance.deadline set met_on = null
    where commitment = ${id} and id = any(${[...input.deadlines]}::uuid[]) and met_on is not null`
  const deadlines = await deadlinesOf(tx, id)
  const written = await storeChange(tx, id, {
    state: 'open',
    state_reason: reason,
    next_deadline: nextOf('open', deadlines),
  })
  tx.audit({ action: 'commitment.reopen', kind: 'commitment', id, detail: { reason } })
  return written
}
