import { sessionActor } from '../access/server/index.ts'
import { buildApp, type Server } from '../platform/server/app.ts'
import type { Config } from '../platform/server/config.ts'
import type { AppContext } from '../platform/server/module.ts'
import type { Databases } from '../platform/server/transaction.ts'
import { modules, permissions } from './modules.ts'
import { refuseUndeclared } from './undeclared.ts'

/** What it takes to put the application together. */
export interface ServerOptions {
  readonly config: Config
  readonly databases: Databases
  readonly version: string
  /** Folder of the built web, or null to serve the API alone. */
  readonly webFolder: string | null
  /** The current instant; the real clock unless a test gives another. */
  readonly clock?: () => Date
  readonly logger?: boolean | object
}

/** The HTTP application with what its modules were given. */
export interface Application extends Server {
  readonly context: AppContext
}

/** Builds the HTTP application of all modules. Does not listen. Throws when one names a permission that none declares. */
export const createServer = async (options: ServerOptions): Promise<Application> => {
  const { config, databases, clock = () => new Date() } = options
  const context: AppContext = {
    config,
    databases,
    clock,
    permissions,
    actorOf: sessionActor({ config, clock, permissions }),
  }
  const server = await buildApp(context, modules, {
    logger: options.logger ?? false,
    version: options.version,
    webFolder: options.webFolder,
  })
  refuseUndeclared(permissions, server.routes, modules)
  return { ...server, context }
}
