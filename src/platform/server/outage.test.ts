import { randomInt, randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { joinPermissions } from '../rules/permission.ts'
import { buildApp } from './app.ts'
import { readConfig } from './config.ts'
import { connect, type Sql } from './database/connect.ts'
import { type EmbeddedServer, startEmbedded } from './database/embedded.ts'
import { makeFolders } from './database/embedded-folders.ts'
import { isPostgres, serverPid } from './database/embedded-process.ts'
import { migrate } from './database/migrate.ts'
import type { AppContext, Module } from './module.ts'
import { route } from './route.ts'
import { knownActor, systemActor } from './transaction.ts'

const Key = Type.Object({ key: Type.String() })

/** Reads whose right answer only the database can give to just this question, and writes that leave one line. */
const things: Module = {
  name: 'things',
  routes: (app, context) => {
    route(app, context, {
      method: 'GET',
      url: '/api/things/:key',
      access: { permission: 'thing.read' },
      summary: 'Answers the key, by way of the database',
      schema: { params: Key, response: Type.Object({ answer: Type.String() }) },
      handle: async (tx, { params }) => {
        const [first] = await tx.sql<{ answer: string }[]>`select md5(${params.key}) as answer`
        const [second] = await tx.sql<{ answer: string }[]>`select ${first?.answer ?? ''} || ${params.key} as answer`
        return { answer: second?.answer ?? '' }
      },
    })
    route(app, context, {
      method: 'POST',
      url: '/api/things/:key',
      access: { permission: 'thing.write' },
      summary: 'Leaves a line with the key',
      schema: { params: Key, response: Type.Object({ answer: Type.String() }) },
      handle: async (tx, { params }) => {
        await tx.sql`select pg_sleep(0.002)`
        tx.audit({ action: 'thing.write', kind: 'thing', id: params.key })
        return { answer: params.key }
      },
    })
  },
}

/** What PostgreSQL refuses for a while, or rolls back for another's sake. */
const trouble: Module = {
  name: 'trouble',
  routes: (app, context) => {
    route(app, context, {
      method: 'POST',
      url: '/api/pairs/:first/:second',
      access: { permission: 'thing.write' },
      summary: 'Counts up two rows, one after the other',
      withoutAudit: 'a test counts the rows',
      schema: { params: Type.Object({ first: Type.Integer(), second: Type.Integer() }) },
      handle: async (tx, { params }) => {
        await tx.sql`update pair set times = times + 1 where id = ${params.first}`
        await sleep(100)
        await tx.sql`update pair set times = times + 1 where id = ${params.second}`
        return ''
      },
    })
    route(app, context, {
      method: 'POST',
      url: '/api/refused/:code',
      access: { permission: 'thing.write' },
      summary: 'Fails with a code of PostgreSQL',
      schema: { params: Type.Object({ code: Type.String() }) },
      handle: async (tx, { params }) => {
        await tx.sql.script(`do $$ begin raise exception using errcode = '${params.code}'; end $$`)
        return ''
      },
    })
  },
}

const scratch = mkdtempSync(join(tmpdir(), 'fotfeste-outage-'))
chmodSync(scratch, 0o711)
const dataFolder = join(scratch, 'data')
const cluster = () => makeFolders(dataFolder).cluster
let server: EmbeddedServer
let pool: Sql
let owner: Sql
let app: FastifyInstance
const stray: unknown[] = []
const onStray = (error: unknown) => stray.push(error)

beforeAll(async () => {
  process.on('unhandledRejection', onStray)
  process.on('uncaughtException', onStray)
  // Not the fast settings of the other tests: what is acknowledged must be there after a crash.
  server = await startEmbedded({ dataFolder })
  await migrate(server.url)
  pool = connect(server.url, { name: 'app', role: 'fotfeste_app', max: 16 })
  owner = connect(server.url, { name: 'outage test', max: 2 })
  const actor = { ...systemActor('test'), personId: randomUUID(), permissions: new Set(['thing.read', 'thing.write']) }
  const context: AppContext = {
    config: readConfig({ FOTFESTE_SECRET: 'x'.repeat(40) }),
    databases: { app: pool },
    clock: () => new Date(),
    actorOf: () => knownActor(actor),
    permissions: joinPermissions([]),
  }
  app = (await buildApp(context, [things, trouble], { version: 'test', webFolder: null })).app
}, 120_000)

afterAll(async () => {
  await app?.close()
  await pool?.end({ timeout: 1 })
  await owner?.end({ timeout: 1 })
  await server?.release()
  rmSync(scratch, { recursive: true, force: true, maxRetries: 10 })
  process.off('unhandledRejection', onStray)
  process.off('uncaughtException', onStray)
})

const isReady = async (): Promise<boolean> => (await app.inject('/health/ready')).statusCode === 200

/** Ends the server and waits until the one that takes its place answers; tells whether readiness was seen to go down. */
const restart = async (signal: 'SIGINT' | 'SIGKILL'): Promise<boolean> => {
  const pid = serverPid(cluster()) ?? 0
  process.kill(pid, signal)
  let down = false
  for (let waited = 0; waited < 400 && isPostgres(pid); waited += 1) {
    down ||= !(await isReady())
    await sleep(10)
  }
  for (let waited = 0; waited < 1_200; waited += 1) {
    const ready = await isReady()
    down ||= !ready
    if (ready) return down
    await sleep(25)
  }
  throw new Error('the database did not come back')
}

/** Ends one backend of the application; none is there while the server is away. */
const endOne = async (): Promise<boolean> => {
  const [ended] = await owner`select pg_terminate_backend(pid) from pg_stat_activity
    where usename = 'fotfeste_app' order by random() limit 1`.catch(() => [])
  return ended !== undefined
}

describe('a database that vanishes', () => {
  it('costs the requests in flight a 503 and nothing else, and comes back by itself', async () => {
    const acknowledged: string[] = []
    const counts = { right: 0, unavailable: 0 }
    const wrong: string[] = []
    let over = false
    const user = async () => {
      while (!over) {
        const key = randomUUID()
        const writes = randomInt(2) === 1
        const response = await app.inject({ method: writes ? 'POST' : 'GET', url: `/api/things/${key}` })
        const { answer, code } = response.json()
        if (response.statusCode === 503 && code === 'unavailable') {
          counts.unavailable += 1
          await sleep(5)
        } else if (response.statusCode === 200 && answer.endsWith(key) && (writes || answer.length === 32 + 36)) {
          counts.right += 1
          if (writes) acknowledged.push(key)
        } else wrong.push(`${response.statusCode} ${response.body}`)
      }
    }
    const users = Array.from({ length: 50 }, user)
    let ended = 0
    const down: boolean[] = []
    while (ended < 100) {
      if (await endOne()) ended += 1
      if (ended === 33 && down.length === 0) down.push(await restart('SIGINT'))
      if (ended === 66 && down.length === 1) down.push(await restart('SIGKILL'))
      await sleep(randomInt(20))
    }
    over = true
    await Promise.all(users)

    expect(wrong).toEqual([])
    expect(down).toEqual([true, true])
    expect(counts.unavailable).toBeGreaterThan(0)
    expect(acknowledged.length).toBeGreaterThan(100)
    expect(stray).toEqual([])
    const rows = await owner<{ record: string; times: number }[]>`
      select record, count(*) as times from platform.audit where action = 'thing.write' group by record`
    const times = new Map(rows.map((row) => [row.record, row.times]))
    expect(acknowledged.filter((key) => times.get(key) !== 1)).toEqual([])
    expect(rows.filter((row) => row.times > 1)).toEqual([])
  }, 120_000)

  it('keeps its lease through that: a second process finds the server in use, and stops nothing', async () => {
    const second = await startEmbedded({ dataFolder })
    expect(second.started).toBe(false)
    await second.release()
    expect(await isReady()).toBe(true)
  })
})

describe('what PostgreSQL rolls back or refuses for a while', () => {
  it('is tried again when two requests stood in each other’s way', async () => {
    await owner.script(`
      create table pair (id integer primary key, times integer not null);
      insert into pair values (1, 0), (2, 0);
      grant select, update on pair to fotfeste_app`)
    const deadlocks = async () =>
      (await owner<{ n: number }[]>`select deadlocks as n from pg_stat_database where datname = current_database()`)[0]
        ?.n
    const answers = await Promise.all(
      ['1/2', '2/1'].map((pair) => app.inject({ method: 'POST', url: `/api/pairs/${pair}` })),
    )
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect(await owner`select times from pair order by id`).toEqual([{ times: 2 }, { times: 2 }])
    await expect.poll(deadlocks).toBeGreaterThan(0) // else nothing has been tried again
  })

  it.each([
    ['a full disk', '53100', 'storage-full'],
    ['a deadlock each time', '40P01', 'busy'],
    ['a lock that is held too long', '55P03', 'busy'],
    ['a statement that takes too long', '57014', 'busy'],
    ['too many connections', '53300', 'unavailable'],
  ])('%s is a 503 in its own words', async (_, code, problem) => {
    const answer = await app.inject({ method: 'POST', url: `/api/refused/${code}` })
    expect([answer.statusCode, answer.json().code]).toEqual([503, problem])
  })
})
