import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../platform/server/testing/database.ts'
import { permissions } from './modules.ts'

/** Tables are guarded by access.protect; what the modules declare about permissions and what the guards say is the same. */
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

/**
 * Tables with policies of their own: what the guard itself stands on (who people are, what they may, where they work), and
 * logs and queues that have no record's reach, and drafts, which are no record yet and their writer's alone. The list only shrinks.
 */
const byHand = [
  'access.access_log',
  'access.account',
  'access.erasure_wish',
  'access.identity',
  'access.invitation',
  'access.login_state',
  'access.membership',
  'access.session',
  'history.access_account',
  'history.access_membership',
  'history.kept',
  'history.reference_organisation',
  'platform.audit',
  'platform.draft',
  'platform.file',
  'platform.file_part',
  'platform.notification',
  'platform.restored',
  'platform.test_inbox',
  'reference.organisation',
]

it('every policy is made by the guard', async () => {
  const rows = await database.owner<{ relation: string }[]>`
    select distinct p.schemaname || '.' || p.tablename as relation from pg_policies p
    where not exists (select from migration.guard g
      where p.schemaname || '.' || p.tablename in (g.target, 'history.' || replace(g.target, '.', '_')))
    order by 1`
  expect(rows.map(({ relation }) => relation)).toEqual(byHand)
})

it('every guard makes the policies that stand: nobody has changed one since', async () => {
  const policies = () =>
    database.owner`select schemaname, tablename, policyname, qual, with_check from pg_policies order by 1, 2, 3`
  const before = await policies()
  await database.owner`select access.enforce(target) from migration.guard`
  expect(await policies()).toEqual(before)
})

const width = { self: 0, organisation: 1, entity: 2, all: 3 }

it('no way to a row reaches further than its permission is declared to', async () => {
  const ways = await database.owner<{ target: string; permission: string; reach: string }[]>`
    select target, permission, reach from migration.guard_way where permission <> '*'`
  expect(ways.length).toBeGreaterThan(0)
  const wrong = ways.filter(({ permission, reach }) => {
    const declared = permissions.declared[permission]?.reach
    if (declared === undefined) return true
    return reach in width && width[reach as keyof typeof width] > width[declared]
  })
  expect(wrong).toEqual([])
})
