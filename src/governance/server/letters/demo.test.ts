import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDemoAccess } from '../../../access/server/index.ts'
import { loadDemoLetters } from './demo.ts'
import { type LettersBench, lettersBench } from './testing/bench.ts'

let bench: LettersBench

beforeAll(async () => {
  bench = await lettersBench()
})
afterAll(() => bench.drop())

const counts = async () => {
  const [row] = await bench.database.owner`select
    (select count(*) from governance.letter where state = 'approved')::int as approved,
    (select count(*) from governance.letter where state = 'checking')::int as checking,
    (select count(*) from governance.commitment)::int as commitments,
    (select count(*) from governance.status_note)::int as notes,
    (select count(*) from governance.delivery)::int as deliveries`
  return row
}

describe('the demo’s letters', () => {
  it('are not loaded where the demo’s people are not', async () => {
    await loadDemoLetters(bench.context)
    expect(await counts()).toMatchObject({ approved: 0, checking: 0 })
  })

  it('are read, checked and approved by the controller, the last one left half way, and followed up', async () => {
    await loadDemoAccess(bench.database.owner, bench.context.config)
    await loadDemoLetters(bench.context)
    const loaded = await counts()
    expect(loaded).toMatchObject({ approved: 3, checking: 1 })
    expect(loaded?.notes).toBeGreaterThan(15)
    expect(loaded?.deliveries).toBeGreaterThan(5)
    const lights = await bench.database.owner`select distinct light from governance.commitment
      where state = 'open' and light is not null order by light`
    expect(lights.map((row) => row.light)).toEqual(['green', 'red', 'yellow'])
    const [reminded] = await bench.database.owner`select count(*)::int as count from governance.reminder`
    expect(reminded?.count).toBeGreaterThan(0)
    const [left] = await bench.database.owner`select count(*) filter (where state = 'open')::int as open,
      count(*) filter (where state = 'accepted')::int as accepted
      from governance.finding where letter = (select id from governance.letter where state = 'checking')`
    expect(left?.open).toBeGreaterThan(0)
    expect(left?.accepted).toBeGreaterThan(0)
  })

  it('are left as they are the next time', async () => {
    const before = await counts()
    await loadDemoLetters(bench.context)
    expect(await counts()).toEqual(before)
  })
})
