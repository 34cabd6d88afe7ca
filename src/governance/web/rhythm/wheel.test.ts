import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type PlainDate } from '../../../platform/rules/plain-date.ts'
import { isoWeek } from './iso-week.ts'
import { toneOf, tones } from './tone.ts'
import { angleOf, monthAngles, placeMarks, pointAt, sectorPath } from './wheel.ts'

const day = (text: string) => text as PlainDate

describe('the wheel of the year', () => {
  it('begins at the top and runs with the clock', () => {
    expect(pointAt(0, 100)).toEqual({ x: 0, y: -100 })
    expect(pointAt(Math.PI / 2, 100)).toEqual({ x: 100, y: -0 })
    expect(angleOf(day('2026-01-01'))).toBeLessThan(0.02)
    expect(angleOf(day('2026-07-02'))).toBeCloseTo(Math.PI, 2)
  })

  it.each([2024, 2026])('has twelve months that meet, and each date in its own (%i)', (year) => {
    const months = Array.from({ length: 12 }, (_, index) => monthAngles(year, index + 1))
    for (const [index, [from]] of months.entries()) expect(from).toBe(months[index - 1]?.[1] ?? 0)
    expect(months[11]?.[1]).toBeCloseTo(2 * Math.PI, 10)
    for (let date = day(`${year}-01-01`); date.startsWith(String(year)); date = addDays(date, 1)) {
      const [from, to] = months[Number(date.slice(5, 7)) - 1] ?? [0, 0]
      expect(angleOf(date)).toBeGreaterThan(from)
      expect(angleOf(date)).toBeLessThan(to)
    }
  })

  it('draws a sector as a closed path', () => {
    expect(sectorPath(0, Math.PI / 2, 50, 100)).toBe('M0 -100 A100 100 0 0 1 100 0 L50 0 A50 50 0 0 0 0 -50 Z')
  })

  it('loses no date, however many stand on one day', () => {
    const date = fc.record({
      due: fc.integer({ min: 0, max: 364 }).map((n) => addDays(day('2026-01-01'), n)),
      tone: fc.constantFrom(...tones),
    })
    fc.assert(
      fc.property(fc.array(date, { maxLength: 200 }), (dates) => {
        const marks = placeMarks(dates, 120, 12)
        expect(marks.reduce((sum, mark) => sum + mark.count, 0)).toBe(dates.length)
        for (const { x, y } of marks) expect(Math.hypot(x, y)).toBeLessThan(120 + 4 * 12)
      }),
    )
  })
})

describe('a date’s tone', () => {
  it.each([
    ['2026-06-01', '2026-05-30', 'red', 'done'],
    ['2026-06-01', null, 'green', 'late'],
    ['2026-06-15', null, 'red', 'red'],
    ['2026-07-01', null, 'yellow', 'yellow'],
    ['2026-07-01', null, 'green', 'green'],
    ['2026-07-01', null, null, 'none'],
  ] as const)('due %s, met %s, %s light: %s', (due, metOn, light, tone) =>
    expect(toneOf({ due, metOn, light }, '2026-06-15')).toBe(tone),
  )
})

describe('the week of a date', () => {
  it.each([
    ['2026-01-01', 1],
    ['2025-12-29', 1],
    ['2026-12-31', 53],
    ['2027-01-03', 53],
    ['2027-01-04', 1],
    ['2026-11-23', 48],
  ])('%s is in week %i', (date, week) => expect(isoWeek(day(date))).toBe(week))
})
