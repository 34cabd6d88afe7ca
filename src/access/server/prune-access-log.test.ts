import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/server/testing/database.ts'
import { type TestServer, testActor, testServer } from '../../platform/server/testing/server.ts'
import { monthsBefore, pruneAccessLogTask } from './prune-access-log.ts'

let database: TestDatabase
let server: TestServer
beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database, [], new Date().toISOString())
})
afterAll(async () => {
  await server?.app.close()
  await database?.drop()
})

const person = '00000000-0000-4000-8000-000000000002'
/** An access log entry `age` ago, named by it. */
const viewed = (age: string) => database.owner`
  insert into access.access_log (at, kind, record, person, request)
  values (now() - ${age}::interval, 'account', ${age}, ${person}, 'r')`
const left = async () =>
  (await database.owner<{ record: string }[]>`select record from access.access_log order by at`).map(
    (row) => row.record,
  )

it.each([
  ['2026-11-23T10:00:00Z', 60, '2021-11-23T10:00:00.000Z'],
  ['2026-05-31T10:00:00Z', 3, '2026-02-28T10:00:00.000Z'],
  ['2024-02-29T10:00:00Z', 12, '2023-02-28T10:00:00.000Z'],
])('%s less %i months is %s', (now, months, then) => {
  expect(monthsBefore(new Date(now), months).toISOString()).toBe(then)
})

it('the job takes away what is older than five years, and says so once', async () => {
  for (const age of ['6 years', '61 months', '59 months', '1 day']) await viewed(age)
  await server.runTask(pruneAccessLogTask)
  await server.runTask(pruneAccessLogTask)
  expect(await left()).toEqual(['59 months', '1 day'])
  const lines = await database.owner`select actor, kind, detail->>'lines' as lines, detail ? 'before' as dated
    from platform.audit where action = 'access-log.forget'`
  expect(lines).toEqual([{ actor: null, kind: 'access-log', lines: '2', dated: true }])
})

it('more than one portion goes in the same night', async () => {
  await database.owner`insert into access.access_log (at, kind, record, person, request)
    select now() - interval '7 years', 'account', 'old', ${person}, 'r' from generate_series(1, 10001)`
  await server.runTask(pruneAccessLogTask)
  expect(await left()).toEqual(['59 months', '1 day'])
})

it('nobody else may, and the latest three months stay whatever is asked', async () => {
  await viewed('100 days')
  server.actAs(testActor(['access.log.search-all', 'audit.read', 'access.administer']))
  await expect(server.run((tx) => tx.sql`select access.forget_looks(now(), 10)`)).rejects.toThrow(/only the system/)
  await expect(server.run((tx) => tx.sql`delete from access.access_log`)).rejects.toThrow(/permission denied/)
  await server.runTask(async (_payload, { inTransaction }) => {
    await inTransaction((tx) => tx.sql`select access.forget_looks(now() + interval '1 year', 10)`)
  })
  expect(await left()).toEqual(['1 day'])
})
