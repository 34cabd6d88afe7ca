import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { backUp } from '../../platform/server/backup/back-up.ts'
import { release } from '../../platform/server/release.ts'
import { type Command, CommandError, onlyWord, readArguments } from '../arguments.ts'
import { withDatabase } from '../with-database.ts'
import { listBackups } from './backup-list.ts'

/** A name that sorts by time and has no character that a file system refuses. */
const nameAt = (now: Date): string => `fotfeste-${now.toISOString().slice(0, 19).replace(/[:T]/g, '-')}.backup`

/** `fotfeste backup [FILE]`: every table into one file. The service may run meanwhile. `backup list`: what there is. */
export const backup: Command = async (words, terminal) => {
  if (words[0] === 'list') return listBackups(words.slice(1), terminal)
  const { positionals } = readArguments(words, {})
  const now = new Date()
  const file = resolve(positionals.length === 0 ? nameAt(now) : onlyWord(positionals, ''))
  if (existsSync(file)) throw new CommandError('backup.exists', { file })
  return withDatabase(terminal, async ({ ownerUrl }, config) => {
    const { tables } = await backUp({
      url: ownerUrl,
      file,
      release,
      now,
      onTable: (table, done, of) => terminal.progress(terminal.text('backup.table', { table }), done, of),
    })
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    const bytes = statSync(file).size
    terminal.answer({ file, tables: tables.length, rows, bytes })
    const size = (bytes / 1_000_000).toFixed(1)
    terminal.step(terminal.text('backup.done', { file, tables: tables.length, rows, size }))
    terminal.step(terminal.text('backup.secret', { folder: config.dataFolder }))
    return 0
  })
}
