import { ProblemError } from '../../../platform/rules/problem.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import type { NewFeedAnswer, Scope } from '../../rules/rhythm/shapes.ts'
import { feedTokenHash, newFeedToken } from './feed-token.ts'
import { viewFeeds } from './view-feeds.ts'

/** How many addresses one person may have in use: one for each calendar program, and some to spare. */
const feedsAtMost = 10

/** Makes an address for the person's calendar. Only its hash is kept, so this is the one time that it is shown. */
export const makeFeed = async (tx: Tx, scope: Scope, baseUrl: string): Promise<NewFeedAnswer> => {
  // Counted with the person's account locked: of many that are made at once each sees those before it.
  await tx.sql`select access.hold_account(${tx.actor.personId})`
  const used = await viewFeeds(tx)
  if (used.length >= feedsAtMost) throw new ProblemError('not-allowed-in-state', { state: 'full', action: 'add' })
  const id = crypto.randomUUID()
  const token = newFeedToken()
  await tx.sql`insert into governance.calendar_feed (id, account, token_hash, scope, locale, created_at)
    values (${id}, ${tx.actor.personId}, ${feedTokenHash(token)}, ${scope}, ${tx.actor.locale}, ${tx.now})`
  tx.audit({ action: 'calendar-feed.make', kind: 'calendar-feed', id, detail: { scope } })
  return { id, address: `${baseUrl}/calendar/${token}.ics` }
}

/** Revokes one of the person's addresses: it answers nothing from now on. */
export const revokeFeed = async (tx: Tx, id: string): Promise<void> => {
  const revoked = await tx.sql`update governance.calendar_feed set revoked_at = ${tx.now}
    where id = ${id} and account = ${tx.actor.personId} and revoked_at is null returning id`
  if (revoked.length === 0) throw new ProblemError('not-found', { kind: 'calendar-feed' })
  tx.audit({ action: 'calendar-feed.revoke', kind: 'calendar-feed', id })
}
