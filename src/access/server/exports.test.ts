import { afterAll, beforeAll, expect, it } from 'vitest'
import { joinPermissions } from '../../platform/rules/permission.ts'
import { readConfig } from '../../platform/server/config.ts'
import { gatherExports, makeExportTask } from '../../platform/server/register/make-export.ts'
import { inTransaction, knownActor, systemActor } from '../../platform/server/transaction.ts'
import { accessModule } from '../module.ts'
import { demoId } from './demo-users.ts'
import { loginAs, type TestLogin } from './testing.ts'
import { startTestServer, type TestServer } from './testing-browser.ts'

let server: TestServer
let officer: TestLogin

beforeAll(async () => {
  server = await startTestServer([accessModule])
  const { owner } = server.database
  const [actor, person] = [demoId('account', 'controller'), demoId('account', 'refugee')]
  await owner`insert into access.access_log (actor, organisation, kind, record, person, request)
    select ${actor}, ${demoId('organisation', 'steering')}, 'case', n::text, ${person}, 'r' from generate_series(1, 5001) n`
  await owner`insert into platform.audit (actor, organisation, action, kind, record, request)
    select ${actor}, ${demoId('organisation', 'steering')}, 'thing.do', 'thing', n::text, 'r' from generate_series(1, 5001) n`
  officer = await loginAs(owner, 'privacy-officer')
})
afterAll(() => server?.stop())

const takeOut = (list: string, filter: object, format: string) =>
  server.app.inject({
    method: 'POST',
    url: `/api/exports/${list}`,
    headers: officer.headers,
    payload: { filter, format },
  })
const own = async () => (await server.app.inject({ url: '/api/exports', headers: officer.headers })).json().exports

/** Runs the job as the queue would. */
const make = (id: string) => {
  const context = {
    config: readConfig({ FOTFESTE_SECRET: 'x'.repeat(40) }),
    databases: { app: server.database.app },
    clock: server.now,
    actorOf: () => knownActor(systemActor('test')),
    permissions: joinPermissions([accessModule]),
  }
  return makeExportTask(gatherExports([accessModule]))(
    { id },
    {
      ...context,
      inTransaction: (work) => inTransaction(context.databases, systemActor('job'), context.clock(), work),
    },
  )
}

it('the access log of 5 001 lines is made by a job, newest first, each line once', async () => {
  const asked = await takeOut('access-log', { person: demoId('account', 'refugee') }, 'csv')
  expect([asked.statusCode, asked.json().rows]).toEqual([202, 5001])
  await make(asked.json().export)
  const url = `/api/exports/${asked.json().export}/file`
  const { body } = await server.app.inject({ url, headers: officer.headers })
  const records = body
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(';').at(-1))
  expect(records).toEqual(Array.from({ length: 5001 }, (_, index) => String(5001 - index)))
  expect(await own()).toMatchObject([{ title: 'Innsynslogg', state: 'done', rowsDone: 5001 }])
  const other = await loginAs(server.database.owner, 'leader')
  expect((await server.app.inject({ url, headers: other.headers })).statusCode).toBe(404)
})

it('the change log of 5 001 lines is one for those who have the role until it is made', async () => {
  const { owner } = server.database
  const asked = await takeOut('audit', { action: 'thing.do' }, 'xlsx')
  expect(asked.statusCode).toBe(202)
  await owner`update access.membership set ended_at = now() where account = ${officer.account}`
  await make(asked.json().export)
  const rows = await owner`select state, reason, rows_done from platform.export where id = ${asked.json().export}`
  expect(rows).toEqual([{ state: 'failed', reason: 'no-access', rows_done: 0 }])
})
