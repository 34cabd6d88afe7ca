import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../platform/server/database/connect.ts'
import { type TestDatabase, testDatabase } from '../../platform/server/testing/database.ts'

/**
 * What access.protect makes, tried as the application's own role on a register that is made here: a case is a
 * municipality's, people in it have names that open at a grade, other organisations can be made party to it.
 */
let database: TestDatabase
const ids: Record<string, string> = {}

const register = `
create schema trial;
grant usage on schema trial to fotfeste_app;
create table trial.case (
  id uuid primary key default gen_random_uuid(),
  municipality uuid not null references reference.organisation,
  handler uuid references access.account,
  refugee uuid not null,
  closed_on date,
  title text not null
);
select access.protect('trial.case',
  read => array['trial.read organisation', 'trial.read-all all', 'trial.own self', 'trial.read party',
    'trial.read-closed entity if closed_on is not null'],
  write => array['trial.write organisation', 'trial.answer party:asked'],
  organisation => 'municipality', account => 'handler', person => 'refugee',
  kept_for => '10 years', kept_from => 'closed_on', ground => 'for the test');
-- Before there are rows: one made after changes is not used while older transactions are open, in other databases too.
create index on trial.case (municipality);
select access.search_by('trial.case', array['title']);
create table trial.name (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references trial.case,
  refugee uuid not null,
  name text not null
);
select access.protect('trial.name', part_of => 'trial.case', part_by => 'case_id', person => 'refugee',
  read => array['trial.names record'], write => array['trial.write record'], remove => array['trial.write record']);
create table trial.line (
  id uuid primary key default gen_random_uuid(),
  name_id uuid not null references trial.name,
  line text not null
);
select access.protect('trial.line', part_of => 'trial.name', part_by => 'name_id', history => false,
  read => array['trial.names record'], add => array['trial.write record']);
`

beforeAll(async () => {
  database = await testDatabase()
  const organisation = async (key: string, kind: string, parent: string | null, number: string, code?: string) => {
    const [row] = await database.owner<{ id: string }[]>`
      insert into reference.organisation (kind, number, municipality_number, name_nb, name_nn, parent, valid_from)
      values (${kind}, ${number}, ${code ?? null}, ${key}, ${key}, ${parent ? (ids[parent] ?? null) : null}, '2020-01-01')
      returning id`
    ids[key] = row?.id ?? ''
  }
  await organisation('directorate', 'directorate-unit', null, '310000008')
  await organisation('bodo', 'municipality', null, '310000016', '1804')
  await organisation('service', 'organisation', 'bodo', '310000016')
  await organisation('school', 'organisation', 'bodo', '310000016')
  await organisation('tromso', 'municipality', null, '310000024', '5501')
  for (const name of ['Bjørn', 'Tor']) {
    const [row] = await database.owner<
      { id: string }[]
    >`insert into access.account (name) values (${name}) returning id`
    ids[name] = row?.id ?? ''
  }
  await database.owner.script(register)
  const made = async (key: string, place: string, closed: string | null = null) => {
    const [row] = await database.owner<{ id: string }[]>`
      insert into trial.case (municipality, handler, refugee, closed_on, title)
      values (${ids[place] ?? ''}, ${ids.Tor ?? ''}, gen_random_uuid(), ${closed}, ${key}) returning id`
    ids[key] = row?.id ?? ''
    const [name] = await database.owner<{ id: string }[]>`
      insert into trial.name (case_id, refugee, name) select id, refugee, ${`name of ${key}`} from trial.case
      where id = ${ids[key]} returning id`
    ids[`name of ${key}`] = name?.id ?? ''
  }
  await made('a', 'bodo')
  await made('b', 'service')
  await made('c', 'tromso')
  await made('d', 'tromso', '2026-01-31')
})
afterAll(() => database.drop())

/** Runs as the application for somebody of a place with permissions; always rolls back. */
const as = async <T>(place: string, permissions: string, work: (sql: Connection) => Promise<T>, actor = 'Bjørn') => {
  let result: T | undefined
  const undo = new Error('undo')
  await database.app
    .begin(async (sql) => {
      await sql`select set_config('fotfeste.actor', ${ids[actor] ?? ''}, true),
        set_config('fotfeste.organisation', ${ids[place] ?? ''}, true),
        set_config('fotfeste.permissions', ${permissions === '' ? '' : `,${permissions.replaceAll(' ', ',')},`}, true)`
      result = await work(sql)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return result as T
}

const titles = async (sql: Connection): Promise<string> =>
  (await sql<{ title: string }[]>`select title from trial.case order by title`).map(({ title }) => title).join('')

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )

describe('who reads which records', () => {
  it.each([
    ['nobody', '', '', 'Bjørn', ''],
    ['who has no permission', 'bodo', 'search.use', 'Bjørn', ''],
    ['a municipality: its own, and those of its units', 'bodo', 'trial.read', 'Bjørn', 'ab'],
    ['a unit: its own only', 'service', 'trial.read', 'Bjørn', 'b'],
    ['another unit beside', 'school', 'trial.read', 'Bjørn', ''],
    ['another municipality', 'tromso', 'trial.read', 'Bjørn', 'cd'],
    ['the directorate, as a municipality would', 'directorate', 'trial.read', 'Bjørn', ''],
    ['the directorate', 'directorate', 'trial.read-all', 'Bjørn', 'abcd'],
    ['by a condition on the row', 'tromso', 'trial.read-closed', 'Bjørn', 'd'],
    ['one’s own, from anywhere', 'directorate', 'trial.own', 'Tor', 'abcd'],
    ['another’s own', 'directorate', 'trial.own', 'Bjørn', ''],
    ['a job of the system', '', '*', '', 'abcd'],
  ])('%s', async (_, place, permissions, actor, expected) =>
    expect(await as(place, permissions, titles, actor)).toBe(expected),
  )
})

describe('who takes part in a record', () => {
  afterAll(() => database.owner`delete from trial.case_party`)

  const take = (values: string) =>
    database.owner.script(`delete from trial.case_party; insert into trial.case_party (record, ${values}`)

  it.each([
    [
      'as long as it lasts',
      `organisation, grade, valid_from, valid_to) values ('%c', '%bodo', 'asked', platform.today() - 1, platform.today()`,
      'bodo',
      'abc',
    ],
    ['also in a unit of it', `organisation, grade) values ('%c', '%bodo', 'seen'`, 'service', 'b'],
    [
      'not any more',
      `organisation, grade, valid_from, valid_to) values ('%c', '%bodo', 'asked', '2026-01-01', platform.today() - 1`,
      'bodo',
      'ab',
    ],
    ['not yet', `organisation, grade, valid_from) values ('%c', '%bodo', 'asked', platform.today() + 1`, 'bodo', 'ab'],
    ['as a person', `account, grade) values ('%c', '%Bjørn', 'seen'`, 'bodo', 'abc'],
    ['not as another person', `account, grade) values ('%c', '%Tor', 'seen'`, 'bodo', 'ab'],
  ])('%s', async (_, values, place, expected) => {
    await take(`${values.replaceAll(/%([a-zø]+)/gi, (_match, key: string) => ids[key] ?? key)})`)
    expect(await as(place, 'trial.read', titles)).toBe(expected)
  })

  it('writes only as what it was made party', async () => {
    const answer = (sql: Connection) => sql`update trial.case set title = 'answered' where id = ${ids.c ?? ''}`
    for (const [grade, changed] of [
      ['asked', 1],
      ['seen', 0],
    ] as const) {
      await take(`organisation, grade) values ('${ids.c}', '${ids.bodo}', '${grade}')`)
      expect((await as('bodo', 'trial.read trial.answer', answer)).count).toBe(changed)
    }
  })

  it('is decided by whoever may write the record', async () => {
    const add = (record: string) => (sql: Connection) =>
      sql`insert into trial.case_party (record, organisation, grade) values (${ids[record] ?? ''}, ${ids.tromso ?? ''}, 'seen')`
    expect(await codeOf(as('bodo', 'trial.read trial.write', add('a')))).toBe('done')
    expect(await codeOf(as('bodo', 'trial.read trial.write', add('d')))).toBe('42501')
    expect(await codeOf(as('bodo', 'trial.read', add('a')))).toBe('42501')
  })
})

describe('who writes', () => {
  it.each([
    ['its own', 'bodo', 'trial.read trial.write', 'a', 1],
    ['another’s', 'bodo', 'trial.read trial.write', 'c', 0],
    ['what it only reads', 'bodo', 'trial.read', 'a', 0],
    ['what the directorate only reads', 'directorate', 'trial.read-all trial.write', 'a', 0],
  ])('%s', async (_, place, permissions, record, expected) => {
    const change = (sql: Connection) => sql`update trial.case set title = 'x' where id = ${ids[record] ?? ''}`
    expect((await as(place, permissions, change)).count).toBe(expected)
  })

  it.each([
    ['makes one of its own', 'bodo', 'trial.read trial.write', 'bodo', 'done'],
    ['makes one for another', 'bodo', 'trial.read trial.write', 'tromso', '42501'],
    ['makes one without the right', 'bodo', 'trial.read', 'bodo', '42501'],
    ['makes one as nobody', '', '', 'bodo', '42501'],
  ])('%s', async (_, place, permissions, owner, expected) => {
    const add = (sql: Connection) =>
      sql`insert into trial.case (municipality, refugee, title) values (${ids[owner] ?? ''}, gen_random_uuid(), 'n')`
    expect(await codeOf(as(place, permissions, add))).toBe(expected)
  })

  it.each([
    ['gives it away', `update trial.case set municipality = '%tromso' where id = '%a'`],
    ['removes it', `delete from trial.case where id = '%a'`],
    ['sets its version', `update trial.case set version = 9 where id = '%a'`],
    ['sets when it was believed', `update trial.case set recorded_at = '2000-01-01' where id = '%a'`],
    ['writes its history', `insert into history.trial_case (id) values ('%a')`],
    ['changes its history', `update history.trial_case set title = 'x'`],
    ['removes its history', 'delete from history.trial_case'],
    ['reads what is declared', 'select 1 from migration.guard'],
    ['declares another way', `select access.keep_ways('trial.case', 'read', array['search.use all'])`],
  ])('%s: never', async (_, statement) => {
    const text = statement.replaceAll(/%([a-z]+)/g, (_match, key: string) => ids[key] ?? key)
    expect(await codeOf(as('bodo', 'trial.read trial.write', (sql) => sql.script(text)))).toBe('42501')
  })
})

describe('what is part of a record', () => {
  const count = (table: string) => async (sql: Connection) => {
    const [row] = await sql<{ n: number }[]>`select count(*)::int as n from ${sql.identifier(table)}`
    return row?.n
  }

  it.each([
    ['by its grade, of records one reads', 'bodo', 'trial.read trial.names', 2],
    ['without the grade', 'bodo', 'trial.read', 0],
    ['with the grade alone', 'bodo', 'trial.names', 0],
    ['in the directorate', 'directorate', 'trial.read-all trial.names', 4],
  ])('%s', async (_, place, permissions, expected) =>
    expect(await as(place, permissions, count('trial.name'))).toBe(expected),
  )

  it('is written by whoever may write the record, however deep', async () => {
    const line = (of: string) => (sql: Connection) =>
      sql`insert into trial.line (name_id, line) values (${ids[`name of ${of}`] ?? ''}, 'l')`
    const who = 'trial.read trial.names trial.write'
    expect(await codeOf(as('bodo', who, line('a')))).toBe('done')
    expect(await codeOf(as('bodo', who, line('c')))).toBe('42501')
    const remove = (sql: Connection) => sql`delete from trial.name`
    expect((await as('bodo', who, remove)).count).toBe(2)
  })
})

describe('history', () => {
  beforeAll(async () => {
    await database.owner`update trial.case set municipality = ${ids.tromso ?? ''} where title = 'a'`
    await database.owner`update trial.case set title = 'b' where title = 'b'`
  })
  afterAll(() => database.owner`update trial.case set municipality = ${ids.bodo ?? ''} where title = 'a'`)

  const earlier = async (sql: Connection) =>
    (await sql<{ title: string }[]>`select title from history.trial_case order by title`)
      .map(({ title }) => title)
      .join('')

  it.each([
    ['by whom the record belongs to today', 'tromso', 'trial.read', 'a'],
    ['not by whom it belonged to', 'bodo', 'trial.read', 'b'],
    ['by those who reach all', 'directorate', 'trial.read-all', 'ab'],
    ['not without the right', 'tromso', 'trial.write', ''],
  ])('is read %s', async (_, place, permissions, expected) =>
    expect(await as(place, permissions, earlier)).toBe(expected),
  )
})

describe('what cannot be declared', () => {
  it.each([
    ['a way without a reach', `read => array['trial.read']`, /is no way to a row/],
    ['an unknown reach', `read => array['trial.read everywhere']`, /is no way to a row/],
    ['a grade where nobody takes part', `read => array['trial.read all:asked']`, /is no way to a row/],
    ['a reach without its column', `read => array['trial.read organisation']`, /no column is named/],
    ['people without an end', `read => array['trial.read all'], person => 'refugee'`, /for how long it is kept/],
    ['a time without a ground', `read => array['trial.read all'], kept_for => '1 year'`, /check constraint/],
  ])('%s', async (_, words, message) => {
    await database.owner.script('create table if not exists trial.other (id uuid primary key, refugee uuid)')
    await expect(database.owner.script(`select access.protect('trial.other', ${words})`)).rejects.toThrow(message)
  })
})

describe('many rows', () => {
  beforeAll(async () => {
    await database.owner`
      with others as (
        insert into reference.organisation (kind, number, name_nb, name_nn, valid_from)
        select 'organisation', '310000032', 'other', 'other', '2020-01-01' from generate_series(1, 300) returning id
      )
      insert into trial.case (municipality, refugee, title)
      select id, gen_random_uuid(), 'many' from others, generate_series(1, 60)`
    await database.owner.script('analyze trial.case')
  })
  afterAll(() => database.owner`delete from trial.case where title = 'many'`)

  it('are found by index when the query says of which organisations', async () => {
    const plan = await as('bodo', 'trial.read trial.read-all', async (sql) => {
      // Whether it can be: which is cheaper depends on how many rows there are.
      await sql`set local enable_seqscan = off`
      const rows = await sql<{ 'QUERY PLAN': string }[]>`explain select title from trial.case
        where municipality = any (array(select access.within()))`
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    })
    expect(plan).toMatch(/Index (Cond|Scan)/)
    expect(plan).not.toMatch(/Seq Scan on "?case/)
  })

  it('are searched by index, and found by those only who may read them', async () => {
    const search = (sql: Connection) =>
      sql<{ title: string }[]>`select title from trial.case where id = any (array(select trial.case_containing('%a%')))`
    expect((await as('bodo', 'trial.read', search)).map(({ title }) => title)).toEqual(['a'])
    const plan = await database.owner.begin(async (sql) => {
      await sql`set local enable_seqscan = off`
      return sql<{ 'QUERY PLAN': string }[]>`explain select id from trial.case where title ilike '%answered%'`
    })
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/case_title_trigrams/)
  })
})
