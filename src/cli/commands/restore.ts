import { resolve } from 'node:path'
import { BackupError } from '../../platform/server/backup/format.ts'
import { readBackup } from '../../platform/server/backup/read-backup.ts'
import { restore } from '../../platform/server/backup/restore.ts'
import { type Command, onlyWord, readArguments } from '../arguments.ts'
import { withDatabase } from '../with-database.ts'

/** `fotfeste restore FILE`: a backup into an empty database. */
export const restoreCommand: Command = async (words, terminal) => {
  const { positionals } = readArguments(words, {})
  const file = resolve(onlyWord(positionals, 'FIL'))
  // Read through before a data folder is made for it.
  await readBackup(file)
  return withDatabase(terminal, async ({ ownerUrl }) => {
    const { tables } = await restore({
      url: ownerUrl,
      file,
      onTable: (table, done, of) => terminal.progress(terminal.text('restore.table', { table }), done, of),
    }).catch((error: Error) => {
      if (error instanceof BackupError && error.code === 'backup.inUse')
        terminal.complain(terminal.text('restore.hint'))
      throw error
    })
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    terminal.answer({ tables: tables.length, rows })
    terminal.step(terminal.text('restore.done', { tables: tables.length, rows }))
    return 0
  })
}
