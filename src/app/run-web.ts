import { refuseHalfRestored } from '../platform/server/backup/restore.ts'
import { ConfigError } from '../platform/server/config-error.ts'
import { connect } from '../platform/server/database/connect.ts'
import { migrate } from '../platform/server/database/migrate.ts'
import { openDatabase } from '../platform/server/database/open.ts'
import { loadDemo } from './demo.ts'
import { type Running, type RunOptions, Started, serverLogger } from './running.ts'
import { createServer } from './server.ts'

/** How the web process is to run. */
export interface WebOptions extends RunOptions {
  readonly webFolder: string | null
  readonly onMigration?: (name: string) => void
  readonly onDemo?: () => void
}

/**
 * Starts what answers people: database, migrations, demo, HTTP. When a step fails, what was started is stopped again.
 * Throws ConfigError when the port is taken, EmbeddedError or MigrationError from the database.
 */
export const runWeb = async (options: WebOptions): Promise<Running> => {
  const started = new Started()
  try {
    const { config } = options
    const { release, ownerUrl, appUrl } = await openDatabase(config, options.onDatabase)
    started.push(release)
    const check = connect(ownerUrl, { name: 'check', max: 1 })
    await refuseHalfRestored(check).finally(() => check.end({ timeout: 1 }))
    await migrate(ownerUrl, options.onMigration)
    let log = (_error: Error): void => {}
    const app = connect(appUrl, { role: 'fotfeste_app', name: 'web', max: 16, onLost: (error) => log(error) })
    started.push(() => app.end({ timeout: 5 }))
    const server = await createServer({ ...options, databases: { app }, logger: serverLogger(config) })
    log = ({ message }) => server.app.log.warn({ reason: message }, 'a connection to the database was lost')
    started.push(() => server.app.close())
    if (config.demo) {
      options.onDemo?.()
      const owner = connect(ownerUrl, { name: 'demo', max: 1 })
      await loadDemo(server.context, owner).finally(() => owner.end({ timeout: 5 }))
    }
    await server.app.listen({ port: config.port, host: config.host }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error
      throw new ConfigError('config.port', { port: config.port, reason: error.code ?? error.message })
    })
    return { stop: () => started.stop() }
  } catch (error) {
    await started.stop()
    throw error
  }
}
