import { SetupError } from '../setup/setup-error.ts'

/**
 * The backup file: a gzipped tar with
 *
 *   header.json            what it is, and which migrations the database had had
 *   <schema>.<table>/NNNNN one part of a table in PostgreSQL's COPY text form, at most `partSize` and one row more
 *   manifest.json          last: tables with columns, rows and parts, each part with its checksum; sequences
 *
 * Parts keep the memory small for any size of table. The manifest comes last because only then is everything known,
 * and its absence shows that the writing was cut short.
 */
export interface BackupHeader {
  readonly format: 'fotfeste-backup'
  readonly formatVersion: 1
  readonly release: string
  readonly madeAt: string
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[]
}

/** One table of the backup. */
export interface BackupTable {
  readonly schema: string
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: number
  readonly parts: readonly { readonly file: string; readonly bytes: number; readonly sha256: string }[]
}

/** The last entry of the file. */
export interface BackupManifest {
  readonly tables: readonly BackupTable[]
  readonly sequences: readonly {
    readonly schema: string
    readonly name: string
    readonly value: number
    readonly called: boolean
  }[]
}

/** Bytes at which a part of a table is closed. */
export const partSize = 4 * 1024 * 1024

/** The folder of a table's parts in the file. */
export const folderOf = (table: { readonly schema: string; readonly name: string }): string =>
  `${table.schema}.${table.name}`

/** A backup that cannot be used, or a database that it cannot be restored into; the message says why. */
export class BackupError extends SetupError {
  override readonly name = 'BackupError'
}
