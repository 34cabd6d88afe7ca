import type { Static } from 'typebox'
import { ProblemError } from '../../platform/rules/problem.ts'
import type { PreferencesBody } from '../../platform/rules/session.ts'
import type { Tx } from '../../platform/server/transaction.ts'
import { usableMemberships } from './view-session.ts'

/** Keeps the person's language and theme; what is left out stays. */
export const changePreferences = async (tx: Tx, wanted: Static<typeof PreferencesBody>): Promise<void> => {
  await tx.sql`
    update access.account set locale = coalesce(${wanted.locale ?? null}, locale),
      theme = coalesce(${wanted.theme ?? null}, theme)
    where id = ${tx.actor.personId}`
  tx.audit({ action: 'account.prefer', kind: 'account', id: tx.actor.personId ?? '', detail: wanted })
}

/** Uses another of the person's roles from the next request on. Throws `not-found` for one that this login cannot use. */
export const chooseMembership = async (tx: Tx, membershipId: string): Promise<void> => {
  const usable = await usableMemberships(tx)
  if (!usable.some((choice) => choice.id === membershipId)) throw new ProblemError('not-found', { kind: 'membership' })
  await tx.sql`update access.session set membership = ${membershipId} where id = ${tx.actor.sessionId}`
  tx.audit({ action: 'session.choose-role', kind: 'membership', id: membershipId })
}
