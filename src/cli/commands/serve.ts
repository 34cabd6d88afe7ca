import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type DemoPerson, demoPeople } from '../../access/server/index.ts'
import { run } from '../../app/run.ts'
import { type Config, readConfig } from '../../platform/server/config.ts'
import { projectRoot } from '../../platform/server/project-root.ts'
import { release } from '../../platform/server/release.ts'
import { type Command, CommandError, readArguments, UsageError } from '../arguments.ts'
import { portState } from '../port.ts'
import type { Terminal } from '../terminal.ts'
import type { TextKey } from '../texts/nb.ts'
import { tellDatabase } from '../with-database.ts'

const refusals = {
  taken: 'serve.portTaken',
  denied: 'serve.portDenied',
  'unknown-host': 'serve.hostUnknown',
} as const satisfies Record<string, TextKey>

/** The settings, with what the command line says on top. */
const settings = (words: string[]): Config => {
  const { values, positionals } = readArguments(words, { demo: { type: 'boolean' }, port: { type: 'string' } })
  if (positionals[0] !== undefined) throw new UsageError('error.positional', { name: positionals[0] })
  const quiet = process.stdout.isTTY && process.env.FOTFESTE_LOG_LEVEL === undefined
  return readConfig({
    ...process.env,
    ...(values.demo ? { FOTFESTE_DEMO: 'yes' } : {}),
    ...(values.port === undefined ? {} : { FOTFESTE_PORT: values.port }),
    // On a terminal somebody wants to see the address, not a line of JSON for each thing that happens.
    ...(quiet ? { FOTFESTE_LOG_LEVEL: 'warn' } : {}),
  })
}

const tellReady = (terminal: Terminal, config: Config, address: string): void => {
  const people: DemoPerson[] = config.demo ? demoPeople() : []
  terminal.answer({ address, demoUsers: people })
  terminal.print('')
  terminal.print(terminal.text('serve.ready', { address }))
  if (people.length > 0) {
    terminal.print('')
    terminal.print(terminal.text('serve.users'))
    for (const { what, name, subject } of people) terminal.print(`  ${what.padEnd(64)} ${name} (${subject})`)
  }
  terminal.print('')
  terminal.print(terminal.text('serve.stopHint'))
}

/** Resolves at the first signal to stop. A second one ends the process at once; nothing acknowledged is lost by it. */
const signalled = (): Promise<void> =>
  new Promise((resolve) => {
    let asked = false
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (asked) process.exit(130)
        asked = true
        resolve()
      })
    }
  })

/** `fotfeste serve [--demo] [--port N]`: database, migrations, jobs and HTTP, until told to stop. */
export const serve: Command = async (words, terminal) => {
  const config = settings(words)
  const state = await portState(config.port, config.host)
  if (state !== 'free') throw new CommandError(refusals[state], { port: config.port, host: config.host })
  const web = join(projectRoot, 'dist', 'web')
  const stopping = signalled()
  const running = await run({
    config,
    version: release,
    webFolder: existsSync(join(web, 'index.html')) ? web : null,
    onDatabase: tellDatabase(terminal, config),
    onMigration: (name) => terminal.step(terminal.text('step.migration', { name })),
    onDemo: () => terminal.step(terminal.text('step.demo')),
  })
  tellReady(terminal, config, running.baseUrl)
  await stopping
  terminal.step(terminal.text('serve.stopping'))
  await running.stop()
  terminal.step(terminal.text('serve.stopped'))
  return 0
}
