import type { Static } from 'typebox'
import { containing } from '../../platform/server/containing.ts'
import type { Tx } from '../../platform/server/transaction.ts'
import type { LogAnswer, LogQuery } from '../rules/contracts.ts'

type Query = Static<typeof LogQuery>
type Line = Static<typeof LogAnswer>['lines'][number]

/**
 * Lines of the access log, newest first, bounded by row-level security: what the own people have looked at, or for the
 * directorate's privacy officer everything. `limit` lines at most.
 */
export const searchLog = (tx: Tx, query: Query, limit: number): Promise<Line[]> => {
  const { sql } = tx
  return sql<Line[]>`
    select l.id, l.at, l.actor as "actorId", coalesce(access.name_of(l.actor), '') as actor,
      coalesce(access.organisation_name(l.organisation), '') as organisation, l.kind, l.record, l.person as "personId",
      coalesce(access.name_of(l.person), '') as person
    from access.access_log l
    where true
      ${query.person === undefined ? sql`` : sql`and l.person = ${query.person}`}
      ${query.actor === undefined ? sql`` : sql`and l.actor = ${query.actor}`}
      ${query.from === undefined ? sql`` : sql`and l.at >= ${query.from}::date::timestamp at time zone 'Europe/Oslo'`}
      ${query.to === undefined ? sql`` : sql`and l.at < (${query.to}::date + 1)::timestamp at time zone 'Europe/Oslo'`}
      ${query.before === undefined ? sql`` : sql`and l.id < ${query.before}`}
    order by l.id desc limit ${limit}`
}

/** One page of a search. */
export const logPage = async (tx: Tx, query: Query, size = 100): Promise<Static<typeof LogAnswer>> => {
  const lines = await searchLog(tx, query, size + 1)
  return { lines: lines.slice(0, size), more: lines.length > size }
}

/** People whom the asker may search the log for, by part of a name: colleagues, or for the directorate everybody. */
export const findLogPeople = async (tx: Tx, text: string): Promise<{ id: string; name: string }[]> => {
  const part = containing(text)
  return [
    ...(await tx.sql<{ id: string; name: string }[]>`
      select id, name from access.account where name ilike ${part} order by name collate "nb-NO-x-icu", id limit 20`),
  ]
}
