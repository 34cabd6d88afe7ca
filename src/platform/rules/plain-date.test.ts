import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, endOfMonth, osloDate, type PlainDate, parsePlainDate, weekday } from './plain-date.ts'

const anyDate = fc.integer({ min: -200_000, max: 200_000 }).map((days) => addDays('2017-01-01' as PlainDate, days))

describe('plain dates', () => {
  it.each([
    ['2026-09-31', null], // stands in a real letter (2025): September has thirty days
    ['2024-02-29', '2024-02-29'],
    ['2025-02-29', null],
    ['31.12.2025', null],
  ])('%s reads as %s', (text, expected) => expect(parsePlainDate(text)).toBe(expected))

  it('ends a month on its last day', () => {
    expect(endOfMonth(2024, 2)).toBe('2024-02-29')
    expect(endOfMonth(2017, 13)).toBeNull()
  })

  it('counts weekdays from Monday', () => expect(weekday('2025-03-15' as PlainDate)).toBe(6))

  it('knows the date in Oslo, not in UTC', () => expect(osloDate(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01'))

  it('adding days and counting them are each other’s inverse', () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.integer({ min: -9999, max: 9999 }),
        (date, n) => daysBetween(date, addDays(date, n)) === n,
      ),
    )
  })
})
