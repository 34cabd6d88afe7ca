import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from './testing/database.ts'
import { inTransaction, systemActor, type Tx } from './transaction.ts'

/** Whoever a request shows has an entry in the access log; tried on tables made here, guarded like any about people. */
let database: TestDatabase
const anna = crypto.randomUUID()
const omar = crypto.randomUUID()

beforeAll(async () => {
  database = await testDatabase()
  await database.owner.script(`
    create schema trial;
    grant usage on schema trial to fotfeste_app;
    create table trial.person_case (id uuid primary key default gen_random_uuid(), refugee uuid not null, name text not null);
    select access.protect('trial.person_case', read => array['trial.read all'], write => array['trial.write all'],
      person => 'refugee', kept_for => '1 year', kept_from => 'recorded_at', ground => 'for the test');
    create view trial.named with (security_invoker) as select refugee, upper(name) as name from trial.person_case;
    create view trial.nameless with (security_invoker) as select name from trial.person_case;
    grant select on trial.named, trial.nameless to fotfeste_app;
    insert into trial.person_case (refugee, name) values ('${anna}', 'Anna'), ('${omar}', 'Omar');
    update trial.person_case set name = 'Anna B' where name = 'Anna'`)
})
afterAll(() => database.drop())

/** A request's transaction that asks something and leaves access log entries for some; what it comes to. */
const request = (ask: (tx: Tx) => Promise<unknown>, views: readonly string[], as: string = crypto.randomUUID()) =>
  inTransaction(
    { app: database.app },
    { ...systemActor('r'), personId: as, permissions: new Set(['trial.read', 'trial.write']) },
    new Date('2026-11-28T12:00:00Z'),
    async (tx) => {
      await ask(tx)
      for (const person of views) tx.viewed({ kind: 'trial', id: person, person })
    },
    { checkViewed: true },
  ).then(
    () => 'answered',
    (error: Error) => error.message,
  )

const without = (count: number) => `${count} people were shown without an entry in the access log`
const silent = (table: string) => `an answer tells about people of ${table} and not about whom`

describe('people in an answer', () => {
  it.each<[string, (tx: Tx) => Promise<unknown>, readonly string[], string]>([
    ['in a list', (tx) => tx.sql`select refugee, name from trial.person_case`, [anna, omar], 'answered'],
    [
      'in a list, one of them without an entry',
      (tx) => tx.sql`select refugee, name from trial.person_case`,
      [anna],
      without(1),
    ],
    ['in a list, without entries', (tx) => tx.sql`select refugee, name from trial.person_case`, [], without(2)],
    ['under another name', (tx) => tx.sql`select c.refugee as who from trial.person_case c`, [], without(2)],
    [
      'below a query',
      (tx) => tx.sql`with x as (select * from trial.person_case) select * from (select * from x) y`,
      [],
      without(2),
    ],
    ['not said', (tx) => tx.sql`select name from trial.person_case`, [anna, omar], silent('trial.person_case')],
    [
      'computed',
      (tx) => tx.sql`select upper(name) as name from trial.person_case`,
      [anna, omar],
      silent('trial.person_case'),
    ],
    [
      'as JSON',
      (tx) => tx.sql`select jsonb_agg(c) as all from trial.person_case c`,
      [anna, omar],
      silent('trial.person_case'),
    ],
    [
      'with its name in quotes',
      (tx) => tx.sql`select upper(name) as name from ${tx.sql.identifier('trial.person_case')}`,
      [anna, omar],
      silent('trial.person_case'),
    ],
    [
      'as JSON, said',
      (tx) => tx.sql`select jsonb_agg(c) as all, array_agg(refugee) as shown_people from trial.person_case c`,
      [anna],
      without(1),
    ],
    [
      'as JSON, said and logged',
      (tx) => tx.sql`select jsonb_agg(c) as all, array_agg(refugee) as shown_people from trial.person_case c`,
      [anna, omar],
      'answered',
    ],
    ['as they were', (tx) => tx.sql`select refugee, name from history.trial_person_case`, [], without(1)],
    [
      'as known then',
      (tx) => tx.sql`select name || '' as name from history.trial_person_case_as_of(now())`,
      [],
      silent('history.trial_person_case'),
    ],
    ['by a view', (tx) => tx.sql`select * from trial.named`, [], without(2)],
    ['by a view without them', (tx) => tx.sql`select * from trial.nameless`, [], silent('trial.nameless')],
    ['by a change', (tx) => tx.sql`update trial.person_case set name = name returning refugee`, [], without(2)],
    [
      'by a change that tells its version',
      (tx) => tx.sql`update trial.person_case set name = name returning id, version`,
      [],
      'answered',
    ],
    [
      'by a change that tells its version under another name',
      (tx) => tx.sql`update trial.person_case set name = name returning recorded_at as "changedAt"`,
      [],
      'answered',
    ],
    [
      'counted',
      (tx) => tx.sql`select count(*)::int as n, bool_and(name <> '') as named from trial.person_case`,
      [],
      'answered',
    ],
    ['not there', (tx) => tx.sql`select refugee, name from trial.person_case where false`, [], 'answered'],
  ])('%s', async (_, ask, views, expected) => {
    expect(await request(ask, views)).toMatch(expected)
  })

  it('is oneself: nobody’s view of oneself is logged', async () => {
    const own = (tx: Tx) => tx.sql`select refugee, name from trial.person_case where refugee = ${anna}`
    expect(await request(own, [], anna)).toBe('answered')
  })

  it('leaves every entry of a list in one statement, and nothing of a request that is refused', async () => {
    const before = await database.owner`select person from access.access_log`
    await request((tx) => tx.sql`select refugee, name from trial.person_case`, [anna])
    expect(await database.owner`select person from access.access_log`).toEqual(before)
    await request((tx) => tx.sql`select refugee, name from trial.person_case`, [anna, omar])
    const rows = await database.owner`select xmin, person from access.access_log where person in (${anna}, ${omar})`
    expect(rows).toHaveLength(before.length + 2)
  })
})
