/**
 * How quickly the front page and the register's list answer over HTTP with 1 000 assignments at 100 (front page: 30)
 * requests a second, or, with `100000` for assignments, the list with a first page and its count, a page in the middle,
 * each order, what one person owns and a search, as a ratio to a bare Fastify handler that runs the same statements (limits and session, query,
 * commit) on the same data, asked in turn with ours, request by request (goal: p95 at most 1.5×). The difference is all that the house adds: headers,
 * limits, cookies, access, contracts, logs.
 * Both servers run in one thread of their own, the load comes from this one, and all look at one embedded PostgreSQL.
 * Usage: node scripts/run-ts.mjs bench/register-list.ts [seconds] [assignments]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { loadDemoAccess } from '../src/access/server/index.ts'
import { tokenHash } from '../src/access/server/keys.ts'
import { sessionRules } from '../src/access/server/session-actor.ts'
import { loginAs } from '../src/access/server/testing.ts'
import { permissions } from '../src/app/modules.ts'
import { createServer } from '../src/app/server.ts'
import type { ListQuery } from '../src/governance/rules/follow-up/list-shape.ts'
import { viewCommitments } from '../src/governance/server/register/view-commitments.ts'
import { viewFrontPage } from '../src/governance/server/rhythm/view-front-page.ts'
import { addLetter } from '../src/governance/server/testing/register-rows.ts'
import { osloDate } from '../src/platform/rules/plain-date.ts'
import { type Config, readConfig } from '../src/platform/server/config.ts'
import { connect, type Sql } from '../src/platform/server/database/connect.ts'
import { startEmbedded } from '../src/platform/server/database/embedded.ts'
import { migrate } from '../src/platform/server/database/migrate.ts'
import { type Actor, openings, systemActor, type Tx } from '../src/platform/server/transaction.ts'
import { inTurn, overHttp, percentile } from './shared/over-http.ts'

const assignments = Number(process.argv[3] ?? '1000')
const large = assignments > 10_000
const seconds = Number(process.argv[2] ?? '30')
const connections = 10
/** Plans are cached and code is compiled before anything is timed. */
const warmUp = large ? 10 : 100

const none = '00000000-0000-0000-0000-000000000000'
const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const cursor = (...values: string[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')

const configOf = (): Config => readConfig({ FOTFESTE_SECRET: 'bench'.repeat(10), FOTFESTE_DEMO: 'yes' })

/** What the servers' thread is given. */
interface Orders {
  readonly databaseUrl: string
  readonly token: string
  readonly actor: Actor
}

/** The same statements as ours, in a handler that does nothing besides. */
const bareServer = ({ databaseUrl, token, actor }: Orders): FastifyInstance => {
  const pool = connect(databaseUrl, { role: 'fotfeste_app', name: 'bench bare', max: 16 })
  const bare = Fastify()
  const hash = tokenHash(token)
  const rules = sessionRules(permissions)
  const nothing = () => {}
  for (const [number, page] of pages.entries()) {
    bare.get(`/${number}`, async () => {
      const sql = await pool.reserve()
      try {
        const now = new Date()
        const [, found] = await Promise.all([
          sql.script(openings.request),
          sql`select * from access.begin_request(${hash}, ${now}, ${osloDate(now)}, ${rules})`,
        ])
        if (found.length !== 1) throw new Error('nobody is logged in')
        const answer = await page.view({
          sql,
          actor,
          now,
          audit: nothing,
          viewed: nothing,
          enqueue: nothing,
          notify: nothing,
        })
        await sql`commit`
        return answer
      } finally {
        sql.release()
      }
    })
  }
  return bare
}

const portOf = async (app: FastifyInstance): Promise<number> => {
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** The servers' thread: listens on two free ports and reports which. */
const serve = async (orders: Orders): Promise<void> => {
  const app = connect(orders.databaseUrl, { role: 'fotfeste_app', name: 'bench app', max: 16 })
  const server = await createServer({ config: configOf(), databases: { app }, version: 'bench', webFolder: null })
  parentPort?.postMessage({ ours: await portOf(server.app), bare: await portOf(bareServer(orders)) })
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
      select 'assignment', ${letter}, g.id, 2026, '2026-' || lpad(n::text, 5, '0'),
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

/** The place before all rows in each order: the page after it has no count to make. */
const beginnings = {
  letter: cursor('9999', '', '0', none),
  title: cursor('', none),
  light: cursor('0', '-infinity', none),
  changed: cursor('infinity', last),
  '-deadline': cursor('infinity', 'z', '9999999', last),
} as const

interface BenchPage {
  readonly name: string
  readonly path: string
  readonly view: (tx: Tx) => Promise<unknown>
  /** Requests a second. */
  readonly rate: number
}

const list = (name: string, query: Static<typeof ListQuery>, rate: number): BenchPage => ({
  name,
  path: `/api/commitments?${new URLSearchParams(query)}`,
  view: (tx) => viewCommitments(tx, query),
  rate,
})

/** A place in the middle of the order by deadline, as `next` of some page has it. */
const middle = cursor('2026-12-01', 'assignment', '1', none)

const largePages: readonly BenchPage[] = [
  list('first page, with its count', {}, 4),
  list('a page in the middle', { after: middle }, 40),
  ...(['letter', 'title', 'light', 'changed', '-deadline'] as const).map((sort) =>
    list(`by ${sort}, second page on`, { sort, after: beginnings[sort] }, 40),
  ),
  list('what I own and is late', { owner: 'mine', state: 'open', due: 'over' }, 20),
  list('a search by a code', { text: '2026-77777' }, 20),
]

const pages: readonly BenchPage[] = large
  ? largePages
  : [
      { name: 'register list', path: '/api/commitments', view: (tx: Tx) => viewCommitments(tx, {}), rate: 100 },
      {
        name: 'register list, filtered',
        path: '/api/commitments?light=red&state=open',
        view: (tx: Tx) => viewCommitments(tx, { light: 'red', state: 'open' }),
        rate: 100,
      },
      // Its query takes ten milliseconds and more: at a hundred a second two processors do nothing else.
      { name: 'front page', path: '/api/front-page', view: (tx: Tx) => viewFrontPage(tx), rate: 30 },
    ]

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
      permissions: new Set(permissions.of('controller', 'directorate-unit')),
    }
    const token = login.headers.cookie.split('=')[1] ?? ''
    const orders: Orders = { databaseUrl: database.url, token, actor }
    const worker = new Worker(new URL(import.meta.url), { workerData: orders, argv: process.argv.slice(2) })
    const ports = await new Promise<{ ours: number; bare: number }>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
    })
    const agent = new Agent({ keepAlive: true, maxSockets: connections })
    const results: Record<string, string | number>[] = []
    for (const [number, page] of pages.entries()) {
      const asks = [
        () => overHttp(agent, `http://127.0.0.1:${ports.bare}/${number}`, {}),
        () => overHttp(agent, `http://127.0.0.1:${ports.ours}${page.path}`, { cookie: login.headers.cookie }),
      ] as const
      for (let turn = 0; turn < warmUp; turn += 1) await Promise.all(asks.map((ask) => ask()))
      const [bare = [], ours = []] = await inTurn(page.rate, page.rate * seconds, asks)
      const ms = (time = Number.NaN) => Number(time.toFixed(2))
      results.push({
        page: page.name,
        'a second': page.rate,
        'bare median ms': ms(percentile(bare, 0.5)),
        'median ms': ms(percentile(ours, 0.5)),
        'bare p95 ms': ms(percentile(bare, 0.95)),
        'p95 ms': ms(percentile(ours, 0.95)),
        'p95 ratio': ms(percentile(ours, 0.95) / percentile(bare, 0.95)),
      })
    }
    console.table(results)
    agent.destroy()
    await worker.terminate()
    await owner.end({ timeout: 1 })
  } finally {
    await database.release()
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 10 })
  }
}

await (isMainThread ? main() : serve(workerData as Orders))
