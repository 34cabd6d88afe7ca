import readExcel from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlainDate } from '../../platform/rules/plain-date.ts'
import { type TestDatabase, testDatabase } from '../../platform/server/testing/database.ts'
import { type TestServer, testActor, testServer } from '../../platform/server/testing/server.ts'
import { appropriationsModule } from '../module.ts'
import type { AllocationItem, MoneyLetter } from '../rules/allocation.ts'
import { recordAllocations } from './index.ts'

let database: TestDatabase
let server: TestServer

const letter = (no: number, year: number, title: string, kind: MoneyLetter['kind'], date: string) => ({
  year,
  letter: { id: `10000000-0000-4000-8000-00000000000${no}`, title, kind, date: date as PlainDate },
})

const line = (kind: AllocationItem['kind'], item: string | null, name: string, amountNok: number): AllocationItem => ({
  kind,
  chapter: '696',
  item,
  name,
  amountNok,
  keywords: [],
  source: null,
})

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database, [appropriationsModule], '2026-11-23T12:00:00Z')
  server.actAs(testActor(['letter.approve']))
  await server.run(async (tx) => {
    await recordAllocations(tx, {
      ...letter(1, 2025, 'Tildelingsbrev 2025', 'allocation-letter', '2025-01-20'),
      items: [line('item', '71', 'Frivillig', 196_750_000)],
    })
    await recordAllocations(tx, {
      ...letter(2, 2026, 'Tildelingsbrev 2026', 'allocation-letter', '2026-01-19'),
      items: [
        line('chapter', null, 'Bosetting og inkludering', 203_480_540),
        line('item', '71', 'Frivillig', 203_480_000),
        line('binding', '71', 'ressursmiljøer', 57_280_000),
      ],
    })
    await recordAllocations(tx, {
      ...letter(3, 2026, 'Tillegg 1', 'supplement', '2026-04-27'),
      items: [line('item', '71', 'Frivillig', 6_500_000)],
    })
  })
  server.actAs(testActor(['money.read']))
})
afterAll(() => database.drop())

describe('the money of a year', () => {
  it('is the latest year’s unless another is asked for', async () => {
    const money = (await server.app.inject('/api/appropriations')).json()
    expect([money.years, money.year]).toEqual([[2026, 2025], 2026])
    expect(money.letters.map((each: { title: string }) => each.title)).toEqual(['Tildelingsbrev 2026', 'Tillegg 1'])
    expect(money.chapters[0].items[0]).toMatchObject({
      amounts: [203_480_000, 6_500_000],
      total: 209_980_000,
      lastYear: 196_750_000,
      change: 13_230_000,
      bound: 57_280_000,
    })
    expect(money.chapters[0].sums[0]).toMatchObject({ stated: 203_480_540, computed: 203_480_000, agrees: false })
    expect((await server.app.inject('/api/appropriations?year=2025')).json()).toMatchObject({ total: 196_750_000 })
  })

  it('is an Excel workbook too, with the stated sum where it disagrees', async () => {
    const answer = await server.app.inject('/api/appropriations/excel?year=2026')
    expect(answer.headers['content-disposition']).toContain('fotfeste-penger-2026.xlsx')
    const sheets = await readExcel(answer.rawPayload)
    const cells = sheets[0]?.data.flat()
    expect(cells).toContain(203_480_540)
    expect(cells).toContain(209_980_000)
    expect(sheets[1]?.data.flat()).toContain('ressursmiljøer')
  })

  it('is empty, not wrong, for a year without letters', async () => {
    const money = (await server.app.inject('/api/appropriations?year=2031')).json()
    expect(money).toMatchObject({ year: 2031, chapters: [], total: 0, lastYear: null })
  })

  it('is refused without the permission', async () => {
    server.actAs(testActor(['letter.read']))
    expect((await server.app.inject('/api/appropriations')).statusCode).toBe(403)
    expect((await server.app.inject('/api/appropriations/excel')).statusCode).toBe(403)
    server.actAs(testActor(['money.read']))
  })
})
