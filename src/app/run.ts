import { markRunner } from '../platform/server/abandoned-jobs.ts'
import { refuseHalfRestored } from '../platform/server/backup/restore.ts'
import { type Config, ConfigError } from '../platform/server/config.ts'
import { connect } from '../platform/server/database/connect.ts'
import { migrate } from '../platform/server/database/migrate.ts'
import { type DatabaseStep, openDatabase } from '../platform/server/database/open.ts'
import { startJobs } from '../platform/server/jobs.ts'
import { startTestInbox } from '../platform/server/test-inbox.ts'
import { loadDemo } from './demo.ts'
import { modules } from './modules.ts'
import { createServer } from './server.ts'

/** How the application is to run. */
export interface RunOptions {
  readonly config: Config
  readonly version: string
  readonly webFolder: string | null
  /** Told when the embedded database is made, started, or found running. */
  readonly onDatabase?: (step: DatabaseStep) => void
  readonly onMigration?: (name: string) => void
  readonly onDemo?: () => void
  readonly clock?: () => Date
}

/** The running application. */
export interface Running {
  readonly baseUrl: string
  /** Answers what is under way, finishes the jobs that run, and lets go of the database. */
  stop(): Promise<void>
}

/** Undo functions of what was started, run in reverse order. */
const stopAll = async (started: (() => Promise<unknown>)[]): Promise<void> => {
  for (const stop of started.reverse()) await stop()
  started.length = 0
}

/**
 * Starts everything: database, migrations, demo, jobs, HTTP. When a step fails, what was started is stopped again.
 * Throws ConfigError when the port is taken, EmbeddedError or MigrationError from the database.
 */
export const run = async (options: RunOptions): Promise<Running> => {
  const started: (() => Promise<unknown>)[] = []
  try {
    let { config } = options
    const database = await openDatabase(config, options.onDatabase)
    started.push(() => database.release())
    const { ownerUrl } = database
    const check = connect(ownerUrl, { name: 'check', max: 1 })
    await refuseHalfRestored(check).finally(() => check.end({ timeout: 1 }))
    await migrate(ownerUrl, options.onMigration)
    const app = connect(database.appUrl, { role: 'fotfeste_app', name: 'app', max: 16 })
    started.push(() => app.end({ timeout: 5 }))
    const clock = options.clock ?? (() => new Date())
    if (config.demo && config.smtpUrl === null) {
      const inbox = await startTestInbox({ app }, clock)
      started.push(() => inbox.close())
      config = { ...config, smtpUrl: inbox.url }
    }
    const server = await createServer({
      ...options,
      config,
      databases: { app },
      logger: {
        level: config.logLevel,
        // PostgreSQL quotes the row that it refuses.
        redact: [
          'req.headers',
          ...['params', 'parameters', 'query', 'args', 'detail', 'where'].map((of) => `err.${of}`),
        ],
      },
    })
    started.push(() => server.app.close())
    if (config.demo) {
      options.onDemo?.()
      const owner = connect(ownerUrl, { name: 'demo', max: 1 })
      await loadDemo(server.context, owner).finally(() => owner.end({ timeout: 5 }))
    }
    const mark = await markRunner(ownerUrl)
    started.push(() => mark.release())
    const jobs = await startJobs(server.context, modules, ownerUrl, server.app.log)
    started.push(() => jobs.stop())
    await server.app.listen({ port: config.port, host: config.host }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error
      throw new ConfigError('config.port', { port: config.port, reason: error.code ?? error.message })
    })
    return { baseUrl: config.baseUrl, stop: () => stopAll(started) }
  } catch (error) {
    await stopAll(started)
    throw error
  }
}
