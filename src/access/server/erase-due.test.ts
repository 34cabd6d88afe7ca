import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppContext } from '../../platform/server/module.ts'
import { type TestDatabase, testDatabase } from '../../platform/server/testing/database.ts'
import { inTransaction, systemActor, type Tx } from '../../platform/server/transaction.ts'
import { eraseDueTask } from './erase-due.ts'
import { requestErasure } from './request-erasure.ts'

/** Retention, tried on a register that is made here: cases with notes, files and history, and one that others stand on. */
let database: TestDatabase

const register = `
create schema trial;
grant usage on schema trial to fotfeste_app;
create table trial.case (id uuid primary key default gen_random_uuid(), refugee uuid not null, closed_on date, title text);
select access.protect('trial.case', read => array['trial.read all'], write => array['trial.write all'], person => 'refugee',
  kept_for => '2 years', kept_from => 'closed_on', ground => 'personvernforordningen artikkel 5 nr. 1 bokstav e');
create table trial.note (id uuid primary key default gen_random_uuid(), case_id uuid not null references trial.case, text text);
select access.protect('trial.note', part_of => 'trial.case', part_by => 'case_id',
  read => array['trial.read record'], write => array['trial.write record'], remove => array['trial.write record']);
create table trial.stands_on (case_id uuid references trial.case);
create table trial.total (year integer, cases integer);
`

beforeAll(async () => {
  database = await testDatabase()
  await database.owner.script(register)
})
afterAll(() => database.drop())

/** A case that was closed some days before or after two years ago, changed once, with a note changed once and a file. */
const made = async (title: string, closed: string | null): Promise<string> => {
  const id = crypto.randomUUID()
  const { owner } = database
  await owner`insert into trial.case (id, refugee, closed_on, title) values (${id}, gen_random_uuid(),
    platform.today() - interval '2 years' + ${closed}::interval, 'first')`
  await owner`update trial.case set title = ${title} where id = ${id}`
  await owner`insert into trial.note (case_id, text) values (${id}, 'first')`
  await owner`update trial.note set text = 'second' where case_id = ${id}`
  const [file] = await owner<{ id: string }[]>`
    insert into platform.file (name, media_type, size, sha256, record_table, record)
    values ('brev.pdf', 'application/pdf', 1, 'x', 'trial.case', ${id}) returning id`
  await owner`insert into platform.file_part (file, part, bytes) values (${file?.id ?? ''}, 0, 'x')`
  return id
}

/** How many rows there are of a case, by place. */
const left = async (id: string) => {
  const [row] = await database.owner`select
    (select count(*)::int from trial.case where id = ${id}) as cases,
    (select count(*)::int from history.trial_case where id = ${id}) as earlier,
    (select count(*)::int from trial.note where case_id = ${id}) as notes,
    (select count(*)::int from history.trial_note where case_id = ${id}) as earlier_notes,
    (select count(*)::int from platform.file where record = ${id}) as files`
  return Object.values(row ?? {}).join('')
}
const whole = '11111'
const gone = '00000'

const erasures = (id: string) =>
  database.owner<{ reason: string; ground: string; rows: number; person: boolean }[]>`
    select reason, ground, rows, person is not null as person from access.erasure where record = ${id}`

const context = { clock: () => new Date() } as unknown as AppContext
const inTx = <T>(work: (tx: Tx) => Promise<T>) =>
  inTransaction({ app: database.app }, systemActor('test'), new Date(), work)
const run = () => eraseDueTask({}, { ...context, inTransaction: inTx })
const as = <T>(permissions: string[], work: (tx: Tx) => Promise<T>) =>
  inTransaction(
    { app: database.app },
    { ...systemActor('test'), personId: crypto.randomUUID(), permissions: new Set(permissions) },
    new Date(),
    work,
  )

describe('what has been kept for its time', () => {
  it.each([
    ['on its last day', '0 days', gone],
    ['a day before', '1 day', whole],
    ['long ago', '-3 years', gone],
    ['not closed', null, whole],
  ])('%s', async (title, closed, expected) => {
    const id = await made(title, closed)
    await run()
    expect(await left(id)).toBe(expected)
    expect(await erasures(id)).toEqual(
      expected === gone
        ? [{ reason: 'time', ground: 'personvernforordningen artikkel 5 nr. 1 bokstav e', rows: 7, person: true }]
        : [],
    )
  })

  it('goes however much there is, and leaves totals that were frozen', async () => {
    await database.owner`insert into trial.case (refugee, closed_on, title)
      select gen_random_uuid(), '2001-01-01', 'many' from generate_series(1, 1203)`
    await database.owner`insert into trial.total values (2001, 1203)`
    await run()
    expect(await database.owner`select 1 from trial.case where title = 'many'`).toHaveLength(0)
    expect(await database.owner`select cases from trial.total`).toEqual([{ cases: 1203 }])
    const [line] = await database.owner<{ n: number }[]>`select sum((detail ->> 'records')::int)::int as n
      from platform.audit where action = 'record.erase' and kind = 'trial.case'`
    expect(line?.n).toBeGreaterThanOrEqual(1203)
  })

  it('stays when another stands on it, the rest goes, and the job says so', async () => {
    const held = await made('held', '-1 day')
    const free = await made('free', '-1 day')
    await database.owner`insert into trial.stands_on values (${held})`
    await expect(run()).rejects.toThrow('trial.case (1)')
    expect(await left(held)).toBe(whole)
    expect(await left(free)).toBe(gone)
    await database.owner`delete from trial.stands_on`
    await run()
    expect(await left(held)).toBe(gone)
  })
})

describe('a consent that is taken back', () => {
  it('erases by the same job, whatever the time', async () => {
    const id = await made('consent', null)
    await as(['trial.read', 'trial.write'], (tx) => requestErasure(tx, { table: 'trial.case', record: id }))
    await as(['trial.read', 'trial.write'], (tx) => requestErasure(tx, { table: 'trial.case', record: id }))
    expect(await left(id)).toBe(whole)
    await run()
    expect(await left(id)).toBe(gone)
    expect(await erasures(id)).toMatchObject([{ reason: 'consent' }])
  })

  it.each([
    ['who only reads', ['trial.read'], 'trial.case'],
    ['nobody', [], 'trial.case'],
    ['of a table that is not guarded', ['trial.read', 'trial.write'], 'trial.total'],
    ['of no table at all', ['trial.read', 'trial.write'], 'x; drop table trial.case'],
  ])('is not asked for by %s', async (_, permissions, table) => {
    const id = await made('asked', null)
    await expect(as(permissions, (tx) => requestErasure(tx, { table, record: id }))).rejects.toThrow(
      /row-level|syntax|name/,
    )
  })
})

it('nobody but the system erases, and nobody removes the line of it', async () => {
  const erase = as(['trial.write', 'audit.read'], (tx) => tx.sql`select * from access.erase_due(1)`)
  await expect(erase).rejects.toMatchObject({ code: '42501' })
  await expect(inTx((tx) => tx.sql`delete from access.erasure`)).rejects.toMatchObject({ code: '42501' })
  await expect(inTx((tx) => tx.sql`select access.erase_rows('trial.case', gen_random_uuid())`)).rejects.toMatchObject({
    code: '42501',
  })
})
