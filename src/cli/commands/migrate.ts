import { migrate } from '../../platform/server/database/migrate.ts'
import { type Command, readArguments, UsageError } from '../arguments.ts'
import { withDatabase } from '../with-database.ts'

/** `fotfeste migrate`: brings the database to this release's schema. */
export const migrateCommand: Command = async (words, terminal) => {
  const { positionals } = readArguments(words, {})
  if (positionals[0] !== undefined) throw new UsageError('error.positional', { name: positionals[0] })
  return withDatabase(terminal, async ({ ownerUrl }) => {
    const done = await migrate(ownerUrl, (name) => terminal.step(terminal.text('step.migration', { name })))
    terminal.answer({ migrations: done })
    terminal.print(
      done.length === 0 ? terminal.text('migrate.none') : terminal.text('migrate.done', { count: done.length }),
    )
    return 0
  })
}
