import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Sql } from '../database/connect.ts'
import { migrate, migrations } from '../database/migrate.ts'
import { emptyTestDatabase, type TestDatabase, testDatabase } from '../testing/database.ts'
import { backUp } from './back-up.ts'
import { dataTables, withoutQueue } from './catalogue.ts'
import { BackupError, type BackupManifest } from './format.ts'
import { refuseHalfRestored, restore } from './restore.ts'

const scratch = mkdtempSync(join(tmpdir(), 'fotfeste-backup-'))
const file = join(scratch, 'all.fotfeste')
const databases: TestDatabase[] = []

const empty = async (): Promise<TestDatabase> => {
  const database = await emptyTestDatabase()
  databases.push(database)
  return database
}

/** Checksum of each table's rows in any order, and of each sequence. */
const fingerprint = (sql: Sql): Promise<Record<string, string>> =>
  sql.begin(async (tx) => {
    await tx`set local row_security = off`
    const all: Record<string, string> = {}
    for (const { schema, name } of withoutQueue(await dataTables(tx))) {
      const [row] = await tx<{ rows: number; sum: string }[]>`
        select count(*)::int as rows, coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as sum
        from ${tx.identifier(schema)}.${tx.identifier(name)} t`
      all[`${schema}.${name}`] = `${row?.rows} rows ${row?.sum}`
    }
    const sequences = await tx<{ name: string; last: number }[]>`
      select schemaname || '.' || sequencename as name, last_value as last from pg_sequences
      where schemaname <> 'graphile_worker' order by 1`
    for (const { name, last } of sequences) all[name] = String(last)
    return all
  })

/** Rows of many kinds: awkward text, bytes, dates, circles, changed rows with history, jobs, more than one part. */
const fill = async (sql: Sql): Promise<void> => {
  const awkward = 'tab\there\nline \\N \\. "quote" ; æøå 😀\r\nend\\'
  await sql`insert into reference.organisation (kind, name_nb, name_nn, valid_from)
    select 'directorate-unit', ${awkward} || n, 'eining ' || n, '2024-02-29' from generate_series(1, 50) n`
  await sql`update reference.organisation o set parent = (select id from reference.organisation where id <> o.id order by id limit 1)`
  await sql`insert into access.account (name, email) select 'Person ' || n, n || '@example.org' from generate_series(1, 200) n`
  await sql`insert into access.membership (account, organisation, role, valid_from)
    select a.id, (select id from reference.organisation order by id limit 1), 'controller', '2024-01-01' from access.account a`
  await sql`insert into platform.audit (action, kind, record, detail, request)
    select 'test.fill', 'thing', n::text, jsonb_build_object('text', ${awkward}::text, 'n', n, 'none', null), repeat('x', 400)
    from generate_series(1, 20000) n`
  await sql`insert into platform.file (name, media_type, size, sha256, bytes, permission)
    select 'fil', 'application/pdf', 3, 'x', decode('00010a5c09ff', 'hex') || int4send(n), 'letter.read' from generate_series(1, 10) n`
  await sql`select graphile_worker.add_job('remind', json_build_object('n', n), run_at := now() + interval '1 day') from generate_series(1, 5) n`
}

afterAll(async () => {
  for (const database of databases) await database.drop()
  rmSync(scratch, { recursive: true, force: true })
})

describe('backup and restore', () => {
  let source: TestDatabase
  let manifest: BackupManifest
  let before: Record<string, string>
  beforeAll(async () => {
    source = await testDatabase()
    databases.push(source)
    await fill(source.owner)
    before = await fingerprint(source.owner)
    manifest = await backUp({ url: source.url, file, release: 'test', now: new Date('2026-01-02T03:04:05Z') })
  })

  it('brings back every row of every table, histories and sequences included, and not the queue', async () => {
    const target = await empty()
    const seen: string[] = []
    await restore({ url: target.url, file, onTable: (table) => seen.push(table) })
    const after = await fingerprint(target.owner)
    expect(after).toEqual(before)
    expect(Number.parseInt(after['history.reference_organisation'] ?? '', 10)).toBe(50)
    const [row] = await target.owner`select (select count(*)::int from graphile_worker.jobs) as jobs,
      (select count(*)::int from platform.restored) as marks`
    expect(row).toEqual({ jobs: 0, marks: 1 })
    expect(seen).toContain('platform.audit')
    expect(await migrate(target.url)).toEqual([])
    await refuseHalfRestored(target.owner)
  })

  it('leaves keys, triggers and row-level security as they were', async () => {
    const target = await empty()
    await restore({ url: target.url, file })
    const rules = (sql: Sql) => sql`
      select k.conname || pg_get_constraintdef(k.oid) as rule from pg_constraint k where k.contype = 'f'
      union all select t.tgrelid::regclass || ' ' || t.tgname || ' ' || t.tgenabled::text from pg_trigger t where not t.tgisinternal
      union all select c.relname || ' ' || c.relrowsecurity from pg_class c where c.relkind = 'r' order by 1`
    expect(await rules(target.owner)).toEqual(await rules(source.owner))
    await target.owner`update access.account set name = 'Ny' where email = '1@example.org'`
    const [row] = await target.owner`select count(*)::int as kept from history.access_account`
    expect(row?.kept).toBe(1)
  })

  it('splits large tables into parts, and closes the file to others', () => {
    const audit = manifest.tables.find(({ name }) => name === 'audit')
    expect(audit?.rows).toBe(20_000)
    expect(audit?.parts.length).toBeGreaterThan(1)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(existsSync(`${file}.part`)).toBe(false)
  })

  it('refuses a database that is in use', async () => {
    await expect(restore({ url: source.url, file })).rejects.toThrow(/in use already/)
    expect(await fingerprint(source.owner)).toEqual(before)
  })

  it('refuses a damaged file before it touches the database', async () => {
    const bytes = gunzipSync(readFileSync(file))
    const at = bytes.indexOf('Person 100')
    bytes[at] = 'Q'.charCodeAt(0)
    const damaged = join(scratch, 'damaged')
    writeFileSync(damaged, gzipSync(bytes))
    const target = await empty()
    await expect(restore({ url: target.url, file: damaged })).rejects.toThrow(/is damaged: access.account/)
    const [row] = await target.owner`select to_regclass('access.account') is null as untouched`
    expect(row?.untouched).toBe(true)
  })

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1), /is no whole backup/],
    ['empty', () => Buffer.alloc(0), /is no whole backup|is no backup/],
    ['something else', () => Buffer.from('kjære direktorat'), /is no whole backup/],
    [
      'from a later release',
      (bytes: Buffer) => changed(bytes, '"0001-', '"9001-'),
      /newer than this release: it was made by test and has had the migration 9001/,
    ],
    [
      'from a later format',
      (bytes: Buffer) => changed(bytes, '"formatVersion": 1', '"formatVersion": 2'),
      /newer release/,
    ],
  ])('refuses a file that is %s', async (name, spoil, message) => {
    const spoilt = join(scratch, name)
    writeFileSync(spoilt, spoil(readFileSync(file)))
    const target = await empty()
    const restoring = restore({ url: target.url, file: spoilt })
    await expect(restoring).rejects.toThrow(BackupError)
    await expect(restoring).rejects.toThrow(message)
  })

  it('can be run again after it was stopped, and the database is refused to others meanwhile', async () => {
    const target = await empty()
    // A backend killed in the middle of COPY makes the driver throw outside of any promise, so it is stopped from within.
    const stopped = restore({
      url: target.url,
      file,
      onTable: (table) => {
        if (table === 'platform.audit') throw new Error('stopped')
      },
    })
    await expect(stopped).rejects.toThrow('stopped')
    await expect(refuseHalfRestored(target.owner)).rejects.toThrow(/was not carried through/)
    await restore({ url: target.url, file })
    expect(await fingerprint(target.owner)).toEqual(before)
  })

  it('restores what an earlier release has backed up, and brings it to this one', async () => {
    const target = await empty()
    await restore({ url: target.url, file: join(import.meta.dirname, 'testing', 'at-0071.fotfeste') })
    const names = await target.owner<{ name: string }[]>`select name from migration.applied order by name`
    expect(names.map(({ name }) => name)).toEqual(migrations().map(({ name }) => name))
    const [row] = await target.owner`
      select (select name_nb from history.reference_organisation) as before,
        (select name_nb from reference.organisation where version = 2) as after,
        (select count(*)::int from governance.letter) as letters,
        (select count(*)::int from graphile_worker.jobs where task_identifier = 'send-notice') as jobs,
        (select mail from platform.notification) as mail,
        history.known_from('reference.organisation') as known`
    expect(row).toEqual({
      before: 'Først',
      after: 'Så',
      letters: 1,
      jobs: 1,
      mail: 'waiting',
      known: '2025-03-01T10:00:00.000Z',
    })
    await target.owner`update access.account set name = 'Ny'`
    const [kept] = await target.owner`select name from history.access_account order by recorded_at desc`
    expect(kept).toEqual({ name: 'Test Omdøpt' })
  })

  it('leaves no file behind when it cannot be written', async () => {
    const target = join(scratch, 'no-such-folder', 'x')
    const failing = backUp({ url: source.url, file: target, release: 'test', now: new Date(0) })
    await expect(failing).rejects.toThrow(/ENOENT/)
    expect(existsSync(`${target}.part`)).toBe(false)
  })
})

const changed = (bytes: Buffer, from: string, to: string): Buffer => {
  const plain = gunzipSync(bytes)
  plain.write(to, plain.indexOf(from))
  return gzipSync(plain)
}
