import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const id = '00000000-0000-4000-8000-00000000c001'

/** A kept table with one record, which has been changed once. */
beforeEach(async () => {
  await database.owner.script(`
    drop function if exists history.platform_thing_as_of(timestamptz);
    drop table if exists platform.thing, history.platform_thing;
    drop function if exists history.platform_thing_remember();
    create table platform.thing (
      id uuid primary key default gen_random_uuid(),
      first text, second text, number integer,
      version integer not null default 1,
      recorded_at timestamptz not null default now(),
      recorded_by uuid default access.actor()
    );
    select history.keep('platform.thing', 'thing.read')`)
  await database.owner`insert into platform.thing (id, first, second, number) values (${id}, 'a1', 'b1', 1)`
  await change("first = 'a2', second = 'b2', number = 2")
  if (await hasRegister())
    await database.owner`delete from history.kept where not exists (
    select from pg_class where oid = target)`
})

const hasRegister = async (): Promise<boolean> =>
  (await database.owner`select to_regclass('history.kept') is not null as found`)[0]?.found === true

const versions = () =>
  database.owner<Record<string, unknown>[]>`
    select to_jsonb(h) - '{id,recorded_at,recorded_by,recorded_until,superseded_by}'::text[] as version
    from history.platform_thing h order by h.version`.then((rows) => rows.map(({ version }) => version))

/** The rows as known when each version began to be believed, oldest first. */
const asKnown = () =>
  database.owner<Record<string, unknown>[]>`
    select to_jsonb(k) - '{id,recorded_at,recorded_by}'::text[] as row
    from (select recorded_at as at from platform.thing union select recorded_at from history.platform_thing) v,
      history.platform_thing_as_of(v.at) k order by v.at`.then((rows) => rows.map(({ row }) => row))

const faults = () =>
  database.owner<{ fault: string }[]>`select * from history.faults() as fault`.then((rows) =>
    rows.map(({ fault }) => fault),
  )

const change = (set: string) => database.owner.script(`update platform.thing set ${set}`)

/** Whether what is written after a change of the table has been refused; if not, the earlier values stand right. */
const refused = (write: Promise<void>) =>
  write.then(
    () => false,
    () => true,
  )

describe('a kept table that is altered by the functions for it', () => {
  it('gains a column', async () => {
    await database.owner.script(`alter table platform.thing add column third text;
      select history.keep('platform.thing', 'thing.read')`)
    await change("third = 'c3'")
    await change("third = 'c4'")
    expect(await asKnown()).toEqual([
      { first: 'a1', second: 'b1', third: null, number: 1, version: 1 },
      { first: 'a2', second: 'b2', third: null, number: 2, version: 2 },
      { first: 'a2', second: 'b2', third: 'c3', number: 2, version: 3 },
      { first: 'a2', second: 'b2', third: 'c4', number: 2, version: 4 },
    ])
    expect(await faults()).toEqual([])
  })

  it('has a column renamed, and two that change names', async () => {
    await database.owner.script(`
      select history.rename_column('platform.thing', 'first', 'kept');
      select history.rename_column('platform.thing', 'second', 'first');
      select history.rename_column('platform.thing', 'kept', 'second')`)
    await change("second = 'a3'")
    expect(await asKnown()).toEqual([
      { second: 'a1', first: 'b1', number: 1, version: 1 },
      { second: 'a2', first: 'b2', number: 2, version: 2 },
      { second: 'a3', first: 'b2', number: 2, version: 3 },
    ])
    expect(await faults()).toEqual([])
  })

  it('loses a column, and its history nothing', async () => {
    await database.owner.script(`select history.drop_column('platform.thing', 'first')`)
    await change('number = 4')
    expect(await versions()).toEqual([
      { first: 'a1', second: 'b1', number: 1, version: 1 },
      { first: 'a2', second: 'b2', number: 2, version: 2 },
      { first: null, second: 'b2', number: 2, version: 3 },
    ])
    expect(await asKnown()).toEqual([
      { second: 'b1', number: 1, version: 1 },
      { second: 'b2', number: 2, version: 2 },
      { second: 'b2', number: 2, version: 3 },
      { second: 'b2', number: 4, version: 4 },
    ])
    expect(await faults()).toEqual([])
    await expect(database.owner`select history.drop_column('platform.thing', 'version')`).rejects.toThrow(/needs/)
  })

  it('does not take the values of a dropped column for those of a new one of its name', async () => {
    await database.owner.script(`select history.drop_column('platform.thing', 'first');
      alter table platform.thing add column first text`)
    expect(await faults()).toEqual(['platform.thing.first is not so in its history'])
    await expect(database.owner`select history.keep('platform.thing', 'thing.read')`).rejects.toThrow(
      /still holds the values of an earlier column first/,
    )
  })

  it('has a column of another type, if every value survives', async () => {
    await database.owner.script(`select history.change_type('platform.thing', 'number', 'numeric(10,2)')`)
    await change('number = 2.5')
    expect(await asKnown()).toEqual([
      { first: 'a1', second: 'b1', number: 1, version: 1 },
      { first: 'a2', second: 'b2', number: 2, version: 2 },
      { first: 'a2', second: 'b2', number: 2.5, version: 3 },
    ])
    expect(await faults()).toEqual([])
    await change('number = 3')
    await expect(database.owner`select history.change_type('platform.thing', 'number', 'integer')`).rejects.toThrow(
      /1 values of history.platform_thing.number would not survive as integer/,
    )
    expect(await faults()).toEqual([])
  })
})

describe('a kept table that is altered past the functions', () => {
  it.each([
    ['drop first', 'second', { second: 'b2', number: 2 }],
    ['drop second', 'first', { first: 'a2', number: 2 }],
    ['rename first to other', 'second', { other: 'a2', second: 'b2', number: 2 }],
    ['drop first, add third text', 'second', { second: 'b2', number: 2 }],
    ['add third text', 'second', { first: 'a2', second: 'b2', number: 2 }],
    ['alter first type varchar(9)', 'second', { first: 'a2', second: 'b2', number: 2 }],
  ])('%s: refuses it or the next write, or keeps every value under its name', async (alter, column, values) => {
    const { owner } = database
    const stopped =
      (await refused(owner.script(`alter table platform.thing ${alter}`))) ||
      (await refused(change(`${column} = 'new'`)))
    if (!stopped) {
      const [last] = await owner<{ record: object }[]>`
        select to_jsonb(h) as record from history.platform_thing h where version = 2`
      expect(last?.record).toMatchObject(values)
    }
  })

  it('keeps what was added last in its place when the one before it goes', async () => {
    const { owner } = database
    await owner.script(`alter table platform.thing add column third text, add column fourth text;
      select history.keep('platform.thing', 'thing.read')`)
    await change("third = 'c3', fourth = 'd3'")
    const stopped =
      (await refused(owner.script('alter table platform.thing drop third'))) || (await refused(change("fourth = 'd4'")))
    const [last] = await owner<{ third: string }[]>`select third from history.platform_thing where version = 3`
    expect([stopped, last?.third]).not.toEqual([false, 'd3'])
  })

  it.each([
    ['a renamed column', 'alter table platform.thing rename first to other'],
    ['a new column', 'alter table platform.thing add column third text'],
    [
      'two columns that have changed names',
      `alter table platform.thing rename first to x; alter table platform.thing rename second to first;
       alter table platform.thing rename x to second`,
    ],
    ['a column dropped with what hangs on it', 'alter table platform.thing drop column first cascade'],
    ['no trigger', 'drop trigger remember on platform.thing'],
    ['a trigger that sleeps', 'alter table platform.thing disable trigger remember'],
    [
      'another trigger function',
      `create or replace function history.platform_thing_remember() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as 'begin return new; end'`,
    ],
    ['no as-of function', 'drop function history.platform_thing_as_of(timestamptz)'],
    ['no index', 'drop index history.platform_thing_id'],
    ['no policy', 'drop policy platform_thing_read on history.platform_thing'],
    ['no row-level security', 'alter table history.platform_thing disable row level security'],
    ['no name in the register', `delete from history.kept where target = 'platform.thing'::regclass`],
  ])('%s is a fault', async (_what, alter) => {
    expect(await faults()).toEqual([])
    await database.owner.script(alter)
    const found = await faults()
    expect(found.length).toBeGreaterThan(0)
    for (const fault of found) expect(fault).toMatch(/platform[._]thing/)
  })
})

describe('every kept table of this release', () => {
  it('fits its history, by what the migrations are held against', async () => {
    await database.owner.script('drop table platform.thing cascade; drop table history.platform_thing')
    await database.owner`delete from history.kept where not exists (select from pg_class where oid = target)`
    expect(await faults()).toEqual([])
  })

  it('has every column of its own, by name and type, in its history and in its answer', async () => {
    const tables = await database.owner<{ place: string; kept: string; known: string }[]>`
      select format('%s.%s', n.nspname, c.relname) as place, format('%s_%s', n.nspname, c.relname) as kept,
        history.known_from(c.oid) as known
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'remember') order by 1`
    expect(tables.length).toBeGreaterThanOrEqual(15)
    const columns = (place: string) =>
      database.owner<{ name: string; type: string }[]>`
        select a.attname as name, format_type(a.atttypid, a.atttypmod) as type from pg_attribute a
        where a.attrelid = ${place}::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`
    for (const { place, kept, known } of tables) {
      const own = await columns(place)
      expect(await columns(`history.${kept}`), place).toEqual(expect.arrayContaining(own))
      expect(Date.parse(known), place).toBeGreaterThan(0)
      const answer = database.owner.identifier(`history.${kept}_as_of`)
      expect(await database.owner`select * from ${answer}('-infinity')`, place).toEqual([])
    }
  })
})
