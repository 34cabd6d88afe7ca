import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type DemoPerson, demoPeople } from '../../access/server/index.ts'
import { runWeb } from '../../app/run-web.ts'
import type { Running } from '../../app/running.ts'
import { type Config, readConfig } from '../../platform/server/config.ts'
import { projectRoot } from '../../platform/server/project-root.ts'
import { release } from '../../platform/server/release.ts'
import { type Command, CommandError, readArguments, UsageError } from '../arguments.ts'
import { portState } from '../port.ts'
import { stopSignal } from '../stop-signal.ts'
import { superviseWorker } from '../supervise.ts'
import type { Terminal } from '../terminal.ts'
import type { TextKey } from '../texts/nb.ts'
import { reportDatabase } from '../with-database.ts'

const refusals = {
  taken: 'serve.portTaken',
  denied: 'serve.portDenied',
  'unknown-host': 'serve.hostUnknown',
} as const satisfies Record<string, TextKey>

/** Which processes `--only` asks for; both when it is not given. */
const parts = ['web', 'worker'] as const

/** The settings, with what the command line says on top; the worker gets them as its environment. */
const settings = (words: string[]) => {
  const { values, positionals } = readArguments(words, {
    demo: { type: 'boolean' },
    port: { type: 'string' },
    only: { type: 'string' },
  })
  if (positionals[0] !== undefined) throw new UsageError('error.positional', { name: positionals[0] })
  const only = parts.find((part) => part === values.only)
  if (values.only !== undefined && only === undefined) throw new UsageError('error.value', { name: '--only' })
  const quiet = process.stdout.isTTY && process.env.FOTFESTE_LOG_LEVEL === undefined
  const environment = {
    ...process.env,
    ...(values.demo ? { FOTFESTE_DEMO: 'yes' } : {}),
    ...(values.port === undefined ? {} : { FOTFESTE_PORT: values.port }),
    // On a terminal somebody wants to see the address, not a line of JSON for each thing that happens.
    ...(quiet ? { FOTFESTE_LOG_LEVEL: 'warn' } : {}),
  }
  return { config: readConfig(environment), only, environment }
}

const startWeb = async (config: Config, terminal: Terminal): Promise<Running> => {
  const state = await portState(config.port, config.host)
  if (state !== 'free') throw new CommandError(refusals[state], { port: config.port, host: config.host })
  const web = join(projectRoot, 'dist', 'web')
  return runWeb({
    config,
    version: release,
    webFolder: existsSync(join(web, 'index.html')) ? web : null,
    onDatabase: reportDatabase(terminal, config),
    onMigration: (name) => terminal.step(terminal.text('step.migration', { name })),
    onDemo: () => terminal.step(terminal.text('step.demo')),
  })
}

const reportReady = (terminal: Terminal, config: Config, address: string): void => {
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

/**
 * `fotfeste serve [--demo] [--port N] [--only web|worker]`: answers people in this process and runs jobs in another, until
 * stopped. `--only` is for several machines on one database.
 */
export const serve: Command = async (words, terminal) => {
  const { config, only, environment } = settings(words)
  const stopping = stopSignal()
  const started: Running[] = []
  const stop = async () => {
    for (const running of started.splice(0).reverse()) await running.stop()
  }
  try {
    if (only !== 'worker') started.push(await startWeb(config, terminal))
    if (only !== 'web') {
      started.push(
        superviseWorker(environment, (code) =>
          terminal.step(terminal.text('serve.workerEnded', { code: code ?? '–' })),
        ),
      )
    }
    if (only === 'worker') terminal.step(terminal.text('serve.worker'))
    else reportReady(terminal, config, config.baseUrl)
    await stopping
    terminal.step(terminal.text('serve.stopping'))
  } finally {
    await stop()
  }
  terminal.step(terminal.text('serve.stopped'))
  return 0
}
