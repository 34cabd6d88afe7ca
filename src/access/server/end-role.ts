import { osloDate } from '../../platform/rules/plain-date.ts'
import { ProblemError } from '../../platform/rules/problem.ts'
import type { Tx } from '../../platform/server/transaction.ts'
import { accessProblem } from '../rules/problems.ts'

interface Held {
  readonly account: string
  readonly organisation: string
  readonly role: string
}

/**
 * Ends a role at once, in every session that uses it. Throws `not-found` for roles elsewhere or ended already, and
 * `last-administrator` when nobody would be left to give roles in the organisation: who is only invited is not there yet.
 */
export const endRole = async (tx: Tx, membershipId: string): Promise<void> => {
  // The organisation's administrators are locked together: of two that end each other at once, one is refused.
  const [held] = await tx.sql<Held[]>`
    select account, organisation, role from access.membership
    where id = ${membershipId} and ended_at is null and organisation in (select access.within())`
  if (held === undefined) throw new ProblemError('not-found', { kind: 'membership' })
  if (held.role === 'administrator') {
    const administrators = await tx.sql<{ id: string; known: boolean }[]>`
      select id, access.is_known(account) as known from access.membership
      where organisation = ${held.organisation} and role = 'administrator' and ended_at is null
        and (valid_to is null or valid_to >= ${osloDate(tx.now)})
      order by id for update`
    const others = administrators.filter((row) => row.id !== membershipId)
    const ended = administrators.find((row) => row.id === membershipId)
    if (!others.some((row) => row.known || !ended?.known)) throw new ProblemError(accessProblem('last-administrator'))
  }
  await tx.sql`update access.membership set ended_at = ${tx.now}, ended_by = ${tx.actor.personId} where id = ${membershipId}`
  tx.audit({
    action: 'role.end',
    kind: 'membership',
    id: membershipId,
    detail: { account: held.account, role: held.role },
  })
}
