import type { Static } from 'typebox'
import { listPage } from '../../platform/server/register/list.ts'
import { may, type Tx } from '../../platform/server/transaction.ts'
import type { AccessLogAnswer, AccessLogFilter, AccessLogQuery } from '../rules/contracts.ts'
import { logSource, mostCounted } from './log-source.ts'

type Line = Static<typeof AccessLogAnswer>['rows'][number]

const whole = logSource<Static<typeof AccessLogFilter>>('access.access_log', ['person', 'actor'])

/** The access log: what the own people have viewed, for the directorate everything, and whoever has viewed oneself. */
export const accessLog: typeof whole = {
  ...whole,
  where: (tx, filter, line) => {
    const asked = whole.where(tx, filter, line)
    if (may(tx.actor, 'access.log.search-all') || filter.person === tx.actor.personId) return asked
    // Beside row-level security, so that the few lines of one organisation are found by index in a long log.
    return tx.sql`${asked} and ${line}.organisation = any (array(select access.within()))`
  },
}

/** The entries with these ids, newest first. */
export const accessLogEntries = ({ sql }: Tx, ids: readonly string[]): Promise<Line[]> => sql<Line[]>`
  select l.id, l.at, l.actor as "actorId", coalesce(access.name_of(l.actor), '') as actor,
    coalesce(access.organisation_name(l.organisation), '') as organisation, l.kind, l.record, l.person as "personId",
    coalesce(access.name_of(l.person), '') as person
  from access.access_log l where l.id = any(${ids}::bigint[]) order by l.id desc`

/** One page of a search. */
export const viewAccessLog = async (
  tx: Tx,
  { limit = '50', after, ...filter }: Static<typeof AccessLogQuery>,
): Promise<Static<typeof AccessLogAnswer>> => {
  const question = { filter, sort: 'newest', limit: Number(limit), after }
  const { ids, ...page } = await listPage(tx, accessLog, question, mostCounted)
  return { ...page, rows: await accessLogEntries(tx, ids) }
}
