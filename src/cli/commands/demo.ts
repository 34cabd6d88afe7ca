import { loadDemo } from '../../app/demo.ts'
import { createServer } from '../../app/server.ts'
import { connect } from '../../platform/server/database/connect.ts'
import { migrate } from '../../platform/server/database/migrate.ts'
import { release } from '../../platform/server/release.ts'
import { type Command, readArguments, UsageError } from '../arguments.ts'
import { withDatabase } from '../with-database.ts'

/** `fotfeste demo`: fills the database with the demonstration's people, organisations and letters. */
export const demo: Command = async (words, terminal) => {
  const { positionals } = readArguments(words, {})
  if (positionals[0] !== undefined) throw new UsageError('error.positional', { name: positionals[0] })
  return withDatabase(terminal, async ({ ownerUrl, appUrl }, config) => {
    await migrate(ownerUrl, (name) => terminal.step(terminal.text('step.migration', { name })))
    const owner = connect(ownerUrl, { name: 'demo', max: 1 })
    const app = connect(appUrl, { name: 'demo', role: 'fotfeste_app', max: 4 })
    try {
      terminal.step(terminal.text('step.demo'))
      const server = await createServer({ config, databases: { app }, version: release, webFolder: null })
      await loadDemo(server.context, owner)
      await server.app.close()
    } finally {
      await Promise.all([owner.end({ timeout: 5 }), app.end({ timeout: 5 })])
    }
    terminal.answer({ done: true })
    terminal.print(terminal.text('demo.done'))
    return 0
  })
}
