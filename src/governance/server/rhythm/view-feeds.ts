import type { Tx } from '../../../platform/server/transaction.ts'
import type { Feed, Scope } from '../../rules/rhythm/shapes.ts'

interface FeedRow {
  readonly id: string
  readonly scope: Scope
  readonly created_at: Date
  readonly last_read_at: Date | null
}

/** The person's own addresses in use, newest first. */
export const viewFeeds = async (tx: Tx): Promise<Feed[]> => {
  const rows = await tx.sql<FeedRow[]>`select id, scope, created_at, last_read_at from governance.calendar_feed
    where account = ${tx.actor.personId} and revoked_at is null order by created_at desc`
  return rows.map((row) => ({
    id: row.id,
    scope: row.scope,
    createdAt: row.created_at.toISOString(),
    lastReadAt: row.last_read_at?.toISOString() ?? null,
  }))
}
