import type { FastifyInstance } from 'fastify'
import { readConfig } from '../../../platform/server/config.ts'
import type { Task } from '../../../platform/server/module.ts'
import { gatherExports, makeExportTask } from '../../../platform/server/register/make-export.ts'
import { type TestDatabase, testDatabase } from '../../../platform/server/testing/database.ts'
import { inTransaction, systemActor } from '../../../platform/server/transaction.ts'
import { loadDemo } from '../../demo.ts'
import { modules } from '../../modules.ts'
import { createServer } from '../../server.ts'
import { type Matrix, readMatrix } from './matrix.ts'
import { People } from './people.ts'
import { type Operation, operationsOf } from './shapes.ts'

/** The routes that take a file; the API description has no shape for them. */
const multipart = ['POST /api/letters', 'POST /api/deliveries/{id}/document']

/** The whole application with the demo loaded, on a database of its own. */
export interface World {
  readonly app: FastifyInstance
  readonly database: TestDatabase
  readonly operations: readonly Operation[]
  readonly matrix: Matrix
  readonly people: People
  /** What the server has written to its log as an error since it was last asked. */
  readonly errors: () => string
  /** Runs a job as the queue would. */
  readonly runTask: (name: string, payload: Readonly<Record<string, unknown>>) => Promise<void>
  readonly close: () => Promise<void>
}

/** Starts it. */
export const startWorld = async (): Promise<World> => {
  const database = await testDatabase()
  let logged = ''
  const { app, context } = await createServer({
    config: readConfig({ FOTFESTE_DEMO: 'yes', FOTFESTE_SECRET: 'a secret for tests that is long enough' }),
    databases: { app: database.app },
    version: 'test',
    webFolder: null,
    logger: { level: 'error', stream: { write: (line: string) => (logged += line) } },
  })
  await loadDemo(context, database.owner)
  const people = new People(app, database.owner)
  await people.begin()
  return {
    app,
    database,
    operations: operationsOf(app.swagger(), multipart),
    matrix: readMatrix(),
    people,
    errors: () => {
      const said = logged
      logged = ''
      return said
    },
    runTask: async (name, payload) => {
      const own = { 'make-export': makeExportTask(gatherExports(modules)) }
      const task = [own, ...modules.map(({ tasks = {} }) => tasks)]
        .map((tasks: Readonly<Record<string, Task>>) => tasks[name])
        .find((one) => one !== undefined)
      if (!task) throw new Error(`no task ${name}`)
      await task(payload, {
        ...context,
        inTransaction: (work) => inTransaction(context.databases, systemActor('fuzz'), context.clock(), work),
      })
    },
    close: async () => {
      await app.close()
      await database.drop()
    },
  }
}
