import type { Static } from 'typebox'
import type { Tx } from '../../platform/server/transaction.ts'
import type { AuditAnswer, AuditChoices, AuditEntry, AuditQuery } from '../rules/contracts.ts'

type Query = Static<typeof AuditQuery>
type Entry = Static<typeof AuditEntry>

interface AuditRow extends Omit<Entry, 'details'> {
  readonly detail: Readonly<Record<string, unknown>>
}

const asText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(asText).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** What a search is narrowed to, as a condition over `platform.audit a`. */
const whereOf = ({ sql }: Tx, query: Query) => sql`true
  ${query.actor === undefined ? sql`` : sql`and a.actor = ${query.actor}`}
  ${query.action === undefined ? sql`` : sql`and a.action = ${query.action}`}
  ${query.kind === undefined ? sql`` : sql`and a.kind = ${query.kind}`}
  ${query.record === undefined ? sql`` : sql`and a.record = ${query.record}`}
  ${query.from === undefined ? sql`` : sql`and a.at >= ${query.from}::date::timestamp at time zone 'Europe/Oslo'`}
  ${query.to === undefined ? sql`` : sql`and a.at < (${query.to}::date + 1)::timestamp at time zone 'Europe/Oslo'`}
  ${query.before === undefined ? sql`` : sql`and a.id < ${query.before}`}`

/** Audit lines, newest first, `limit` at most; row-level security lets only holders of `audit.read` see others' lines. */
export const auditEntries = async (tx: Tx, query: Query, limit: number): Promise<Entry[]> => {
  const { sql } = tx
  const rows = await sql<AuditRow[]>`
    select a.id, a.at, a.actor as "actorId", coalesce(access.name_of(a.actor), '') as actor,
      coalesce(access.organisation_name(a.organisation), '') as organisation, a.action, a.kind, a.record, a.detail,
      coalesce(case when a.kind = 'account' and a.record ~ '^[0-9a-f-]{36}$' then access.name_of(a.record::uuid) end, '')
        as "recordName"
    from platform.audit a
    where ${whereOf(tx, query)}
    order by a.id desc limit ${limit}`
  return rows.map(({ detail, ...line }) => ({
    ...line,
    details: Object.entries(detail)
      .map(([field, value]) => ({ field, value: asText(value) }))
      .filter(({ value }) => value !== ''),
  }))
}

/** How many lines a search finds, or one more than `most`. */
export const countAudit = async (tx: Tx, query: Query, most: number): Promise<number> => {
  const [row] = await tx.sql<{ lines: number }[]>`select count(*) as lines from (
    select from platform.audit a where ${whereOf(tx, query)} limit ${most + 1}) found`
  return row?.lines ?? 0
}

/** One page of a search. */
export const viewAudit = async (tx: Tx, query: Query, size = 100): Promise<Static<typeof AuditAnswer>> => {
  const lines = await auditEntries(tx, query, size + 1)
  return { lines: lines.slice(0, size), more: lines.length > size }
}

/** What there is to choose from; goes from value to value in the indices, however many lines there are. */
export const viewAuditChoices = async (tx: Tx): Promise<Static<typeof AuditChoices>> => {
  const [actions, kinds] = await Promise.all([
    tx.sql<{ value: string }[]>`
      with recursive found as (
        (select action as value from platform.audit order by action limit 1)
        union all
        select (select a.action from platform.audit a where a.action > f.value order by a.action limit 1)
        from found f where f.value is not null
      ) select value from found where value is not null`,
    tx.sql<{ value: string }[]>`
      with recursive found as (
        (select kind as value from platform.audit order by kind limit 1)
        union all
        select (select a.kind from platform.audit a where a.kind > f.value order by a.kind limit 1)
        from found f where f.value is not null
      ) select value from found where value is not null`,
  ])
  return { actions: actions.map(({ value }) => value), kinds: kinds.map(({ value }) => value) }
}
