import type { Tx } from '../../../platform/server/transaction.ts'
import type { Feed } from '../../rules/rhythm/shapes.ts'

/** The person's own addresses in use, newest first. */
export const viewFeeds = (tx: Tx) => tx.sql<Feed[]>`
  select id, scope, created_at as "createdAt", last_read_at as "lastReadAt" from governance.calendar_feed
  where account = ${tx.actor.personId} and revoked_at is null order by created_at desc`
