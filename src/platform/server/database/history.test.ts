import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '../../rules/shapes.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const letter = '00000000-0000-4000-8000-00000000b001'
const commitment = '00000000-0000-4000-8000-00000000b002'

const instant = async (): Promise<Instant> => {
  const [row] = await database.owner<{ at: Instant }[]>`select clock_timestamp() as at`
  if (!row) throw new Error('no time')
  return row.at
}

const asOf = (table: string, at: Instant) =>
  database.owner<{ id: string; light?: string | null; title?: string; version: number }[]>`
    select * from ${database.owner.identifier(`history.${table}_as_of`)}(${at})`

describe('the register as known on an earlier instant', () => {
  it('shows each record once, as it was believed then; what is deleted is there before and gone after', async () => {
    const { owner } = database
    const before = await instant()
    await owner`insert into platform.file (id, name, media_type, size, sha256, bytes, permission)
      values (${letter}, 'brev.txt', 'text/plain', 1, 'x', 'x', 'letter.read')`
    await owner`insert into governance.letter (id, title, file, sha256) values (${letter}, 'Tildelingsbrev', ${letter}, 'x')`
    await owner`insert into governance.commitment (id, kind, letter, year, title, position)
      values (${commitment}, 'assignment', ${letter}, 2026, 'Bosette flere', 1)`
    const [deadline] = await owner<{ id: string }[]>`insert into governance.deadline (commitment, due)
      values (${commitment}, '2026-06-30') returning id`
    const first = await instant()
    await owner`update governance.commitment set light = 'yellow' where id = ${commitment}`
    const second = await instant()
    await owner`update governance.commitment set light = 'red' where id = ${commitment}`
    await owner`delete from governance.deadline where id = ${deadline?.id ?? ''}`
    const third = await instant()

    expect(await asOf('governance_commitment', before)).toHaveLength(0)
    for (const [at, light, version] of [
      [first, null, 1],
      [second, 'yellow', 2],
      [third, 'red', 3],
    ] as const) {
      expect(await asOf('governance_commitment', at)).toEqual([expect.objectContaining({ light, version })])
    }
    expect(await asOf('governance_deadline', second)).toHaveLength(1)
    expect(await asOf('governance_deadline', third)).toHaveLength(0)
  })

  it('shows a record once also between two writers of which the first to begin was the last to write', async () => {
    const { owner } = database
    await owner.begin(async (early) => {
      await early`select now()`
      await owner`update governance.letter set title = 'Fra den som kom sist' where id = ${letter}`
      await early`update governance.letter set title = 'Fra den som begynte' where id = ${letter}`
    })
    const versions = await owner<{ at: Instant }[]>`
      select recorded_at as at from governance.letter union all
      select recorded_until - interval '1 microsecond' from history.governance_letter union all
      select recorded_at from history.governance_letter`
    for (const { at } of versions) expect((await asOf('governance_letter', at)).length).toBeLessThanOrEqual(1)
    const [now] = await asOf('governance_letter', await instant())
    expect(now).toMatchObject({ title: 'Fra den som begynte', version: 3 })
  })
})
