import type { FastifyInstance } from 'fastify'
import { joinPermissions } from '../../rules/permission.ts'
import { buildApp } from '../app.ts'
import { readConfig } from '../config.ts'
import type { AppContext, Module, Task } from '../module.ts'
import { type Actor, inTransaction, knownActor, systemActor, type Tx } from '../transaction.ts'
import type { TestDatabase } from './database.ts'

/** An application of some modules on a test database, where the test says who asks and what time it is. */
export interface TestServer {
  readonly app: FastifyInstance
  readonly context: AppContext
  /** Everything asked from now on is asked by this actor. */
  actAs(actor: Actor): void
  /** Moves the clock. */
  setNow(instant: string): void
  /** Runs a transaction as the present actor, for what has no route. */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Runs a job as the queue would, as the system. */
  runTask(task: Task, payload?: Readonly<Record<string, unknown>>): Promise<void>
}

/** An actor with some permissions; give the rest where the test needs it. */
export const testActor = (permissions: readonly string[], fields: Partial<Actor> = {}): Actor => ({
  ...systemActor('test'),
  name: 'Test',
  personId: '00000000-0000-4000-8000-000000000001',
  permissions: new Set(permissions),
  ...fields,
})

/** Builds the application of `modules` at the instant `now`. */
export const testServer = async (
  database: TestDatabase,
  modules: readonly Module[],
  now: string,
): Promise<TestServer> => {
  let actor = testActor([])
  let instant = new Date(now)
  const context: AppContext = {
    config: readConfig({ FOTFESTE_SECRET: 'x'.repeat(40), FOTFESTE_DEMO: 'yes' }),
    databases: { app: database.app },
    clock: () => instant,
    actorOf: () => knownActor(actor),
    permissions: joinPermissions(modules),
  }
  const { app } = await buildApp(context, modules, { version: 'test', webFolder: null })
  return {
    app,
    context,
    actAs: (next) => {
      actor = next
    },
    setNow: (next) => {
      instant = new Date(next)
    },
    run: (work) => inTransaction(context.databases, actor, instant, work),
    runTask: (task, payload = {}) =>
      task(payload, {
        ...context,
        inTransaction: (work) => inTransaction(context.databases, systemActor('job test'), instant, work),
      }),
  }
}
