import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '../../rules/shapes.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import type { Sql } from './connect.ts'

const made: TestDatabase[] = []
let ordinary: TestDatabase
let simulated: TestDatabase
const newDatabase = async (): Promise<TestDatabase> => {
  const database = await testDatabase()
  made.push(database)
  return database
}
const mark = (sql: Sql) => sql`insert into platform.simulation (begins) values ('2019-01-01T00:00:00Z')`

beforeAll(async () => {
  ordinary = await newDatabase()
  simulated = await newDatabase()
  await mark(simulated.owner)
})
afterAll(async () => {
  for (const database of made) await database.drop()
})

const told = '2020-02-29T23:30:00Z'
const past = '2020-02-29T23:30:00.000Z'

/** What transactions that tell the time leave and read: one of the application's, and one of the owner's. */
const written = async (database: TestDatabase, time: string) => {
  const logged = await database.app.begin(async (tx) => {
    await tx`select set_config('fotfeste.permissions', ',*,', true), set_config('fotfeste.time', ${time}, true)`
    const [audit] = await tx<{ at: Instant; now: Instant; today: string; real: Instant }[]>`
      insert into platform.audit (action, kind, record, request) values ('x', 'x', 'x', 'x')
      returning at, platform.now() as now, platform.today() as today, now() as real`
    const [look] = await tx<{ at: Instant }[]>`insert into access.access_log (kind, record, person, request)
      values ('x', 'x', gen_random_uuid(), 'x') returning at`
    return { ...audit, stamps: [audit?.at, look?.at] }
  })
  const believed = await database.owner.begin(async (tx) => {
    const [told] = await tx<{ real: Instant }[]>`select set_config('fotfeste.time', ${time}, true), now() as real`
    const [made] = await tx<{ id: string; at: Instant }[]>`
      insert into reference.organisation (kind, name_nb, name_nn, valid_from)
      values ('directorate-unit', 'Én', 'Ein', '2020-01-01') returning id, recorded_at as at`
    const [changed] = await tx<{ at: Instant }[]>`update reference.organisation set name_nb = 'To'
      where id = ${made?.id ?? ''} returning recorded_at as at`
    return { real: told?.real, stamps: [made?.at, changed?.at] }
  })
  return { logged, believed }
}

describe('the clock', () => {
  it('is the start of the transaction, whatever the transaction says, in a database that is not marked', async () => {
    const { logged, believed } = await written(ordinary, told)
    expect(logged.now).toEqual(logged.real)
    expect(new Set(logged.stamps)).toEqual(new Set([logged.real]))
    expect(new Set(believed.stamps)).toEqual(new Set([believed.real]))
    expect(Date.parse((await written(ordinary, 'not a time')).logged.now ?? '')).toBeGreaterThan(0)
  })

  it('is what the transaction says in a marked one, and the day is Oslo’s', async () => {
    const { logged, believed } = await written(simulated, told)
    expect(logged.now).toBe(past)
    expect(logged.today).toBe('2020-03-01')
    expect(new Set([...logged.stamps, ...believed.stamps])).toEqual(new Set([past]))
  })

  it('is the transaction’s start in a marked one that is told nothing', async () => {
    const [row] = await simulated.app<{ same: boolean }[]>`select platform.now() = now() as same`
    expect(row?.same).toBe(true)
  })

  it('stamps every column that stamps itself', async () => {
    const rows = await ordinary.owner<{ place: string }[]>`
      select d.adrelid::regclass || '.' || a.attname as place
      from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
        join pg_class c on c.oid = d.adrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker', 'migration')
        and pg_get_expr(d.adbin, d.adrelid) ~* '(^|[^.])(now\(\)|clock_timestamp|statement_timestamp|current_)'`
    expect(rows.map(({ place }) => place)).toEqual(['platform.simulation.marked_at'])
  })
})

describe('the mark of simulation', () => {
  it('is not the application’s to set', async () => {
    const database = await newDatabase()
    await expect(mark(database.app)).rejects.toThrow(/permission denied/)
    await expect(database.app`create function platform.now() returns timestamptz return now()`).rejects.toThrow(
      /permission denied|already exists/,
    )
    await mark(database.owner)
  })

  it('is not set once the database holds data, or has held it', async () => {
    await expect(mark(ordinary.owner)).rejects.toThrow(/cannot be marked as simulated/)
    const database = await newDatabase()
    await database.owner`insert into platform.audit (action, kind, record, request) values ('x', 'x', 'x', 'x')`
    await expect(mark(database.owner)).rejects.toThrow(/holds data cannot be marked as simulated: platform.audit/)
    await database.owner`delete from platform.audit`
    await expect(mark(database.owner)).rejects.toThrow(/has held data/)
  })

  it('stays', async () => {
    const stays = /stays what it was made as/
    await expect(simulated.owner`delete from platform.simulation`).rejects.toThrow(stays)
    await expect(simulated.owner`update platform.simulation set begins = now()`).rejects.toThrow(stays)
    await expect(simulated.owner`truncate platform.simulation`).rejects.toThrow(stays)
  })
})
