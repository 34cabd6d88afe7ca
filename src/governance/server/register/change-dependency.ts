import { ProblemError } from '../../../platform/rules/problem.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { type Dependency, wouldCircle } from '../../rules/follow-up/dependency.ts'
import { lockCommitment, storeChange } from './lock-commitment.ts'

/** Advisory lock: of two who link at once, the second sees the first one's link, or together they could make a circle. */
const dependencyLock = 4_707_024

/** Records that a commitment waits for another. Throws `invalid-input` with rule `circle` when that would be a circle. */
export const addDependency = async (
  tx: Tx,
  id: string,
  dependsOn: string,
  input: { readonly version: number; readonly note: string },
) => {
  await tx.sql`select pg_advisory_xact_lock(${dependencyLock})`
  await lockCommitment(tx, id, input.version, 'link')
  const [[other], edges] = await Promise.all([
    tx.sql`select 1 from governance.commitment where id = ${dependsOn}`,
    tx.sql<Dependency[]>`select commitment, depends_on as "dependsOn" from governance.dependency`,
  ])
  if (!other) throw new ProblemError('not-found', { kind: 'commitment' })
  if (wouldCircle(edges, id, dependsOn)) throw new ProblemError('invalid-input', { field: 'dependsOn', rule: 'circle' })
  const added = await tx.sql`insert into governance.dependency (commitment, depends_on, note)
    values (${id}, ${dependsOn}, ${input.note.trim()}) on conflict do nothing`
  if (added.count === 0) throw new ProblemError('already-exists', { field: 'dependsOn' })
  tx.audit({ action: 'dependency.add', kind: 'commitment', id, detail: { dependsOn, note: input.note.trim() } })
  return storeChange(tx, id, {})
}

/** Removes a dependency; the audit line keeps what it was. */
export const removeDependency = async (tx: Tx, id: string, dependsOn: string, version: number) => {
  await lockCommitment(tx, id, version, 'link')
  const removed = await tx.sql`delete from governance.dependency
    where commitment = ${id} and depends_on = ${dependsOn}`
  if (removed.count === 0) throw new ProblemError('not-found', { kind: 'dependency' })
  tx.audit({ action: 'dependency.remove', kind: 'commitment', id, detail: { dependsOn } })
  return storeChange(tx, id, {})
}
