import type { Tx } from '../../../platform/server/transaction.ts'

/** The column of an organisation's name in the actor's language; English has no names of its own. */
export const organisationName = (tx: Tx) => (tx.actor.locale === 'nn' ? tx.sql`name_nn` : tx.sql`name_nb`)
