/**
 * What the guard costs on a table of 300 000 rows in 300 municipalities: a page of one's own, a count of all, a search by a
 * part of a name and one change, each as the application under row-level security, as a ratio to the same statement as the
 * owner, whom no policy concerns; asked in turn. The goal is 3 times for a page of one's own and for a search; a policy that
 * cannot use its index is tens of times.
 * Usage: node scripts/run-ts.mjs bench/guarded-rows.ts [times]
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Connection, connect } from '../src/platform/server/database/connect.ts'
import { startEmbedded } from '../src/platform/server/database/embedded.ts'
import { migrate } from '../src/platform/server/database/migrate.ts'
import { percentile } from './shared/over-http.ts'

const times = Number(process.argv[2] ?? '200')
const limit = 3

const tables = `
create schema trial;
grant usage on schema trial to fotfeste_app;
create table trial.case (id uuid primary key default gen_random_uuid(), municipality uuid not null, person uuid not null,
  name text not null, closed_on date);
create index on trial.case (municipality, name);
select access.protect('trial.case', organisation => 'municipality', person => 'person',
  read => array['trial.read organisation', 'trial.read-all all', 'trial.read party'], write => array['trial.write organisation'],
  kept_for => '10 years', kept_from => 'closed_on', ground => 'for the benchmark');
select access.search_by('trial.case', array['name']);
insert into reference.organisation (kind, number, name_nb, name_nn, valid_from)
  select 'organisation', '310000032', 'place ' || n, 'place ' || n, '2020-01-01' from generate_series(1, 300) n;
insert into trial.case (municipality, person, name)
  select o.id, gen_random_uuid(), md5(o.id::text || n) from reference.organisation o, generate_series(1, 1000) n;
vacuum analyze trial.case;
`

/** A statement as the application asks it, and as the owner would: with the reach written out. */
interface Case {
  readonly what: string
  readonly permissions: string
  readonly guarded: (sql: Connection, own: string, n: number) => Promise<unknown>
  readonly bare: (sql: Connection, own: string, n: number) => Promise<unknown>
  readonly limit: number | null
}

const part = (n: number): string => `%${(0xabcde + n * 7919).toString(16).slice(-5)}%`

const cases: readonly Case[] = [
  {
    what: 'a page of one’s own',
    permissions: 'trial.read',
    guarded: (sql) =>
      sql`select id, name from trial.case where municipality = any (array(select access.within())) order by name limit 50`,
    bare: (sql, own) =>
      sql`select id, name from trial.case where municipality = any (${[own]}::uuid[]) order by name limit 50`,
    limit,
  },
  {
    what: 'a count of all, by who reaches all',
    permissions: 'trial.read-all',
    guarded: (sql) => sql`select count(*)::int as n from trial.case`,
    bare: (sql) => sql`select count(*)::int as n from trial.case`,
    limit: null,
  },
  {
    what: 'a search by a part of a name',
    permissions: 'trial.read-all',
    guarded: (sql, _own, n) =>
      sql`select id, name from trial.case where id = any (array(select trial.case_containing(${part(n)}))) limit 50`,
    bare: (sql, _own, n) => sql`select id, name from trial.case where name ilike ${part(n)} limit 50`,
    limit,
  },
  {
    what: 'a change, with its history',
    permissions: 'trial.read,trial.write',
    guarded: (sql, own, n) =>
      sql`update trial.case set name = name || ${String(n)} where municipality = ${own}
        and id = (select id from trial.case where municipality = ${own} order by name offset ${n % 900} limit 1) returning version`,
    bare: (sql, own, n) =>
      sql`update trial.case set name = name || ${String(n)} where municipality = ${own}
        and id = (select id from trial.case where municipality = ${own} order by name offset ${n % 900} limit 1) returning version`,
    limit: null,
  },
]

const scratch = mkdtempSync(join(tmpdir(), 'fotfeste-bench-'))
chmodSync(scratch, 0o711)
const server = await startEmbedded({ dataFolder: join(scratch, 'data'), unsafeButFast: true })
try {
  await migrate(server.url)
  const owner = connect(server.url, { name: 'bench owner', max: 1 })
  const app = connect(server.url, { name: 'bench app', role: 'fotfeste_app', max: 1 })
  for (const statement of tables.split(/;\n(?=select|insert|create|grant|vacuum)/)) await owner.script(statement)
  const [place] = await owner<{ id: string }[]>`select id from reference.organisation order by id limit 1`
  const own = place?.id ?? ''
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const from = performance.now()
    await work()
    return performance.now() - from
  }
  const rows = []
  let missed = false
  for (const one of cases) {
    const spent = { guarded: [] as number[], bare: [] as number[] }
    for (let n = 0; n < times; n += 1) {
      await app.begin(async (sql) => {
        await sql`select set_config('fotfeste.actor', gen_random_uuid()::text, true),
          set_config('fotfeste.organisation', ${own}, true),
          set_config('fotfeste.permissions', ${`,${one.permissions},`}, true)`
        spent.guarded.push(await timed(() => one.guarded(sql, own, n)))
      })
      await owner.begin(async (sql) => spent.bare.push(await timed(() => one.bare(sql, own, n))))
    }
    const middle = (list: number[]) => percentile(list, 0.5)
    const ratio = middle(spent.guarded) / middle(spent.bare)
    missed ||= one.limit !== null && ratio > one.limit
    rows.push({
      what: one.what,
      'owner ms': Number(middle(spent.bare).toFixed(2)),
      'guarded ms': Number(middle(spent.guarded).toFixed(2)),
      ratio: Number(ratio.toFixed(2)),
    })
  }
  console.table(rows)
  await Promise.all([owner.end(), app.end()])
  if (missed) process.exitCode = 1
} finally {
  await server.release()
  rmSync(scratch, { recursive: true, force: true })
}
