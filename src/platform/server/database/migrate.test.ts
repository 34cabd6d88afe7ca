import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { MigrationError, migrate, migrations } from './migrate.ts'

describe('migrate', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.drop())

  it('has run every file once, in order', async () => {
    const rows = await database.owner`select name from migration.applied order by name`
    expect(rows.map((row) => row.name)).toEqual(migrations().map(({ name }) => name))
    expect(await migrate(database.url)).toEqual([])
  })

  it('has made the job queue', async () => {
    const [row] = await database.owner`select to_regnamespace('graphile_worker') is not null as found`
    expect(row?.found).toBe(true)
  })

  it('lets the application log in as a role that can neither own nor pass by row-level security', async () => {
    const [row] = await database.app`
      select current_user as name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`
    expect(row).toEqual({
      name: 'fotfeste_app',
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
    })
    await expect(database.app`create table public.own (id int)`).rejects.toThrow(/permission denied/)
    await expect(database.app`delete from migration.applied`).rejects.toThrow(/permission denied/)
  })

  it('refuses a database that a newer release has migrated', async () => {
    await database.owner`insert into migration.applied (name, checksum) values ('9999-from-the-future', 'x')`
    await expect(migrate(database.url)).rejects.toThrow(/newer than this release: it has had the migration 9999/)
    await database.owner`delete from migration.applied where name = '9999-from-the-future'`
  })

  it('refuses when a file that was run has been changed', async () => {
    const [first] = migrations()
    if (!first) return
    await database.owner`update migration.applied set checksum = 'other' where name = ${first.name}`
    await expect(migrate(database.url)).rejects.toThrow(MigrationError)
    await database.owner`update migration.applied set checksum = ${first.checksum} where name = ${first.name}`
  })

  it('takes turns when several processes migrate at once', async () => {
    expect(await Promise.all([1, 2, 3].map(() => migrate(database.url)))).toEqual([[], [], []])
  })

  it('refuses a kept table that has been altered past its history', async () => {
    await database.owner`alter table governance.letter add column hidden text`
    await expect(migrate(database.url)).rejects.toThrow(/governance.letter.hidden is not so in its history/)
    await database.owner`alter table governance.letter drop column hidden`
    expect(await migrate(database.url)).toEqual([])
  })
})
