import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type Pack, pack } from 'tar-stream'
import { type Connection, connect, type Sql } from '../database/connect.ts'
import { copyOut } from '../database/copy.ts'
import { type DataTable, dataTables, sequences, withoutQueue } from './catalogue.ts'
import { type BackupHeader, type BackupManifest, type BackupTable, folderOf, partSize } from './format.ts'

/** How far the work has come, for a progress bar. */
export type OnTable = (table: string, done: number, of: number) => void

/** The tar that is being made, and the writing of it to the file, which fails when the disk does. */
interface Archive {
  readonly tar: Pack
  readonly written: Promise<void>
}

const add = (archive: Archive, name: string, content: Buffer): Promise<void> => {
  const added = new Promise<void>((resolve, reject) => {
    archive.tar.entry({ name, size: content.length, mode: 0o600 }, content, (error) =>
      error ? reject(error) : resolve(),
    )
  })
  return Promise.race([added, archive.written])
}

/** Copies one table into the archive, part by part. A part ends at the end of a row. */
const copyTable = async (tx: Connection, archive: Archive, table: DataTable): Promise<BackupTable> => {
  const parts: { file: string; bytes: number; sha256: string }[] = []
  let rows = 0
  let held: Buffer[] = []
  let size = 0
  const hold = (bytes: Buffer) => {
    held.push(bytes)
    size += bytes.length
  }
  const close = async () => {
    const content = Buffer.concat(held)
    const file = `${folderOf(table)}/${String(parts.length + 1).padStart(5, '0')}`
    parts.push({ file, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') })
    await add(archive, file, content)
    held = []
    size = 0
  }
  const rowsOut = copyOut(
    tx,
    tx`select ${tx.identifiers(table.columns)} from ${tx.identifier(table.schema)}.${tx.identifier(table.name)}`,
  )
  let failure: unknown = null
  for await (const chunk of rowsOut as AsyncIterable<Buffer>) {
    // Leaving the loop would leave the connection in the midst of the copy; so the rest is read, and let go of.
    if (failure !== null) continue
    // A line feed inside a value is written as \n: each one that is seen ends a row.
    for (const byte of chunk) if (byte === 10) rows += 1
    const rowsEnd = size + chunk.length >= partSize ? chunk.lastIndexOf(10) + 1 : 0
    if (rowsEnd > 0) {
      hold(chunk.subarray(0, rowsEnd))
      await close().catch((error: unknown) => {
        failure = error
      })
    }
    if (rowsEnd < chunk.length) hold(chunk.subarray(rowsEnd))
  }
  if (failure !== null) throw failure
  if (size > 0) await close()
  return { schema: table.schema, name: table.name, columns: table.columns, rows, parts }
}

const header = async (sql: Sql, release: string, now: Date): Promise<BackupHeader> => ({
  format: 'fotfeste-backup',
  formatVersion: 1,
  release,
  madeAt: now.toISOString(),
  migrations: (
    await sql<{ name: string; checksum: string }[]>`select name, checksum from migration.applied order by name`
  ).map(({ name, checksum }) => ({ name, checksum })),
})

/**
 * Writes every table of the database, as it stands at one moment, into one file. The application may run meanwhile.
 * The file has its name only when it is whole and on the disk. Returns what it holds.
 *
 * @param options.url the owner's address
 */
export const backUp = async (options: {
  readonly url: string
  readonly file: string
  readonly release: string
  readonly now: Date
  readonly onTable?: OnTable
}): Promise<BackupManifest> => {
  const draft = `${options.file}.part`
  const handle = await open(draft, 'w', 0o600)
  const tar = pack()
  const archive: Archive = { tar, written: pipeline(tar, createGzip(), handle.createWriteStream({ flush: true })) }
  // A failure to write shows up at the next entry or at the end; until then it must not be an unhandled rejection.
  archive.written.catch(() => {})
  const sql = connect(options.url, { name: 'backup', max: 1, copying: true })
  try {
    const top = await header(sql, options.release, options.now)
    const manifest = await sql.begin(async (tx) => {
      // Were some row hidden from the owner by row-level security, the copy fails instead of lacking it.
      await tx`set local row_security = off`
      await tx`set local idle_in_transaction_session_timeout = 0`
      await add(archive, 'header.json', Buffer.from(JSON.stringify(top, null, 1)))
      const tables = withoutQueue(await dataTables(tx))
      const copied: BackupTable[] = []
      for (const table of tables) {
        options.onTable?.(folderOf(table), copied.length, tables.length)
        copied.push(await copyTable(tx, archive, table))
      }
      return { tables: copied, sequences: withoutQueue(await sequences(tx)) }
    }, 'isolation level repeatable read read only')
    await add(archive, 'manifest.json', Buffer.from(JSON.stringify(manifest, null, 1)))
    tar.finalize()
    await archive.written
    await rename(draft, options.file)
    return manifest
  } catch (error) {
    tar.destroy()
    await rm(draft, { force: true })
    throw error
  } finally {
    await sql.end({ timeout: 5 })
  }
}
