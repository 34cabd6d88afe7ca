import type { Static } from 'typebox'
import type { Tx } from '../../platform/server/transaction.ts'
import type { AccessLogAnswer, AccessLogQuery } from '../rules/contracts.ts'

type Query = Static<typeof AccessLogQuery>
type Line = Static<typeof AccessLogAnswer>['lines'][number]

/** What a search is narrowed to, as a condition over `access.access_log l`. */
const whereOf = ({ sql }: Tx, query: Query) => sql`true
  ${query.person === undefined ? sql`` : sql`and l.person = ${query.person}`}
  ${query.actor === undefined ? sql`` : sql`and l.actor = ${query.actor}`}
  ${query.from === undefined ? sql`` : sql`and l.at >= ${query.from}::date::timestamp at time zone 'Europe/Oslo'`}
  ${query.to === undefined ? sql`` : sql`and l.at < (${query.to}::date + 1)::timestamp at time zone 'Europe/Oslo'`}
  ${query.before === undefined ? sql`` : sql`and l.id < ${query.before}`}`

/**
 * Access log entries, newest first, bounded by row-level security: what the own people have viewed, or for the
 * directorate's privacy officer everything. `limit` lines at most.
 */
export const accessLogEntries = (tx: Tx, query: Query, limit: number): Promise<Line[]> => {
  const { sql } = tx
  return sql<Line[]>`
    select l.id, l.at, l.actor as "actorId", coalesce(access.name_of(l.actor), '') as actor,
      coalesce(access.organisation_name(l.organisation), '') as organisation, l.kind, l.record, l.person as "personId",
      coalesce(access.name_of(l.person), '') as person
    from access.access_log l
    where ${whereOf(tx, query)}
    order by l.id desc limit ${limit}`
}

/** How many lines a search finds, or one more than `most`. */
export const countAccessLog = async (tx: Tx, query: Query, most: number): Promise<number> => {
  const [row] = await tx.sql<{ lines: number }[]>`select count(*) as lines from (
    select from access.access_log l where ${whereOf(tx, query)} limit ${most + 1}) found`
  return row?.lines ?? 0
}

/** One page of a search. */
export const viewAccessLog = async (tx: Tx, query: Query, size = 100): Promise<Static<typeof AccessLogAnswer>> => {
  const lines = await accessLogEntries(tx, query, size + 1)
  return { lines: lines.slice(0, size), more: lines.length > size }
}
