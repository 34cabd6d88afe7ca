import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { BackupError } from '../../platform/server/backup/format.ts'
import { readHeader } from '../../platform/server/backup/read-backup.ts'
import { readConfig } from '../../platform/server/config.ts'
import { readArguments, UsageError } from '../arguments.ts'
import { expected } from '../explain.ts'
import type { Terminal } from '../terminal.ts'

interface Listed {
  readonly file: string
  readonly bytes: number
  readonly madeAt: string | null
  readonly release: string | null
  /** Why it cannot be used. */
  readonly fault: string | null
}

const look = async (folder: string, file: string, terminal: Terminal): Promise<Listed> => {
  const path = join(folder, file)
  const { size: bytes } = await stat(path)
  try {
    const { madeAt, release } = await readHeader(path)
    return { file, bytes, madeAt, release, fault: null }
  } catch (error) {
    if (!(error instanceof BackupError)) throw error
    return { file, bytes, madeAt: null, release: null, fault: await expected(error, terminal) }
  }
}

const when = (at: string): string =>
  new Date(at).toLocaleString('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short', timeStyle: 'short' })

/**
 * `fotfeste backup list [FOLDER]`: the backups in the folder, else in that of the schedule, else here; newest first. What
 * they say of themselves is read, not all that they hold.
 */
export const listBackups = async (words: string[], terminal: Terminal): Promise<number> => {
  const [wanted, more] = readArguments(words, {}).positionals
  if (more !== undefined) throw new UsageError('error.positional', { name: more })
  const folder = resolve(wanted ?? readConfig(process.env).backup?.folder ?? '.')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.backup'))
  const found = await Promise.all(names.map((name) => look(folder, name, terminal)))
  const backups = found.sort(
    (one, other) => (other.madeAt ?? '').localeCompare(one.madeAt ?? '') || one.file.localeCompare(other.file),
  )
  terminal.answer({ folder, backups })
  if (backups.length === 0) terminal.print(terminal.text('backup.none', { folder }))
  for (const { file, bytes, madeAt, release, fault } of backups) {
    const size = `${(bytes / 1_000_000).toFixed(1)} MB`
    terminal.print([madeAt === null ? '–' : when(madeAt), size, release ?? '–', fault ?? file].join('\t'))
  }
  return 0
}
