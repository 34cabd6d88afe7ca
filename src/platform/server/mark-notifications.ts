import type { Tx } from './transaction.ts'
import { countUnread } from './view-notifications.ts'

/** Marks the given (null: all) notifications of the actor as read. */
export const markRead = async (tx: Tx, ids: readonly string[] | null) => {
  await tx.sql`update platform.notification set read_at = ${tx.now} where account = ${tx.actor.personId}
    and read_at is null ${ids === null ? tx.sql`` : tx.sql`and id = any(${ids as string[]}::uuid[])`}`
  return { unread: await countUnread(tx) }
}
