import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlainDate } from '../../platform/rules/plain-date.ts'
import { type TestDatabase, testDatabase } from '../../platform/server/testing/database.ts'
import { inTransaction, systemActor } from '../../platform/server/transaction.ts'
import type { AllocationItem } from '../rules/allocation.ts'
import { type LetterMoney, recordAllocations } from './index.ts'

const now = new Date('2026-01-20T09:00:00Z')
const person = '00000000-0000-4000-8000-000000000001'
let database: TestDatabase

const line = (fields: Partial<AllocationItem>): AllocationItem => ({
  kind: 'item',
  chapter: '696',
  item: '60',
  name: 'Bosettingstilskudd',
  amountNok: 13_975_400_000,
  keywords: ['kan overføres'],
  source: { start: 10, end: 60 },
  ...fields,
})

const money = (items: readonly AllocationItem[]): LetterMoney => ({
  letter: {
    id: '10000000-0000-4000-8000-000000000001',
    title: 'Tildelingsbrev 2026',
    kind: 'allocation-letter',
    date: '2026-01-19' as PlainDate,
  },
  year: 2026,
  items,
})

const record = (items: readonly AllocationItem[], permissions = ['letter.approve']) =>
  inTransaction(
    { app: database.app },
    { ...systemActor('test'), personId: person, permissions: new Set(permissions) },
    now,
    (tx) => recordAllocations(tx, money(items)),
  )

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

describe('recording a letter’s money', () => {
  it('keeps every line with its amount, keywords, order and place', async () => {
    await record([
      line({ kind: 'chapter', item: null, name: 'Bosetting og inkludering', amountNok: 16_336_820_000, keywords: [] }),
      line({}),
      line({ kind: 'binding', name: 'Arbeidssjansen', amountNok: null, keywords: [], source: null }),
      line({ kind: 'recipient', chapter: null, item: null, name: 'Antirasistisk Senter', amountNok: 500_000 }),
    ])
    const rows = await database.owner`select kind, chapter, item, amount_nok, keywords, source_end, recorded_by
      from appropriations.allocation order by position`
    expect(rows.map((row) => [row.kind, row.chapter, row.item, row.amount_nok, row.source_end])).toEqual([
      ['chapter', '696', null, 16_336_820_000, 60],
      ['item', '696', '60', 13_975_400_000, 60],
      ['binding', '696', '60', null, null],
      ['recipient', null, null, 500_000, 60],
    ])
    expect(rows[1]).toMatchObject({ keywords: ['kan overføres'], recorded_by: person })
  })

  it('replaces the letter’s money when it is approved anew, and keeps the earlier in the history', async () => {
    await record([line({ amountNok: 1 })])
    const [now] = await database.owner`select count(*)::int as lines, sum(amount_nok)::int8 as nok
      from appropriations.allocation`
    expect(now).toEqual({ lines: 1, nok: 1 })
    const [kept] = await database.owner`select count(*)::int as lines from history.appropriations_allocation`
    expect(kept).toEqual({ lines: 4 })
  })

  it('is refused by the database to one who may not approve', async () => {
    await expect(record([line({})], ['money.read'])).rejects.toThrow('row-level security')
  })

  it('shows nothing to one who may neither read money nor approve', async () => {
    const seen = await inTransaction(
      { app: database.app },
      { ...systemActor('test'), personId: person, permissions: new Set(['letter.read']) },
      now,
      async (tx) => (await tx.sql`select from appropriations.allocation`).length,
    )
    expect(seen).toBe(0)
  })
})
