import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

/** Tables of ours that a role may do something with. */
const mayDo = async (role: string, privilege: string): Promise<string[]> => {
  const rows = await database.owner<{ place: string }[]>`
    select format('%s.%s', n.nspname, c.relname) as place from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and (has_table_privilege(${role}, c.oid, ${privilege})
        or (${privilege} in ('UPDATE', 'INSERT', 'SELECT') and has_any_column_privilege(${role}, c.oid, ${privilege})))
    order by 1`
  return rows.map(({ place }) => place)
}

describe('the roles of the database', () => {
  it('give the application a table to read at all', async () => {
    expect(await mayDo('fotfeste_app', 'SELECT')).toContain('platform.audit')
  })

  it.each(['UPDATE', 'DELETE', 'TRUNCATE'])('let the application %s neither audit nor history', async (privilege) => {
    const kept = /^(history\.|platform\.audit$|access\.access_log$|migration\.)/
    expect((await mayDo('fotfeste_app', privilege)).filter((place) => kept.test(place))).toEqual([])
  })

  it('let the application write history by no way but the triggers', async () => {
    expect((await mayDo('fotfeste_app', 'INSERT')).filter((place) => place.startsWith('history.'))).toEqual([])
  })

  it('show the public nothing but what is published', async () => {
    for (const privilege of ['SELECT', 'INSERT', 'UPDATE', 'DELETE']) {
      expect((await mayDo('fotfeste_public', privilege)).filter((place) => !place.startsWith('published.'))).toEqual([])
    }
  })

  it('have row-level security on every table that the application can reach', async () => {
    const rows = await database.owner<{ place: string }[]>`
      select format('%s.%s', n.nspname, c.relname) as place from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relrowsecurity and n.nspname not in ('graphile_worker', 'migration')
        and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by 1`
    expect(rows.map(({ place }) => place)).toEqual([])
  })

  it('own nothing, and pass by nothing', async () => {
    const [row] = await database.owner`
      select count(*)::int as owned from pg_class where relowner in ('fotfeste_app'::regrole, 'fotfeste_public'::regrole)`
    expect(row?.owned).toBe(0)
    const roles = await database.owner`
      select rolname from pg_roles where rolname in ('fotfeste_app', 'fotfeste_public')
        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`
    expect(roles).toHaveLength(0)
  })

  it('run no function with the owner’s rights that looks its tables up by a path of the caller’s', async () => {
    const rows = await database.owner<{ place: string }[]>`
      select format('%s.%s', n.nspname, p.proname) as place from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('graphile_worker', 'pg_catalog', 'information_schema')
        and not exists (select from unnest(p.proconfig) setting where setting like 'search_path=%') order by 1`
    expect(rows.map(({ place }) => place)).toEqual([])
  })
})
