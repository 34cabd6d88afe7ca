import type { Connection } from '../database/connect.ts'

/** A table whose rows are data: everything but the record of migrations, which belongs to the schema. */
export interface DataTable {
  readonly id: number
  readonly schema: string
  readonly name: string
  /** Columns that are stored; generated ones are computed again. */
  readonly columns: readonly string[]
}

/**
 * What a backup leaves out: the queue's tables are another library's own, and change with its releases, and what is
 * known of its jobs is worth nothing without them. Modules find their unfinished work in their own rows
 * (`Module.resume`). What became of nightly backups is left out as well: it tells of one installation.
 */
const ofTheQueue = ({ schema, name }: { readonly schema: string; readonly name: string }): boolean =>
  schema === 'graphile_worker' ||
  (schema === 'platform' && ['job_runner', 'job_fate', 'restored', 'backup'].includes(name))

/** Whether a backup holds the queue, as those of earlier releases do. */
export const holdsQueue = (tables: readonly { readonly schema: string }[]): boolean =>
  tables.some(({ schema }) => schema === 'graphile_worker')

/** What goes into a backup. */
export const withoutQueue = <T extends { readonly schema: string; readonly name: string }>(all: readonly T[]): T[] =>
  all.filter((one) => !ofTheQueue(one))

const data = `
  n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'migration')
  and not (n.nspname = 'graphile_worker' and c.relname = 'migrations')
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`

/** All tables with data, partitions by their parent, in the order of their names. */
export const dataTables = (tx: Connection): Promise<DataTable[]> =>
  tx<DataTable[]>`
    select c.oid::int8 as id, n.nspname as schema, c.relname as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and ${tx.raw(data)}
    order by 2, 3`

/** All sequences with their place, those of identity columns too. */
export const sequences = async (
  tx: Connection,
): Promise<{ schema: string; name: string; value: number; called: boolean }[]> => {
  const found = await tx<{ schema: string; name: string }[]>`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and ${tx.raw(data)} order by 1, 2`
  const all = []
  for (const { schema, name } of found) {
    const [row] = await tx<{ value: number; called: boolean }[]>`
      select last_value as value, is_called as called from ${tx.identifier(schema)}.${tx.identifier(name)}`
    if (row) all.push({ schema, name, value: row.value, called: row.called })
  }
  return all
}

/** Foreign keys between tables with data, as the statements that remove them and make them again. */
export const foreignKeys = (tx: Connection): Promise<{ remove: string; add: string }[]> =>
  tx<{ remove: string; add: string }[]>`
    select format('alter table %I.%I drop constraint %I', n.nspname, c.relname, k.conname) as remove,
      format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)) as add
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and ${tx.raw(data)}
    order by c.oid, k.conname`
