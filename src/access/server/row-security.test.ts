import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { joinPermissions } from '../../platform/rules/permission.ts'
import type { Connection } from '../../platform/server/database/connect.ts'
import { type TestDatabase, testDatabase } from '../../platform/server/testing/database.ts'
import { accessPermissions } from '../rules/permissions.ts'

const accessOnly = joinPermissions([{ name: 'access', permissions: accessPermissions }])

/** Row-level security and grants, tried as the application's own role: what holds when a query forgets its filter. */
let database: TestDatabase
const ids: Record<string, string> = {}

beforeAll(async () => {
  database = await testDatabase()
  const organisation = async (
    key: string,
    kind: string,
    parent: string | null,
    number: string | null,
    code?: string,
  ) => {
    const [row] = await database.owner<{ id: string }[]>`
      insert into reference.organisation (kind, number, municipality_number, name_nb, name_nn, parent, valid_from)
      values (${kind}, ${number}, ${code ?? null}, ${key}, ${key}, ${parent ? (ids[parent] ?? null) : null}, '2020-01-01')
      returning id`
    ids[key] = row?.id ?? ''
  }
  await organisation('directorate', 'directorate-unit', null, '310000008')
  await organisation('analysis', 'directorate-unit', 'directorate', '310000008')
  await organisation('grants', 'directorate-unit', 'directorate', '310000008')
  await organisation('bodo', 'municipality', null, '310000016', '1804')
  await organisation('tromso', 'municipality', null, '310000024', '5501')
  const person = async (key: string, place: string, role: string) => {
    const [account] = await database.owner<{ id: string }[]>`
      insert into access.account (name) values (${key}) returning id`
    ids[key] = account?.id ?? ''
    await database.owner`insert into access.membership (account, organisation, role, valid_from)
      values (${ids[key] ?? ''}, ${ids[place] ?? ''}, ${role}, '2020-01-01')`
  }
  await person('Ingrid', 'analysis', 'controller')
  await person('Lars', 'grants', 'administrator')
  await person('Kari', 'directorate', 'privacy-officer')
  await person('Berit', 'bodo', 'administrator')
  await person('Bjørn', 'bodo', 'refugee-service')
  await person('Tor', 'tromso', 'refugee-service')
  await person('Tuva', 'tromso', 'privacy-officer')
  const viewed = (actor: string, place: string, person: string) => database.owner`
    insert into access.access_log (actor, organisation, kind, record, person, request)
    values (${ids[actor] ?? ''}, ${ids[place] ?? ''}, 'account', 'x', ${ids[person] ?? ''}, 'r')`
  await viewed('Berit', 'bodo', 'Bjørn')
  await viewed('Ingrid', 'analysis', 'Lars')
  await viewed('Tor', 'tromso', 'Tor')
})
afterAll(() => database.drop())

/** Runs as the application for a person with a role in a place; always rolls back. */
const as = async <T>(
  who: { name?: string; place?: string; role?: string; kind?: string; permissions?: string[] },
  work: (sql: Connection) => Promise<T>,
): Promise<T> => {
  const permissions = who.permissions ?? accessOnly.of(who.role ?? '', who.kind ?? '')
  let result: T | undefined
  const undo = new Error('undo')
  await database.app
    .begin(async (sql) => {
      await sql`select set_config('fotfeste.actor', ${ids[who.name ?? ''] ?? ''}, true),
        set_config('fotfeste.organisation', ${ids[who.place ?? ''] ?? ''}, true),
        set_config('fotfeste.permissions', ${`,${permissions.join(',')},`}, true)`
      result = await work(sql)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return result as T
}

const ingrid = { name: 'Ingrid', place: 'analysis', role: 'controller', kind: 'directorate-unit' }
const lars = { name: 'Lars', place: 'grants', role: 'administrator', kind: 'directorate-unit' }
const kari = { name: 'Kari', place: 'directorate', role: 'privacy-officer', kind: 'directorate-unit' }
const berit = { name: 'Berit', place: 'bodo', role: 'administrator', kind: 'municipality' }
const tuva = { name: 'Tuva', place: 'tromso', role: 'privacy-officer', kind: 'municipality' }

const names = async (sql: Connection): Promise<string[]> =>
  (await sql<{ name: string }[]>`select name from access.account order by name collate "C"`).map((row) => row.name)

describe('who sees whom', () => {
  it.each([
    ['nobody', {}, []],
    ['somebody without a role', { name: 'Ingrid' }, ['Ingrid']],
    ['a controller: colleagues in every unit', ingrid, ['Ingrid', 'Kari', 'Lars']],
    ['a municipality: its own people', berit, ['Berit', 'Bjørn']],
    ['another municipality', tuva, ['Tor', 'Tuva']],
    ['the directorate’s privacy officer: all', kari, ['Berit', 'Bjørn', 'Ingrid', 'Kari', 'Lars', 'Tor', 'Tuva']],
  ])('%s', async (_, who, expected) => expect(await as(who, names)).toEqual(expected))

  it('sessions are one’s own', async () => {
    for (const name of ['Ingrid', 'Berit']) {
      await database.owner`insert into access.session (token_hash, account, provider, acr, opened_at, last_seen_at)
        values (sha256(${name}::bytea), ${ids[name] ?? ''}, 'employee', 'high', now(), now())`
    }
    const owners = await as(kari, (sql) => sql`select account from access.session`)
    expect(owners).toEqual([])
    const mine = await as(berit, (sql) => sql<{ account: string }[]>`select account from access.session`)
    expect(mine.map((row) => row.account)).toEqual([ids.Berit])
  })

  it('the log: of me, of my people, of all', async () => {
    const count = (who: Parameters<typeof as>[0]) =>
      as(who, async (sql) => (await sql`select 1 from access.access_log`).length)
    expect(await count({ name: 'Bjørn', place: 'bodo', role: 'refugee-service', kind: 'municipality' })).toBe(1)
    expect(await count(berit)).toBe(0)
    expect(await count(tuva)).toBe(1)
    expect(await count(kari)).toBe(3)
  })
})

describe('who may give roles', () => {
  const give = (who: Parameters<typeof as>[0], receiver: string, place: string, role = 'caseworker') =>
    as(who, async (sql) => {
      await sql`insert into access.membership (account, organisation, role, valid_from)
        values (${ids[receiver] ?? ''}, ${ids[place] ?? ''}, ${role}, '2026-01-01')`
      return 'given'
    }).catch((error: { code: string }) => error.code)

  it.each([
    ['in the own municipality', berit, 'Bjørn', 'bodo', 'given'],
    ['to oneself', berit, 'Berit', 'bodo', '42501'],
    ['in another municipality', berit, 'Bjørn', 'tromso', '42501'],
    ['in the unit beside', lars, 'Ingrid', 'analysis', '42501'],
    ['in the organisation above', lars, 'Ingrid', 'directorate', '42501'],
    ['without being an administrator', ingrid, 'Lars', 'analysis', '42501'],
  ])('%s', async (_, who, receiver, place, expected) => expect(await give(who, receiver, place)).toBe(expected))

  it('ends roles of the own organisation only', async () => {
    const end = (place: string) =>
      as(
        berit,
        async (sql) =>
          (
            await sql`update access.membership set ended_at = now()
        where organisation = ${ids[place] ?? ''}`
          ).count,
      )
    expect(await end('bodo')).toBe(2)
    expect(await end('tromso')).toBe(0)
  })
})

describe('what the application has no right to at all', () => {
  it.each([
    ['delete from access.access_log'],
    ['update access.access_log set person = gen_random_uuid()'],
    ['delete from access.membership'],
    ['delete from access.session'],
    ['delete from access.account'],
    ['select token_hash from access.session'],
    ['select pid_hmac from access.identity'],
    ['update access.membership set role = $$administrator$$'],
    ['update access.membership set organisation = gen_random_uuid()'],
    [
      'insert into reference.organisation (kind, name_nb, name_nn, valid_from) values ($$ministry$$, $$x$$, $$x$$, now())',
    ],
  ])('%s', async (statement) => {
    const code = await as({ permissions: ['*', 'access.administer', 'login.complete'] }, (sql) =>
      sql.script(statement),
    ).then(
      () => 'done',
      (error: { code: string }) => error.code,
    )
    expect(code).toBe('42501')
  })

  it.each([
    [
      'a line in another’s name',
      `insert into platform.audit (actor, action, kind, record, request)
      values (gen_random_uuid(), 'x.y', 'x', 'x', 'r')`,
    ],
    [
      'an access log entry in another’s name',
      `insert into access.access_log (actor, kind, record, person, request)
      values (gen_random_uuid(), 'x', 'x', gen_random_uuid(), 'r')`,
    ],
  ])('%s', async (_, statement) => {
    await expect(as(kari, (sql) => sql.script(statement))).rejects.toMatchObject({ code: '42501' })
  })

  it('sees its own temporary tables in a function of the owner’s', async () => {
    const open = await database.owner<{ name: string; settings: string[] | null }[]>`
      select p.oid::regprocedure::text as name, p.proconfig as settings
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname !~ '^(pg_|graphile_)'
        and not coalesce(p.proconfig @> array['search_path=pg_catalog, pg_temp'], false)`
    expect([...open], 'set search_path = pg_catalog, pg_temp').toEqual([])
  })

  it('moving another’s role to oneself, or bringing an ended session back', async () => {
    const take = as(
      berit,
      (sql) => sql`update access.membership set account = access.actor() where account = ${ids.Bjørn ?? ''}`,
    )
    await expect(take).rejects.toMatchObject({ code: '42501' })
    await database.owner`insert into access.session
      (token_hash, account, provider, acr, opened_at, last_seen_at, ended_at, ended_because)
      values (sha256('ended'), ${ids.Berit ?? ''}, 'employee', 'high', now(), now(), now(), 'logout')`
    const revive = as(berit, (sql) => sql`update access.session set ended_at = null where ended_at is not null`)
    await expect(revive).rejects.toMatchObject({ code: '42501' })
  })

  it('reads the history of its own people only', async () => {
    await database.owner`update access.account set email = 'b@example.no' where name = 'Bjørn'`
    await database.owner`update access.account set email = 't@example.no' where name = 'Tor'`
    const kept = await as(berit, (sql) => sql<{ name: string }[]>`select name from history.access_account`)
    expect(kept.map((row) => row.name)).toEqual(['Bjørn'])
  })
})

describe('without anybody set, as behind a BEGIN that was refused', () => {
  it('every table that the application may write has row-level security, and no policy that opens by itself', async () => {
    const open = await database.owner<{ name: string }[]>`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and not c.relrowsecurity
        and has_any_column_privilege('fotfeste_app', c.oid, 'insert, update') or c.relkind in ('r', 'p')
        and n.nspname !~ '^pg_' and not c.relrowsecurity and has_table_privilege('fotfeste_app', c.oid, 'delete')
      union all
      select polrelid::regclass || ' ' || polname from pg_policy
      where polcmd <> 'r' and (pg_get_expr(polwithcheck, polrelid) = 'true' or pg_get_expr(polqual, polrelid) = 'true')`
    expect(open).toEqual([])
  })

  it.each([
    ['a notification', `insert into platform.notification (account, code, link) values (gen_random_uuid(), 'x', '/')`],
    ['a job', `select platform.enqueue('send-notice', '{}')`],
    ['a line', `insert into platform.audit (action, kind, record, request) values ('x.y', 'x', 'x', 'r')`],
    [
      'an access log entry',
      `insert into access.access_log (kind, record, person, request) values ('x', 'x', gen_random_uuid(), 'r')`,
    ],
  ])('%s is not left', async (_, statement) => {
    await expect(database.app.script(statement)).rejects.toMatchObject({ code: '42501' })
  })
})
