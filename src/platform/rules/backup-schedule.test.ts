import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nightOf, readKeep, readWallTime, type WallTime, whichStay } from './backup-schedule.ts'

describe('what is kept', () => {
  it.each([
    ['14 daily, 8 weekly, 12 monthly', { daily: 14, weekly: 8, monthly: 12 }],
    ['3 monthly,1 daily', { daily: 1, weekly: 0, monthly: 3 }],
    ['0 daily', { daily: 0, weekly: 0, monthly: 0 }],
    ['', null],
    ['14', null],
    ['daily', null],
    ['-1 daily', null],
    ['2 yearly', null],
    ['1 daily, 2 daily', null],
    ['1 daily 2 weekly', null],
  ])('%j reads as %j', (text, expected) => expect(readKeep(text)).toEqual(expected))
})

describe('the night', () => {
  it.each([
    ['00:00', true],
    ['23:59', true],
    ['24:00', false],
    ['2:30', false],
    ['02:60', false],
    ['0230', false],
  ])('%s is a time: %s', (text, is) => expect(readWallTime(text) !== null).toBe(is))

  it.each([
    ['2026-11-28T01:29:59Z', '02:30', '2026-11-27'],
    ['2026-11-28T01:30:00Z', '02:30', '2026-11-28'],
    ['2026-07-01T00:30:00Z', '02:30', '2026-07-01'],
    ['2026-06-30T22:00:00Z', '00:00', '2026-07-01'],
    // 29 March 2026: 02:30 does not exist, the clock goes from 02:00 to 03:00.
    ['2026-03-29T00:59:00Z', '02:30', '2026-03-28'],
    ['2026-03-29T01:00:00Z', '02:30', '2026-03-29'],
    // 25 October 2026: 02:30 comes twice, and between the two it is before 02:30 again.
    ['2026-10-25T00:30:00Z', '02:30', '2026-10-25'],
    ['2026-10-25T01:29:00Z', '02:30', '2026-10-24'],
    ['2026-10-25T01:30:00Z', '02:30', '2026-10-25'],
  ])('of %s, from %s, is %s', (instant, at, expected) =>
    expect(nightOf(new Date(instant), at as WallTime)).toBe(expected),
  )
})

const times = (...texts: string[]) => texts.map((text) => new Date(`${text}:00Z`))
const texts = (dates: readonly Date[]) => dates.map((date) => date.toISOString().slice(0, 16))

describe('which backups stay', () => {
  it.each([
    ['nothing', [], '1 daily', []],
    ['the newest, though no rule keeps it', ['2026-11-27T01:30', '2026-11-28T01:30'], '0 daily', ['2026-11-28T01:30']],
    [
      'the newest of each day',
      ['2026-11-26T01:30', '2026-11-27T01:30', '2026-11-27T09:00', '2026-11-28T01:30'],
      '2 daily',
      ['2026-11-28T01:30', '2026-11-27T09:00'],
    ],
    [
      'days by the calendar of Oslo',
      ['2026-11-27T22:30', '2026-11-27T23:30', '2026-11-28T22:30'],
      '9 daily',
      ['2026-11-28T22:30', '2026-11-27T22:30'],
    ],
    [
      // Monday 23 November begins a week; 2026-01-01 is in the week of 29 December.
      'the newest of each week',
      ['2025-12-30T02:00', '2026-01-01T02:00', '2026-11-20T02:00', '2026-11-22T02:00', '2026-11-23T02:00'],
      '3 weekly',
      ['2026-11-23T02:00', '2026-11-22T02:00', '2026-01-01T02:00'],
    ],
    [
      'the newest of each month, however long nothing was made',
      ['2024-02-01T02:00', '2024-02-29T02:00', '2026-10-31T02:00', '2026-11-01T02:00'],
      '3 monthly',
      ['2026-11-01T02:00', '2026-10-31T02:00', '2024-02-29T02:00'],
    ],
    [
      'what any of the rules keeps',
      ['2026-09-10T02:00', '2026-10-20T02:00', '2026-11-19T02:00', '2026-11-27T02:00', '2026-11-28T02:00'],
      '1 daily, 2 weekly, 3 monthly',
      ['2026-11-28T02:00', '2026-11-19T02:00', '2026-10-20T02:00', '2026-09-10T02:00'],
    ],
  ])('%s', (_name, made, keep, stay) => {
    const rule = readKeep(keep)
    if (rule === null) throw new Error(keep)
    expect(texts(whichStay(times(...made), rule))).toEqual(stay)
  })

  const few = fc.integer({ min: 0, max: 6 })
  const anyKeep = fc.record({ daily: few, weekly: few, monthly: few })
  const anyTimes = fc
    .uniqueArray(fc.integer({ min: 0, max: 400 * 24 }), { maxLength: 60 })
    .map((hours) => hours.map((hour) => new Date(Date.parse('2025-06-01T00:00:00Z') + hour * 3_600_000)))

  it('keeps the newest, no more than the rules keep, and the same when asked again', () => {
    fc.assert(
      fc.property(anyTimes, anyKeep, (made, keep) => {
        const stay = whichStay(made, keep)
        const newest = Math.max(...made.map(Number))
        expect(stay.map(Number).includes(newest)).toBe(made.length > 0)
        expect(stay.length).toBeLessThanOrEqual(Math.max(1, keep.daily + keep.weekly + keep.monthly))
        expect(whichStay(stay, keep)).toEqual(stay)
      }),
    )
  })

  it('made every night, keeps at last just what the rules keep', () => {
    let there: Date[] = []
    for (let day = 0; day < 800; day += 1) {
      const now = new Date(Date.parse('2024-01-01T01:30:00Z') + day * 86_400_000)
      there = whichStay([now, ...there], { daily: 14, weekly: 8, monthly: 12 })
    }
    const days = there.map((time) => (Number(there[0]) - Number(time)) / 86_400_000)
    expect(days.slice(0, 14)).toEqual([...Array(14).keys()])
    expect(new Set(there.map((time) => time.toISOString().slice(0, 7))).size).toBe(12)
    expect(there.length).toBeLessThanOrEqual(34)
  })
})
