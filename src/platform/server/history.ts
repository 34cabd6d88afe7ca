import type { Static } from 'typebox'
import type { PlainDate } from '../rules/plain-date.ts'
import { ProblemError } from '../rules/problem.ts'
import type { Instant, StoodAnswer } from '../rules/shapes.ts'
import { instantText } from './database/instant-text.ts'
import type { HistorySource } from './module.ts'
import type { Tx } from './transaction.ts'

/** One version of a record: who made it, when, and what it changed. */
export interface HistoryEntry {
  readonly version: number
  readonly at: Instant
  /** Name of who made it; null is the system. */
  readonly by: string | null
  readonly changes: { readonly field: string; readonly before: unknown; readonly after: unknown }[]
}

interface VersionRow {
  readonly record: Readonly<Record<string, unknown>>
  readonly at: Instant
  readonly by: string | null
}

/** Columns of the version itself, not of the world. */
const ownColumns = new Set(['id', 'version', 'recorded_at', 'recorded_by', 'recorded_until', 'superseded_by'])

/** Which fields differ between two versions of a record; the version’s own columns and the hidden ones aside. */
export const changesBetween = (
  before: Readonly<Record<string, unknown>> | undefined,
  after: Readonly<Record<string, unknown>>,
  hidden: ReadonlySet<string>,
): HistoryEntry['changes'] =>
  Object.keys(after)
    .filter((field) => !ownColumns.has(field) && !hidden.has(field))
    .map((field) => ({ field, before: before?.[field] ?? null, after: after[field] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))

/** The instants of a `record`, a row of the table as JSON, as the driver gives instants; JSON has PostgreSQL's own form. */
const instantsIn = ({ sql }: Tx, table: string) => sql`
  (select coalesce(jsonb_object_agg(a.attname, ${instantText(sql, sql`(record ->> a.attname)::timestamptz`)}), '{}')
    from pg_attribute a
    where a.attrelid = ${table}::regclass and a.atttypid = 'timestamptz'::regtype and not a.attisdropped)`

/**
 * All versions of a record, newest first, each with what it changed from the one before. A record about a person is
 * recorded in the access log.
 */
export const readHistory = async (tx: Tx, source: HistorySource, id: string): Promise<HistoryEntry[]> => {
  const kept = `history.${source.table.replace('.', '_')}`
  const rows = await tx.sql<VersionRow[]>`
    with versions as (
      select to_jsonb(t) as record from ${tx.sql.identifier(source.table)} t where id = ${id}
      union all
      select to_jsonb(h) from ${tx.sql.identifier(kept)} h where id = ${id}
    )
    select record || ${instantsIn(tx, source.table)} as record,
      (record ->> 'recorded_at')::timestamptz as at, access.name_of((record ->> 'recorded_by')::uuid) as by,
      record ->> ${source.person ?? ''} as shown_people
    from versions order by (record ->> 'version')::int`
  const hidden = new Set(source.hidden ?? [])
  if (source.person !== undefined) {
    const people = new Set(rows.map(({ record }) => String(record[source.person ?? ''])))
    for (const person of people) if (person !== tx.actor.personId) tx.viewed({ kind: source.table, id, person })
  }
  return rows
    .map((row, index) => ({
      version: Number(row.record.version),
      at: row.at,
      by: row.by,
      changes: changesBetween(rows[index - 1]?.record, row.record, hidden),
    }))
    .reverse()
}

/** How far an answer about the past holds. */
export interface AsOf {
  /** Before this nothing can come to be believed any more; null while that cannot be told. */
  readonly horizon: Instant | null
  /** Whether the same question gives the same answer for ever. */
  readonly final: boolean
}

/**
 * To be asked before `history.<table>_as_of(instant)` is read: whoever commits in between is then seen by the reading.
 * Throws `not-known-then` for an instant before the table's first day, of which an empty answer would say too much.
 *
 * @param table `schema.table`, kept by history.keep
 */
export const asOf = async (tx: Tx, table: string, instant: Date): Promise<AsOf> => {
  const [row] = await tx.sql<{ from: Instant | null; horizon: Instant | null }[]>`
    select date_trunc('milliseconds', history.known_from(${table}::regclass) + interval '999 microseconds') as from,
      nullif(history.horizon(), '-infinity') as horizon`
  if (!row?.from) throw new Error(`${table} is not kept`)
  if (instant < new Date(row.from)) throw new ProblemError('not-known-then', { from: row.from })
  return { horizon: row.horizon, final: row.horizon !== null && instant < new Date(row.horizon) }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * A record as it was known at the end of a day in Oslo, field by field; people by name, other references left out. A record
 * about a person is recorded in the access log. Throws `not-found` when it was not there, and what {@link asOf} throws.
 */
export const readStood = async (
  tx: Tx,
  source: HistorySource,
  id: string,
  day: PlainDate,
): Promise<Static<typeof StoodAnswer>> => {
  const [end] = await tx.sql<{ at: string }[]>`
    select to_char(((${day}::date + 1)::timestamp at time zone 'Europe/Oslo') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`
  const instant = new Date(end?.at ?? Number.NaN)
  const { final } = await asOf(tx, source.table, instant)
  const [row] = await tx.sql<{ record: Readonly<Record<string, unknown>>; names: Readonly<Record<string, string>> }[]>`
    with stood as (
      select to_jsonb(t) as record
      from ${tx.sql.identifier(`history.${source.table.replace('.', '_')}_as_of`)}(${instant}) t where id = ${id}
    )
    select record || ${instantsIn(tx, source.table)} as record, record ->> ${source.person ?? ''} as shown_people,
      (select coalesce(jsonb_object_agg(key, access.name_of(value::uuid)), '{}') from jsonb_each_text(record)
        where value ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$') as names
    from stood`
  if (!row) throw new ProblemError('not-found', { kind: source.table })
  const person = source.person === undefined ? undefined : String(row.record[source.person])
  if (person !== undefined && person !== tx.actor.personId) tx.viewed({ kind: source.table, id, person })
  const hidden = new Set(source.hidden ?? [])
  const fields = Object.entries(row.record)
    .filter(([field, value]) => !ownColumns.has(field) && !hidden.has(field) && value !== null && value !== '')
    .map(([field, value]) => ({
      field,
      value: typeof value === 'string' && uuid.test(value) ? (row.names[field] ?? null) : value,
    }))
    .filter(({ value }) => value !== null && !(Array.isArray(value) && value.length === 0))
  return { final, fields }
}
