import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../platform/rules/plain-date.ts'
import type { Allocation, MoneyLetter } from './allocation.ts'
import { yearMoney } from './year-account.ts'

const main: MoneyLetter = {
  id: 'main',
  title: 'Tildelingsbrev',
  kind: 'allocation-letter',
  date: '2026-01-19' as PlainDate,
}
const first: MoneyLetter = { id: 'first', title: 'Tillegg 1', kind: 'supplement', date: '2026-04-27' as PlainDate }
const second: MoneyLetter = { id: 'second', title: 'Tillegg 2', kind: 'supplement', date: '2026-09-01' as PlainDate }

const line = (fields: Partial<Allocation>): Allocation => ({
  letter: 'main',
  year: 2026,
  kind: 'item',
  chapter: '696',
  item: '71',
  name: 'Tilskudd til frivillig inkluderingsarbeid',
  amountNok: 203_480_000,
  keywords: [],
  source: null,
  ...fields,
})

describe('a year’s money', () => {
  it('puts the allocation letter first and the supplements beside it as changes', () => {
    const money = yearMoney(
      2026,
      [second, first, main],
      [line({}), line({ letter: 'first', amountNok: 6_500_000, name: 'Frivillig arbeid' })],
      [],
    )
    expect(money.letters.map((letter) => letter.id)).toEqual(['main', 'first', 'second'])
    const item = money.chapters[0]?.items[0]
    expect(item?.amounts).toEqual([203_480_000, 6_500_000, null])
    expect([item?.total, item?.name]).toEqual([209_980_000, 'Tilskudd til frivillig inkluderingsarbeid'])
  })

  it('does not say the keywords twice', () => {
    const keywords = ['kan overføres']
    const named = line({ name: 'Bosettingstilskudd, kan overføres', keywords })
    expect(yearMoney(2026, [main], [named], []).chapters[0]?.items[0]).toMatchObject({
      name: 'Bosettingstilskudd',
      keywords,
    })
  })

  it('holds the sum that a letter states against its items, each letter for itself', () => {
    const head = { kind: 'chapter', item: null, name: 'Bosetting og inkludering' } as const
    const [chapter] = yearMoney(
      2026,
      [main, first],
      [
        line({ ...head, amountNok: 203_480_540 }),
        line({}),
        line({ ...head, letter: 'first', amountNok: 6_500_000 }),
        line({ letter: 'first', amountNok: 6_500_000 }),
      ],
      [],
    ).chapters
    expect(chapter?.sums).toEqual([
      { letter: 'main', stated: 203_480_540, computed: 203_480_000, agrees: false },
      { letter: 'first', stated: 6_500_000, computed: 6_500_000, agrees: true },
    ])
    expect(chapter?.name).toBe('Bosetting og inkludering')
  })

  it('does not say that a sum agrees where the letter states none', () => {
    expect(yearMoney(2026, [main], [line({})], []).chapters[0]?.sums[0]?.agrees).toBeNull()
  })

  it('puts bindings and recipients under their item, and tells when they are more than the item', () => {
    const [item] =
      yearMoney(
        2026,
        [main],
        [
          line({}),
          line({ kind: 'binding', name: 'ressursmiljøer', amountNok: 203_480_001 }),
          line({ kind: 'recipient', name: 'Antirasistisk Senter', amountNok: 9_000_000 }),
        ],
        [],
      ).chapters[0]?.items ?? []
    expect(item?.parts.map((part) => [part.kind, part.name])).toEqual([
      ['binding', 'ressursmiljøer'],
      ['recipient', 'Antirasistisk Senter'],
    ])
    expect([item?.bound, item?.overBound]).toEqual([203_480_001, true])
  })

  it('keeps what belongs to no item of the year', () => {
    const { loose } = yearMoney(2026, [main], [line({ kind: 'recipient', chapter: null, item: null, name: 'A' })], [])
    expect(loose).toMatchObject([{ name: 'A', chapter: null }])
  })

  it.each([
    ['grown', [line({})], [line({ year: 2025, amountNok: 196_750_000 })], 6_730_000, false],
    ['new', [line({})], [], null, false],
    ['gone', [], [line({ year: 2025, amountNok: 5 })], -5, true],
    ['without an amount', [line({ amountNok: null })], [line({ year: 2025 })], null, false],
  ] as const)('an item that is %s compares with last year', (_name, now, before, change, ceased) => {
    const item = yearMoney(2026, [main], now, before).chapters[0]?.items[0]
    expect([item?.change, item?.ceased]).toEqual([change, ceased])
  })

  it('loses no krone: chapters, items and letters make the same total, in any order of lines', () => {
    const anyLine = fc.record({
      chapter: fc.constantFrom('496', '695', '0541', '3496'),
      item: fc.constantFrom('01', '21', '60', '71'),
      letter: fc.constantFrom('main', 'first', 'second'),
      amountNok: fc.option(fc.integer({ min: -1_000_000, max: 20_000_000_000 })),
    })
    fc.assert(
      fc.property(fc.array(anyLine), fc.array(anyLine), (some, before) => {
        const lines = some.map((fields) => line(fields))
        const money = yearMoney(
          2026,
          [main, first, second],
          lines,
          before.map((fields) => line(fields)),
        )
        const expected = lines.reduce((total, each) => total + (each.amountNok ?? 0), 0)
        const items = money.chapters.flatMap((chapter) => chapter.items)
        expect(money.total).toBe(expected)
        expect(items.reduce((total, item) => total + (item.total ?? 0), 0)).toBe(expected)
        expect(items.flatMap((item) => item.amounts).reduce<number>((total, n) => total + (n ?? 0), 0)).toBe(expected)
        const reversed = yearMoney(2026, [second, main, first], [...lines].reverse(), [])
        expect(reversed.chapters.flatMap((c) => c.sums).length).toBe(money.chapters.flatMap((c) => c.sums).length)
        expect(reversed.total).toBe(expected)
      }),
    )
  })
})
