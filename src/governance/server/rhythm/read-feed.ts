import { actorsOf } from '../../../access/server/index.ts'
import type { Permissions } from '../../../platform/rules/permission.ts'
import { addDays, osloDate } from '../../../platform/rules/plain-date.ts'
import type { Instant } from '../../../platform/rules/shapes.ts'
import type { AppContext } from '../../../platform/server/module.ts'
import { type Actor, inTransaction, may, systemActor, type Tx } from '../../../platform/server/transaction.ts'
import type { Scope } from '../../rules/rhythm/shapes.ts'
import { calendarFile, type FeedDate } from './calendar-file.ts'
import { dueDateColumns, inScope } from './due-dates.ts'
import { feedTokenHash } from './feed-token.ts'

/** How far back and ahead a feed reaches, in days: last quarter for looking back, and the letter's own horizon. */
const reach = { back: 120, ahead: 800 } as const

interface FeedRow {
  readonly id: string
  readonly account: string
  readonly scope: Scope
  readonly locale: 'nb' | 'nn' | 'en'
  readonly last_read_at: Instant | null
}

interface FoundFeed {
  readonly feed: FeedRow
  /** The person in each role that is in force today and may read the register. */
  readonly actors: readonly Actor[]
}

/** Finds the address and its person; null when it was never made or is revoked. */
const findFeed = async (tx: Tx, token: string, permissions: Permissions): Promise<FoundFeed | null> => {
  const [feed] = await tx.sql<FeedRow[]>`select id, account, scope, locale, last_read_at from governance.calendar_feed
    where token_hash = ${feedTokenHash(token)} and revoked_at is null`
  if (feed === undefined) return null
  // To the minute is enough to tell whether a program still asks; not every request needs a write.
  if (feed.last_read_at === null || tx.now.getTime() - Date.parse(feed.last_read_at) > 60_000) {
    await tx.sql`update governance.calendar_feed set last_read_at = ${tx.now} where id = ${feed.id}`
  }
  const actors = await actorsOf(tx, feed.account, permissions)
  return { feed, actors: actors.filter((actor) => may(actor, 'followup.read')) }
}

const datesOf = async (tx: Tx, scope: Scope): Promise<FeedDate[]> => {
  const today = osloDate(tx.now)
  return tx.sql<FeedDate[]>`
    select ${dueDateColumns(tx)}, d.sequence, d.changed_at as "changedAt" from governance.due_date d
    where d.due between ${addDays(today, -reach.back)} and ${addDays(today, reach.ahead)} and ${inScope(tx, scope)}
    order by d.due, d.id`
}

/**
 * The calendar behind an address, or null when there is none. The address is found by the system; the dates are then
 * read as the person, with the permissions that the person has today: who has left the directorate reads an empty
 * calendar, without having to remember to revoke.
 */
export const readFeed = async (context: AppContext, token: string, requestId: string): Promise<string | null> => {
  const { databases, config, permissions } = context
  const now = context.clock()
  const found = await inTransaction(databases, systemActor(requestId), now, (tx) => findFeed(tx, token, permissions))
  if (found === null) return null
  const { scope, locale } = found.feed
  const dates = new Map<string, FeedDate>()
  // With several roles, “my unit” is each of them.
  for (const actor of found.actors) {
    const read = await inTransaction(databases, { ...actor, locale, requestId }, now, (tx) => datesOf(tx, scope))
    for (const date of read) dates.set(date.id, date)
  }
  const ordered = [...dates.values()].sort((a, b) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id))
  return calendarFile(ordered, locale, config.baseUrl)
}
