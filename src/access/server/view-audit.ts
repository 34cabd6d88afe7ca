import type { Static } from 'typebox'
import { listPage } from '../../platform/server/register/list.ts'
import type { Tx } from '../../platform/server/transaction.ts'
import type { AuditAnswer, AuditChoices, AuditEntry, AuditFilter, AuditQuery } from '../rules/contracts.ts'
import { logSource, newestFirst } from './log-source.ts'

type Entry = Static<typeof AuditEntry>

interface AuditRow extends Omit<Entry, 'details'> {
  readonly detail: Readonly<Record<string, unknown>>
}

const asText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(asText).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The audit lines; row-level security lets only holders of `audit.read` see others' lines. */
export const auditLines = logSource<Static<typeof AuditFilter>>('platform.audit', ['actor', 'action', 'kind', 'record'])

/** The lines with these ids, newest first. */
export const auditEntries = async ({ sql }: Tx, ids: readonly string[]): Promise<Entry[]> => {
  const rows = await sql<AuditRow[]>`
    select a.id, a.at, a.actor as "actorId", coalesce(access.name_of(a.actor), '') as actor,
      coalesce(access.organisation_name(a.organisation), '') as organisation, a.action, a.kind, a.record, a.detail,
      coalesce(case when a.kind = 'account' and a.record ~ '^[0-9a-f-]{36}$' then access.name_of(a.record::uuid) end, '')
        as "recordName"
    from platform.audit a where a.id = any(${ids}::bigint[]) order by a.id desc`
  return rows.map(({ detail, ...line }) => ({
    ...line,
    details: Object.entries(detail)
      .map(([field, value]) => ({ field, value: asText(value) }))
      .filter(({ value }) => value !== ''),
  }))
}

/** One page of a search. */
export const viewAudit = async (tx: Tx, query: Static<typeof AuditQuery>): Promise<Static<typeof AuditAnswer>> => {
  const { ids, ...page } = await listPage(tx, auditLines, query, newestFirst)
  return { ...page, rows: await auditEntries(tx, ids) }
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
