import { Type } from 'typebox'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ExportsAnswer } from '../../rules/export-shapes.ts'
import type { Module } from '../module.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { type TestServer, testActor, testServer } from '../testing/server.ts'
import { type Actor, inTransaction, systemActor } from '../transaction.ts'
import type { ExportList } from './export-list.ts'
import { failExportTask, gatherExports, makeExportTask, resumeExports } from './make-export.ts'

const Filter = Type.Object({ kind: Type.Optional(Type.String()), forget: Type.Optional(Type.Boolean()) })
const permissions = ['trial.read', 'export.own']
const anna = testActor(permissions, {
  personId: '00000000-0000-4000-8000-00000000000a',
  role: 'clerk',
  organisationId: '00000000-0000-4000-8000-0000000000aa',
})
const omar = { ...anna, personId: '00000000-0000-4000-8000-00000000000b' }

let database: TestDatabase
let server: TestServer
/** Who is in which role now, as the module that knows people would say. */
let inForce: readonly Actor[] = []
/** Called before each page of the job, with how many rows come before it. */
let beforePage: (after: number) => Promise<void> = async () => {}

/** A list over people, three rows at once, which gives the job two at a time. */
const exportCases: ExportList<typeof Filter> = {
  name: 'cases',
  permission: 'trial.read',
  summary: 'cases',
  filter: Filter,
  formats: ['csv', 'xlsx'],
  asked: { action: 'cases.export', kind: 'case' },
  atOnce: 3,
  words: (locale) => ({
    file: 'saker',
    title: `Saker ${locale}`,
    columns: [{ title: 'Navn', kind: 'text', width: 20 }],
  }),
  count: async (tx, { kind = null }, most) => {
    if (kind === 'endless') return most + 1
    const [row] = await tx.sql<{ rows: number }[]>`select count(*) as rows from trial.person_case where kind = ${kind}`
    return row?.rows ?? 0
  },
  page: async (tx, { kind = null, forget = false }, after, size) => {
    const from = Number(after ?? 0)
    const most = size === 4 ? 4 : 2
    if (most === 2) await beforePage(from)
    const rows = await tx.sql<{ place: number; refugee: string; name: string }[]>`
      select place, refugee, name from trial.person_case where kind = ${kind} and place > ${from} order by place limit ${most}`
    if (!forget) for (const row of rows) tx.viewed({ kind: 'case', id: row.refugee, person: row.refugee })
    return { rows: rows.map(({ name }) => [name]), next: rows.length < most ? null : String(rows.at(-1)?.place) }
  },
}
const trial: Module = { name: 'trial', exports: [exportCases], actorsOf: async () => inForce }
const parts = gatherExports([trial])

const ask = async (filter: object, format = 'csv') =>
  server.app.inject({ method: 'POST', url: '/api/exports/cases', payload: { filter, format } })
/** Asks for the five rows that are too many at once; gives the export. */
const askMany = async (filter: object = {}): Promise<string> => {
  const answer = await ask({ kind: 'many', ...filter })
  expect([answer.statusCode, answer.json().rows]).toEqual([202, 5])
  return answer.json().export
}
const make = (id: string) => server.runTask(makeExportTask(parts), { id })
const listed = async () => ((await server.app.inject('/api/exports')).json() as ExportsAnswer).exports
const fileOf = (id: string) => server.app.inject(`/api/exports/${id}/file`)
const looks = async () => {
  const found = await database.owner<{ actor: string; looks: number }[]>`
    select actor, count(*) as looks from access.access_log group by actor order by actor`
  return found.map(({ actor, looks: count }) => [actor, count])
}
const notices = () => database.owner<{ account: string; code: string; params: object; link: string }[]>`
  select account, code, params, link from platform.notification order by created_at`
const queued = () => database.owner<{ key: string }[]>`
  select key from graphile_worker.jobs where task_identifier = 'make-export'`

beforeAll(async () => {
  database = await testDatabase()
  await database.owner.script(`
    create schema trial;
    grant usage on schema trial to fotfeste_app;
    create table trial.person_case (id uuid primary key default gen_random_uuid(), place integer not null, kind text not null,
      refugee uuid not null default gen_random_uuid(), name text not null);
    select access.protect('trial.person_case', read => array['trial.read all'], person => 'refugee', kept_for => '1 year',
      kept_from => 'recorded_at', ground => 'for the test');
    insert into trial.person_case (place, kind, name) select n, 'many', '=Person ' || n from generate_series(1, 5) n;
    insert into trial.person_case (place, kind, name) select n, 'few', 'Person ' || n from generate_series(1, 3) n`)
  server = await testServer(database, [trial], '2026-11-28T12:00:00Z')
})
afterAll(() => database.drop())
afterEach(async () => {
  server.actAs(anna)
  inForce = [anna, omar]
  beforePage = async () => {}
  await database.owner.script(`delete from platform.export; delete from platform.file; delete from platform.file_part;
    delete from platform.notification; delete from platform.audit; delete from access.access_log`)
  await database.owner`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`
})

describe('a list that is taken out', () => {
  beforeAll(() => {
    server.actAs(anna)
    inForce = [anna, omar]
  })

  it('is answered at once as long as it is short, with a look for each row and a line of what was asked', async () => {
    const answer = await ask({ kind: 'few' })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(answer.headers['content-disposition']).toContain('saker.csv')
    expect(answer.body).toBe('\uFEFFNavn\r\nPerson 1\r\nPerson 2\r\nPerson 3\r\n')
    expect(await looks()).toEqual([[anna.personId, 3]])
    expect(await database.owner`select action, detail from platform.audit`).toEqual([
      { action: 'cases.export', detail: { kind: 'few' } },
    ])
    expect((await ask({ kind: 'few' }, 'xlsx')).rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect(await listed()).toEqual([])
  })

  it('is refused to those who may not, in formats that it has not, and beyond what a file holds', async () => {
    expect((await ask({ kind: 'endless' })).json()).toMatchObject({ code: 'too-many-rows', params: { most: 100_000 } })
    expect((await ask({}, 'pdf')).statusCode).toBe(400)
    server.actAs({ ...anna, permissions: new Set(['export.own']) })
    expect((await ask({ kind: 'few' })).statusCode).toBe(403)
  })

  it('becomes a job when it is long, which tells how far it has come and says when it is done', async () => {
    const id = await askMany()
    expect(await queued()).toEqual([{ key: `make-export ${id}` }])
    expect(await listed()).toMatchObject([
      {
        id,
        title: 'Saker nb',
        format: 'csv',
        state: 'waiting',
        rowsTotal: 5,
        rowsDone: 0,
        erasedOn: expect.any(String),
      },
    ])
    expect((await fileOf(id)).statusCode).toBe(404)
    const seen: unknown[] = []
    beforePage = async () => {
      const [row] = await database.owner`select state, rows_done from platform.export`
      seen.push(row)
    }
    await make(id)
    expect(seen).toEqual([
      { state: 'waiting', rows_done: 0 },
      { state: 'working', rows_done: 2 },
      { state: 'working', rows_done: 4 },
    ])
    expect(await listed()).toMatchObject([{ id, state: 'done', reason: null, rowsTotal: 5, rowsDone: 5 }])
    const file = await fileOf(id)
    expect(file.headers['content-disposition']).toContain('saker.csv')
    expect(file.body.split('\r\n')).toEqual(['\uFEFFNavn', ...[1, 2, 3, 4, 5].map((n) => `'=Person ${n}`), ''])
    expect(await looks()).toEqual([[anna.personId, 5]])
    expect(await notices()).toEqual([
      { account: anna.personId, code: 'export-done', params: { name: 'Saker nb' }, link: '/exports' },
    ])
  })

  it('is the same export when it is asked for again meanwhile, and another when it is another question', async () => {
    const id = await askMany()
    expect(await askMany()).toBe(id)
    expect(await askMany({ forget: true })).not.toBe(id)
    server.actAs({ ...anna, role: 'leader' })
    expect(await askMany()).not.toBe(id)
    expect(await queued()).toHaveLength(3)
  })

  it('is the asker’s own', async () => {
    const id = await askMany()
    await make(id)
    server.actAs(omar)
    expect(await listed()).toEqual([])
    expect((await fileOf(id)).statusCode).toBe(404)
    expect(await server.run((tx) => tx.sql`select id from platform.export`)).toEqual([])
    expect(await server.run((tx) => tx.sql`select id from platform.file`)).toEqual([])
    await expect(
      server.run(
        (tx) => tx.sql`insert into platform.export (account, name, format, query, rows_total)
        values (${anna.personId}, 'cases', 'csv', '{}', 1)`,
      ),
    ).rejects.toThrow(/row-level security/)
    expect(await looks()).toEqual([[anna.personId, 5]])
  })
})

describe('the job', () => {
  it('makes one file when it is run twice, also at once', async () => {
    const id = await askMany()
    await Promise.all([make(id), make(id)])
    await make(id)
    expect(await database.owner`select name from platform.file`).toEqual([{ name: 'saker.csv' }])
    expect(await notices()).toHaveLength(1)
    expect((await fileOf(id)).body).toContain('Person 5')
  })

  it('begins anew when it was ended in the middle', async () => {
    const id = await askMany()
    beforePage = async (from) => {
      if (from > 0) throw Object.assign(new Error('terminating connection'), { code: '57P01' })
    }
    await expect(make(id)).rejects.toThrow('terminating')
    expect(await listed()).toMatchObject([{ state: 'working', rowsDone: 2 }])
    beforePage = async () => {}
    await make(id)
    expect((await fileOf(id)).body.split('\r\n')).toHaveLength(7)
  })

  it.each<[string, readonly Actor[]]>([
    ['every role', []],
    ['the role, though another one has the permission', [{ ...anna, role: 'leader' }]],
    ['the organisation', [{ ...anna, organisationId: '00000000-0000-4000-8000-0000000000bb' }]],
    ['the permission', [{ ...anna, permissions: new Set(['export.own']) }]],
  ])('makes nothing for one who has lost %s meanwhile', async (_what, held) => {
    const id = await askMany()
    inForce = held
    await make(id)
    expect(await listed()).toMatchObject([{ id, state: 'failed', reason: 'no-access' }])
    expect(await notices()).toMatchObject([{ account: anna.personId, code: 'export-failed', link: '/exports' }])
    expect(await looks()).toEqual([])
    expect((await fileOf(id)).statusCode).toBe(404)
    inForce = [anna]
    await make(id)
    expect(await listed()).toMatchObject([{ state: 'failed' }])
  })

  it('stops where the permission is lost', async () => {
    const id = await askMany()
    beforePage = async (from) => {
      if (from === 2) inForce = []
    }
    await make(id)
    expect(await listed()).toMatchObject([{ state: 'failed', reason: 'no-access', rowsDone: 4 }])
    expect(await database.owner`select id from platform.file`).toEqual([])
  })

  it('shows nobody without a look', async () => {
    const id = await askMany({ forget: true })
    await expect(make(id)).rejects.toThrow('without an entry in the access log')
    expect(await listed()).toMatchObject([{ state: 'failed', reason: 'unexpected', rowsDone: 0 }])
  })

  it('fails what the program does not know any more, and what ended its process', async () => {
    const gone = await askMany()
    await server.runTask(makeExportTask({ ...parts, lists: [] }), { id: gone })
    const changed = await askMany()
    await database.owner`update platform.export set query = '{"kind": 5}' where id = ${changed}`
    await make(changed)
    const ended = await askMany()
    await server.runTask(failExportTask(parts), { id: ended })
    const reasons = new Map((await listed()).map(({ id, reason }) => [id, reason]))
    expect([gone, changed, ended].map((id) => reasons.get(id))).toEqual(['not-found', 'not-found', 'unexpected'])
    expect(await notices()).toHaveLength(3)
  })

  it('is queued again after a restore, which brings no queue', async () => {
    const done = await askMany()
    await make(done)
    const id = await askMany()
    await database.owner`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`
    await inTransaction({ app: database.app }, systemActor('resume'), new Date(), resumeExports)
    expect(await queued()).toEqual([{ key: `make-export ${id}` }])
  })
})

it('is erased with its file after seven days, by the nightly job', async () => {
  const [old, young] = [await askMany(), await askMany({ forget: false })]
  await make(old)
  await make(young)
  const erase = () =>
    inTransaction(
      { app: database.app },
      systemActor('night'),
      new Date(),
      (tx) => tx.sql`
      select target, erased, failed from access.erase_due(100)`,
    )
  await database.owner`update platform.export set made_at = made_at - '6 days'::interval where id = ${old}`
  expect(await erase()).toEqual([])
  await database.owner`update platform.export set made_at = made_at - '1 day'::interval where id = ${old}`
  expect(await erase()).toEqual([{ target: 'platform.export', erased: 1, failed: 0 }])
  expect((await listed()).map(({ id }) => id)).toEqual([young])
  expect(await database.owner`select from platform.file`).toHaveLength(1)
  expect(await database.owner`select from platform.file_part`).toHaveLength(1)
})
