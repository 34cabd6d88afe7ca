/**
 * How quickly the front page and the register's list answer over HTTP with 1 000 assignments at 100 requests a second,
 * as a ratio to the bare query through the driver at the same rate in the same run (goal: p95 at most 2×).
 * The server runs in a thread of its own, the load comes from this one, and both look at one embedded PostgreSQL.
 * Usage: node scripts/run-ts.mjs bench/register-list.ts [seconds]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { permissionsOf } from '../src/access/rules/roles.ts'
import { loadDemoAccess } from '../src/access/server/index.ts'
import { loginAs } from '../src/access/server/testing.ts'
import { createServer } from '../src/app/server.ts'
import { listCommitments } from '../src/governance/server/register/list-commitments.ts'
import { viewFrontPage } from '../src/governance/server/rhythm/view-front-page.ts'
import { addLetter } from '../src/governance/server/testing/register-rows.ts'
import { type Config, readConfig } from '../src/platform/server/config.ts'
import { connect, type Sql } from '../src/platform/server/database/connect.ts'
import { startEmbedded } from '../src/platform/server/database/embedded.ts'
import { migrate } from '../src/platform/server/database/migrate.ts'
import { type Actor, systemActor, type Tx } from '../src/platform/server/transaction.ts'
import { atRate, overHttp, percentile } from './shared/over-http.ts'

const rate = 100
const assignments = 1000
const seconds = Number(process.argv[2] ?? '10')
const rounds = 3
const lasts = (turn: number): boolean => turn < rate * seconds
const connections = 10
/** Plans are cached and code is compiled before anything is timed. */
const warmUp = 100

const configOf = (): Config => readConfig({ FOTFESTE_SECRET: 'bench'.repeat(10), FOTFESTE_DEMO: 'yes' })

/** The server's thread: listens on a free port and tells which. */
const serve = async (databaseUrl: string): Promise<void> => {
  const app = connect(databaseUrl, { role: 'fotfeste_app', name: 'bench app', max: 16 })
  const server = await createServer({ config: configOf(), databases: { app }, version: 'bench', webFolder: null })
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  const address = server.app.server.address()
  parentPort?.postMessage(typeof address === 'object' && address !== null ? address.port : 0)
}

/** A register of one year: assignments with deadlines, owners, lights and a note each. */
const fill = async (owner: Sql, person: string, organisation: string): Promise<void> => {
  const letter = await addLetter(owner, 'Tildelingsbrev', 2026)
  await owner`
    with goal as (
      insert into governance.goal (letter, year, number, title, position)
      select ${letter}, 2026, n::text, 'Mål ' || n, n from generate_series(1, 6) n returning id, position
    ), made as (
      insert into governance.commitment (kind, letter, goal, year, code, title, position, state, light, owner_unit,
        owner_person, next_deadline)
      select 'assignment', ${letter}, g.id, 2026, '2026-' || lpad(n::text, 4, '0'),
        'Oppdrag om bosetting og kvalifisering nummer ' || n, n, case when n % 10 = 0 then 'done' else 'open' end,
        (array['green', 'yellow', 'red', null])[n % 4 + 1],
        case when n % 5 > 0 then ${organisation}::uuid end, case when n % 20 = 0 then ${person}::uuid end,
        case when n % 10 > 0 then date '2026-01-01' + n % 700 end
      from generate_series(1, ${assignments}) n join goal g on g.position = n % 6 + 1
      returning id, next_deadline, position
    ), dated as (
      insert into governance.deadline (commitment, due)
      select id, coalesce(next_deadline, '2026-06-01') + 90 * part from made, generate_series(0, 2) part
    )
    insert into governance.status_note (commitment, light, deviation, measures)
    select id, 'yellow', 'Forsinket', 'Tiltak' from made where position % 2 = 0`
  await owner`vacuum analyze`
}

/** A handle on a connection that stays as the actor, for the query alone: no request, no session, no transaction. */
const bareTx = async (pool: Sql, actor: Actor): Promise<Tx> => {
  const sql = await pool.reserve()
  await sql`select set_config('fotfeste.actor', ${actor.personId}, false),
    set_config('fotfeste.organisation', ${actor.organisationId}, false),
    set_config('fotfeste.permissions', ${`,${[...actor.permissions].join(',')},`}, false)`
  return { sql, actor, now: new Date(), audit: () => {}, viewed: () => {}, enqueue: () => {}, notify: () => {} }
}

const pages = [
  { name: 'register list', path: '/api/commitments', view: (tx: Tx) => listCommitments(tx, {}) },
  {
    name: 'register list, filtered',
    path: '/api/commitments?light=red&state=open',
    view: (tx: Tx) => listCommitments(tx, { light: 'red', state: 'open' }),
  },
  { name: 'front page', path: '/api/front-page', view: (tx: Tx) => viewFrontPage(tx) },
] as const

const main = async (): Promise<void> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'fotfeste-bench-'))
  const database = await startEmbedded({ dataFolder })
  try {
    await migrate(database.url)
    const owner = connect(database.url, { name: 'bench owner', max: 1 })
    await loadDemoAccess(owner, configOf())
    const login = await loginAs(owner, 'controller')
    await fill(owner, login.account, login.organisation)
    const actor: Actor = {
      ...systemActor('bench'),
      personId: login.account,
      organisationId: login.organisation,
      permissions: new Set(permissionsOf('controller', 'directorate-unit')),
    }
    const worker = new Worker(new URL(import.meta.url), { workerData: database.url })
    const port = await new Promise<number>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
    })
    const pool = connect(database.url, { role: 'fotfeste_app', name: 'bench bare', max: connections })
    const handles = await Promise.all(Array.from({ length: connections }, () => bareTx(pool, actor)))
    const agent = new Agent({ keepAlive: true, maxSockets: connections })
    const results: Record<string, string | number>[] = []
    for (const page of pages) {
      const bare: number[] = []
      const http: number[] = []
      const url = `http://127.0.0.1:${port}${page.path}`
      const askBare = (turn: number) => page.view(handles[turn % connections] as Tx)
      const askHttp = () => overHttp(agent, url, { cookie: login.headers.cookie })
      for (let turn = 0; turn < warmUp; turn += 1) await Promise.all([askBare(turn), askHttp()])
      for (let round = 0; round < rounds; round += 1) {
        bare.push(...(await atRate(rate, lasts, askBare)))
        http.push(...(await atRate(rate, lasts, askHttp)))
      }
      const shares = [0.5, 0.95] as const
      const [median, slow] = shares.map((share) => percentile(bare, share))
      const [httpMedian, httpSlow] = shares.map((share) => percentile(http, share))
      const ms = (time = Number.NaN) => Number(time.toFixed(2))
      results.push({
        page: page.name,
        'bare median ms': ms(median),
        'HTTP median ms': ms(httpMedian),
        'bare p95 ms': ms(slow),
        'HTTP p95 ms': ms(httpSlow),
        'p95 ratio': ms((httpSlow ?? 0) / (slow ?? 0)),
      })
    }
    console.table(results)
    agent.destroy()
    await worker.terminate()
    await Promise.all([owner.end({ timeout: 1 }), pool.end({ timeout: 1 })])
  } finally {
    await database.release()
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 10 })
  }
}

await (isMainThread ? main() : serve(workerData as string))
