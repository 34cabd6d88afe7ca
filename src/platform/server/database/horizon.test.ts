import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '../../rules/shapes.ts'
import { asOf } from '../history.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { inTransaction, systemActor } from '../transaction.ts'
import { type Connection, connect } from './connect.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const horizon = async (sql: Pick<TestDatabase['owner'], 'begin'> = database.app): Promise<Instant> =>
  sql.begin(async (tx) => {
    const [row] = await tx<{ at: Instant }[]>`select history.horizon() as at`
    return row?.at ?? ''
  })

/** Looks while a transaction is open in which `before` has been run; its start as well. */
const whileOpen = async (before: (tx: Connection) => Promise<unknown>, look: () => Promise<Instant>) =>
  database.owner.begin(async (tx) => {
    const [row] = await tx<{ start: Instant }[]>`select now() as start`
    await before(tx)
    return { start: row?.start, seen: await look() }
  })

describe('the horizon', () => {
  it('is now when nothing is open', async () => {
    const from = Date.now()
    const seen = Date.parse(await horizon())
    expect(seen).toBeGreaterThanOrEqual(from - 5)
    expect(seen).toBeLessThanOrEqual(Date.now() + 5)
  })

  it.each([
    ['has no id yet', async () => {}],
    ['has written', (tx: Connection) => tx`update reference.organisation set name_nb = name_nb`],
    ['has an id', (tx: Connection) => tx`select pg_current_xact_id()`],
  ])('is the start of an open transaction that %s, for the application too', async (_what, before) => {
    for (const asking of [database.app, database.owner]) {
      const { start, seen } = await whileOpen(before, () => horizon(asking))
      expect(seen).toBe(start)
    }
  })

  it('is nowhere while somebody is at work whose start cannot be seen', async ({ skip }) => {
    const { owner } = database
    const [who] = await owner<{ name: string; mighty: boolean }[]>`
      select rolname as name, rolsuper as mighty from pg_roles where rolname = current_user`
    if (!who?.mighty) return skip('only a superuser can give the function away')
    await owner.script(`
      create role fotfeste_test_unseeing;
      grant usage on schema platform to fotfeste_test_unseeing;
      grant execute on all functions in schema platform to fotfeste_test_unseeing;
      grant create on schema history to fotfeste_test_unseeing;
      alter function history.horizon owner to fotfeste_test_unseeing`)
    try {
      const { seen } = await whileOpen(async () => {}, horizon)
      expect(seen).toBe('-infinity')
      expect(Date.parse(await horizon())).toBeGreaterThan(0)
    } finally {
      await owner.script(`alter function history.horizon owner to ${who.name};
        drop owned by fotfeste_test_unseeing; drop role fotfeste_test_unseeing`)
    }
  })

  it('is not asked in a transaction that would not see who committed meanwhile', async () => {
    const asking = database.owner.begin((tx) => tx`select history.horizon()`, 'isolation level repeatable read')
    await expect(asking).rejects.toThrow(/read committed/)
  })

  it('is no later than what a transaction stamps that had no id when it was asked', async () => {
    const stranger = connect(database.url, { name: 'stranger', max: 1 })
    try {
      const id = crypto.randomUUID()
      await stranger.begin(async (tx) => {
        await tx`select 1`
        const frozen = await horizon()
        await tx`insert into reference.organisation (id, kind, name_nb, name_nn, valid_from)
          values (${id}, 'directorate-unit', 'Sen', 'Sein', '2020-01-01')`
        const [row] = await tx<{ at: Instant }[]>`select recorded_at as at from reference.organisation where id = ${id}`
        expect(Date.parse(row?.at ?? '')).toBeGreaterThanOrEqual(Date.parse(frozen))
      })
    } finally {
      await stranger.end()
    }
  })
})

describe('a question as of an instant', () => {
  const ask = (instant: Date, table = 'governance.letter') =>
    inTransaction({ app: database.app }, systemActor('test'), new Date(), (tx) => asOf(tx, table, instant))

  it('is final before the horizon, and not after it', async () => {
    const before = new Date()
    await new Promise((resolve) => setTimeout(resolve, 20))
    await database.owner.begin(async (tx) => {
      const [row] = await tx<{ start: Instant }[]>`select now() as start`
      expect(await ask(new Date())).toEqual({ horizon: row?.start, final: false })
      expect((await ask(before)).final).toBe(true)
    })
    expect((await ask(new Date(Date.now() + 60_000))).final).toBe(false)
  })

  it('says when nothing was known yet', async () => {
    const [row] = await database.owner<{ from: Instant }[]>`
      select date_trunc('milliseconds', history.known_from('governance.letter')) + interval '1 ms' as from`
    const from = new Date(row?.from ?? '')
    await expect(ask(new Date(from.getTime() - 2))).rejects.toMatchObject({
      problem: { code: 'not-known-then', params: { from: from.toISOString() } },
    })
    await expect(ask(from)).resolves.toMatchObject({ final: true })
    await expect(ask(from, 'platform.file')).rejects.toThrow(/platform.file is not kept/)
  })
})
