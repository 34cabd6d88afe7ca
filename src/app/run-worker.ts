import { connect } from '../platform/server/database/connect.ts'
import { pendingMigrations } from '../platform/server/database/migrate.ts'
import { openDatabase } from '../platform/server/database/open.ts'
import { type Jobs, startJobs } from '../platform/server/jobs.ts'
import { startTestInbox } from '../platform/server/test-inbox.ts'
import { modules } from './modules.ts'
import { type Running, type RunOptions, Started, serverLogger } from './running.ts'
import { createServer } from './server.ts'

/** How the worker process is to run. */
export interface WorkerOptions extends RunOptions {
  /** The number of an earlier worker that was ended by the loss of its database, see `startJobs`. */
  readonly innocent: number | null
}

/** The running worker process. */
export interface RunningWorker extends Running, Pick<Jobs, 'runner' | 'lost'> {}

/** Starts what runs the jobs, on a database that has been migrated. Shares nothing with the web process but PostgreSQL. */
export const runWorker = async (options: WorkerOptions): Promise<RunningWorker> => {
  const started = new Started()
  try {
    let { config } = options
    const { release, ownerUrl, appUrl } = await openDatabase(config, options.onDatabase)
    started.push(release)
    const check = connect(ownerUrl, { name: 'check', max: 1 })
    const pending = await pendingMigrations(check).finally(() => check.end({ timeout: 1 }))
    if (pending.length > 0) throw new Error(`the database is not migrated yet: ${pending.join(', ')}`)
    const app = connect(appUrl, { role: 'fotfeste_app', name: 'worker', max: 4 })
    started.push(() => app.end({ timeout: 5 }))
    const clock = () => new Date()
    if (config.demo && config.smtpUrl === null) {
      const inbox = await startTestInbox({ app }, clock)
      started.push(() => inbox.close())
      config = { ...config, smtpUrl: inbox.url }
    }
    const server = await createServer({
      ...options,
      config,
      clock,
      databases: { app },
      logger: serverLogger(config),
      webFolder: null,
    })
    started.push(() => server.app.close())
    const jobs = await startJobs(server.context, modules, ownerUrl, server.app.log, options.innocent)
    started.push(() => jobs.stop())
    return { runner: jobs.runner, lost: jobs.lost, stop: () => started.stop() }
  } catch (error) {
    await started.stop()
    throw error
  }
}
