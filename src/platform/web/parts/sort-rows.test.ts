import { describe, expect, it } from 'vitest'
import { parseSorting, sortRows, writeSorting } from './sort-rows.ts'

const rows = [{ n: '2026-10' }, { n: null }, { n: '2026-9' }, { n: 'Ås' }, { n: 'Bø' }]
const order = (descending: boolean) => sortRows(rows, (row) => row.n, descending).map((row) => row.n)

describe('sorting rows', () => {
  it('sorts by value in Norwegian order, what is missing last', () =>
    expect(order(false)).toEqual(['2026-9', '2026-10', 'Bø', 'Ås', null]))

  it('keeps what is missing last when descending', () =>
    expect(order(true)).toEqual(['Ås', 'Bø', '2026-10', '2026-9', null]))

  it('leaves the rows it was given alone', () => expect(rows[0]?.n).toBe('2026-10'))

  it.each(['deadline', '-deadline'])('reads what it writes: %s', (text) =>
    expect(writeSorting(parseSorting(text))).toBe(text),
  )
})
