import type { Static } from 'typebox'
import { listPage } from '../../platform/server/register/list.ts'
import type { Tx } from '../../platform/server/transaction.ts'
import type { AccessLogAnswer, AccessLogFilter, AccessLogQuery } from '../rules/contracts.ts'
import { logSource, newestFirst } from './log-source.ts'

type Line = Static<typeof AccessLogAnswer>['rows'][number]

/** The access log, bounded by row-level security: what the own people have viewed, or for the directorate everything. */
export const accessLog = logSource<Static<typeof AccessLogFilter>>('access.access_log', ['person', 'actor'])

/** The entries with these ids, newest first. */
export const accessLogEntries = ({ sql }: Tx, ids: readonly string[]): Promise<Line[]> => sql<Line[]>`
  select l.id, l.at, l.actor as "actorId", coalesce(access.name_of(l.actor), '') as actor,
    coalesce(access.organisation_name(l.organisation), '') as organisation, l.kind, l.record, l.person as "personId",
    coalesce(access.name_of(l.person), '') as person
  from access.access_log l where l.id = any(${ids}::bigint[]) order by l.id desc`

/** One page of a search. */
export const viewAccessLog = async (
  tx: Tx,
  query: Static<typeof AccessLogQuery>,
): Promise<Static<typeof AccessLogAnswer>> => {
  const { ids, ...page } = await listPage(tx, accessLog, query, newestFirst)
  return { ...page, rows: await accessLogEntries(tx, ids) }
}
