import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, type PlainDate } from '../../platform/rules/plain-date.ts'
import { easterSunday, isWorkingDay, workingDayOnOrAfter, workingDayOnOrBefore } from './working-day.ts'

const day = (text: string) => text as PlainDate

describe('working days', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'], // as late as it can be
    [2285, '2285-03-22'], // as early as it can be
  ])('Easter of %i is %s', (year, date) => expect(easterSunday(year)).toBe(date))

  it.each([
    ['2026-04-02', false, 'Maundy Thursday'],
    ['2026-04-06', false, 'Easter Monday'],
    ['2026-05-01', false, 'Labour Day'],
    ['2026-05-14', false, 'Ascension Day'],
    ['2026-05-25', false, 'Whit Monday'],
    ['2026-12-24', true, 'Christmas Eve is a working day by the law'],
    ['2026-05-18', true, 'the Monday after 17 May'],
    ['2026-08-15', false, 'a Saturday'],
  ])('%s: %s (%s)', (date, working) => expect(isWorkingDay(day(date))).toBe(working))

  it('finds the nearest on each side, never far away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const date = addDays(day('2000-01-01'), days)
        const before = workingDayOnOrBefore(date)
        const after = workingDayOnOrAfter(date)
        expect(isWorkingDay(before) && isWorkingDay(after)).toBe(true)
        expect(before <= date && date <= after).toBe(true)
        // The longest run is from the Saturday before Easter's Thursday to its Monday, or over Christmas.
        expect(daysBetween(before, after)).toBeLessThanOrEqual(6)
      }),
    )
  })
})
