import type { InjectOptions } from 'fastify'
import { buildApp } from '../../../platform/server/app.ts'
import { readConfig } from '../../../platform/server/config.ts'
import { type TestDatabase, testDatabase } from '../../../platform/server/testing/database.ts'
import { type Actor, knownActor } from '../../../platform/server/transaction.ts'
import { governanceModule } from '../../module.ts'
import { makeDirectorate, type TestDirectorate } from './directorate.ts'
import { permissions } from './permissions.ts'

/** The register's routes over HTTP on a database of the test file's own, asked by whoever the test says. */
export interface RegisterApp {
  readonly database: TestDatabase
  readonly people: TestDirectorate
  /** Asks as an actor; the body comes back parsed. */
  readonly ask: <T = Record<string, unknown>>(
    actor: Actor,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: object,
  ) => Promise<{ status: number; body: T }>
  /** Asks as an actor; the answer is bytes, and the request may carry anything. */
  readonly askRaw: (actor: Actor, options: InjectOptions) => Promise<{ status: number; bytes: Buffer; type: string }>
  readonly close: () => Promise<void>
}

/** Today in these tests. */
export const testToday = '2026-06-15'

/** Builds it; one a test file. */
export const registerApp = async (): Promise<RegisterApp> => {
  const database = await testDatabase()
  const people = await makeDirectorate(database.owner)
  let asking: Actor = people.controller
  const { app } = await buildApp(
    {
      config: readConfig({ FOTFESTE_SECRET: 'x'.repeat(40) }),
      databases: { app: database.app },
      clock: () => new Date(`${testToday}T10:00:00Z`),
      actorOf: () => knownActor(asking),
      permissions,
    },
    [governanceModule],
    { version: 'test', webFolder: null },
  )
  return {
    database,
    people,
    ask: async <T>(actor: Actor, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object) => {
      asking = actor
      const answer = await app.inject({ method, url, ...(body === undefined ? {} : { payload: body }) })
      return { status: answer.statusCode, body: answer.json() as T }
    },
    askRaw: async (actor, options) => {
      asking = actor
      const answer = await app.inject(options)
      return { status: answer.statusCode, bytes: answer.rawPayload, type: String(answer.headers['content-type']) }
    },
    close: async () => {
      await app.close()
      await database.drop()
    },
  }
}
