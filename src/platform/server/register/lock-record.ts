import { ProblemError } from '../../rules/problem.ts'
import type { Instant } from '../../rules/shapes.ts'
import type { Tx } from '../transaction.ts'

/** What every record of a register has: its id, its version, when that was made and by whom. */
export interface LockedRecord {
  readonly id: string
  readonly version: number
  readonly recordedAt: Instant
  /** Name of who made the version; null is the system. */
  readonly recordedBy: string | null
}

/** A guarded table as its writes see it. */
export interface Register {
  /** `schema.table`, guarded by access.protect. */
  readonly table: string
  /** The kind in problems and audit lines. */
  readonly kind: string
  /** The columns that the writes need besides those of {@link LockedRecord}. */
  readonly columns: readonly string[]
  /** Says why a record that is there is not to be written; without it, it is as if it were not there. */
  readonly refuse?: (tx: Tx, id: string) => Promise<never>
}

/** Throws `changed-by-other`, with who and when, unless the record has the version that its writer saw. */
const refuseStale = (record: LockedRecord, seen: number): void => {
  if (record.version === seen) return
  throw new ProblemError('changed-by-other', { by: record.recordedBy ?? 'Fotfeste', at: record.recordedAt })
}

/**
 * Takes a record until the transaction ends: for `update` when it is written, for `share` while what hangs on it is. Throws
 * `not-found`, what `refuse` throws, and `changed-by-other` unless it has the version `seen` (undefined: any).
 */
export const lockRecord = async <Row extends object>(
  tx: Tx,
  { table, kind, columns, refuse }: Register,
  id: string,
  seen: number | undefined,
  how: 'update' | 'share' = 'update',
): Promise<Row & LockedRecord> => {
  const { sql } = tx
  const [record] = await sql<(Row & LockedRecord)[]>`
    select ${sql.identifiers(['id', 'version', ...columns])}, recorded_at as "recordedAt",
      access.name_of(recorded_by) as "recordedBy"
    from ${sql.identifier(table)} where id = ${id} for ${sql.raw(how)}`
  if (!record) {
    await refuse?.(tx, id)
    throw new ProblemError('not-found', { kind })
  }
  if (seen !== undefined) refuseStale(record, seen)
  return record
}

/**
 * Takes several records, in one order, so that two who take the same at once wait for each other. Throws as
 * {@link lockRecord}.
 */
export const lockRecords = async <Row extends object>(
  tx: Tx,
  register: Register,
  seen: readonly { readonly id: string; readonly version: number }[],
): Promise<(Row & LockedRecord)[]> => {
  const records: (Row & LockedRecord)[] = []
  for (const { id, version } of seen.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    records.push(await lockRecord<Row>(tx, register, id, version))
  return records
}

/** Stores a change of a record that has been locked; returns its new version, as the database counts it. */
export const updateRecord = async (
  tx: Tx,
  { table, kind }: Pick<Register, 'table' | 'kind'>,
  id: string,
  change: object,
): Promise<{ id: string; version: number }> => {
  const { sql } = tx
  const [after] = await sql<{ id: string; version: number }[]>`
    update ${sql.identifier(table)} set ${sql.set(change)} where id = ${id} returning id, version`
  if (!after) throw new ProblemError('not-found', { kind })
  return after
}
