import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { type Connection, connect, type Sql } from '../database/connect.ts'
import { copyInto } from '../database/copy.ts'
import { migrate, migrations } from '../database/migrate.ts'
import type { OnTable } from './back-up.ts'
import { dataTables, foreignKeys, holdsQueue } from './catalogue.ts'
import { BackupError, type BackupHeader, type BackupManifest, type BackupTable, folderOf } from './format.ts'
import { eachEntry, readBackup } from './read-backup.ts'

/** Throws unless this release knows every migration of the backup, as it was when the backup was made. */
const checkSchema = (header: BackupHeader): void => {
  const known = new Map(migrations().map(({ name, checksum }) => [name, checksum]))
  for (const { name, checksum } of header.migrations) {
    if (!known.has(name)) {
      throw new BackupError('backup.newerSchema', { release: header.release, name })
    }
    if (known.get(name) !== checksum) {
      throw new BackupError('backup.otherMigration', { name })
    }
  }
}

/**
 * Marks the database as one that a restore has begun on. The mark goes away in the transaction that brings the data, so
 * a restore that was stopped can be run again, and nobody takes an empty database for the real one meanwhile.
 */
const begin = async (sql: Sql): Promise<void> => {
  const [found] = await sql<{ used: boolean; marked: boolean }[]>`
    select to_regclass('migration.applied') is not null as used, to_regclass('migration.restoring') is not null as marked`
  if (found?.marked) return
  if (found?.used) {
    throw new BackupError('backup.inUse')
  }
  await sql`create schema if not exists migration`
  await sql`create table migration.restoring (since timestamptz not null default now())`
}

/** Throws when a restore has begun on this database and has not been carried through. */
export const refuseHalfRestored = async (sql: Sql): Promise<void> => {
  const [found] = await sql<{ marked: boolean }[]>`select to_regclass('migration.restoring') is not null as marked`
  if (found?.marked) throw new BackupError('backup.half')
}

const write = async (stream: Writable, content: Buffer): Promise<void> => {
  if (stream.errored) throw stream.errored
  if (!stream.write(content)) await once(stream, 'drain')
}

/** Feeds the parts of the file, which come table by table, into one COPY for each table. */
const copyTables = async (tx: Connection, file: string, manifest: BackupManifest, onTable: OnTable): Promise<void> => {
  const tables = new Map<string, BackupTable>(manifest.tables.map((table) => [folderOf(table), table]))
  let open: { folder: string; stream: Writable } | null = null
  let done = 0
  const close = async () => {
    if (open === null) return
    open.stream.end()
    await finished(open.stream)
    open = null
    done += 1
  }
  await eachEntry(file, async (name, content) => {
    const folder = name.slice(0, name.lastIndexOf('/'))
    const table = tables.get(folder)
    if (open?.folder !== folder) await close()
    if (!table) return
    if (open === null) {
      onTable(folder, done, manifest.tables.length)
      const stream = copyInto(
        tx,
        tx`${tx.identifier(table.schema)}.${tx.identifier(table.name)} (${tx.identifiers(table.columns)})`,
      )
      // A lost connection shows up at the next write; between two writes nobody listens.
      stream.on('error', () => {})
      open = { folder, stream }
    }
    await write(open.stream, content)
  })
  await close()
}

/** The triggers of our own: history and checks were done when the rows were written, and are in the backup. */
const switchTriggers = async (tx: Connection, on: boolean): Promise<void> => {
  for (const { schema, name } of await dataTables(tx)) {
    await tx`alter table ${tx.identifier(schema)}.${tx.identifier(name)} ${on ? tx`enable` : tx`disable`} trigger user`
  }
}

const load = async (tx: Connection, file: string, manifest: BackupManifest, onTable: OnTable): Promise<void> => {
  const there = await dataTables(tx)
  const missing = manifest.tables.find((table) => !there.some((one) => folderOf(one) === folderOf(table)))
  if (missing) throw new BackupError('backup.noTable', { table: folderOf(missing) })
  // Foreign keys go away and come back: with them the order of tables would matter, and circles could not be loaded.
  // Making them again checks every row.
  const keys = await foreignKeys(tx)
  for (const { remove } of keys) await tx.script(remove)
  await switchTriggers(tx, false)
  // What the migrations put in is in the backup as well, perhaps changed since.
  for (const { schema, name } of there) await tx`truncate table ${tx.identifier(schema)}.${tx.identifier(name)}`
  await copyTables(tx, file, manifest, onTable)
  for (const { schema, name, value, called } of manifest.sequences) {
    await tx`select setval(format('%I.%I', ${schema}::text, ${name}::text)::regclass, ${value}, ${called})`
  }
  if (holdsQueue(manifest.tables)) {
    // The workers that held these jobs are gone with the old server.
    await tx`select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker.jobs where locked_by is not null))`
  } else {
    await tx`insert into platform.restored default values`
  }
  await switchTriggers(tx, true)
  for (const { add } of keys) await tx.script(add)
  for (const table of manifest.tables) {
    const [row] = await tx<
      { rows: number }[]
    >`select count(*) as rows from ${tx.identifier(table.schema)}.${tx.identifier(table.name)}`
    if (row?.rows !== table.rows) {
      throw new BackupError('backup.rows', { table: folderOf(table), wanted: table.rows, found: row?.rows ?? 0 })
    }
  }
  await tx`drop table migration.restoring`
}

/**
 * Restores a backup into an empty database: checks the whole file first, makes the schema as it was, brings the data in
 * one transaction, and then brings the schema to this release. Throws {@link BackupError} and leaves no data behind
 * when anything is amiss.
 *
 * @param options.url the owner's address
 */
export const restore = async (options: {
  readonly url: string
  readonly file: string
  readonly onTable?: OnTable
}): Promise<BackupManifest> => {
  const { header, manifest } = await readBackup(options.file)
  checkSchema(header)
  const sql = connect(options.url, { name: 'restore', max: 1, copying: true })
  try {
    await begin(sql)
    await migrate(options.url, () => {}, new Set(header.migrations.map(({ name }) => name)))
    await sql.begin((tx) => load(tx, options.file, manifest, options.onTable ?? (() => {})))
    await migrate(options.url)
    return manifest
  } finally {
    await sql.end({ timeout: 1 })
  }
}
