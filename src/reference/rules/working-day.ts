import { addDays, type PlainDate, plainDateOf, weekday } from '../../platform/rules/plain-date.ts'

/** Easter Sunday of a year in the Gregorian calendar (the anonymous algorithm, as Meeus gives it). */
export const easterSunday = (year: number): PlainDate => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  const date = plainDateOf(year, Math.floor(n / 31), (n % 31) + 1)
  if (date === null) throw new RangeError(`No Easter is known for the year ${year}`)
  return date
}

const fixedDays = ['01-01', '05-01', '05-17', '12-25', '12-26']

/** From Easter Sunday, in days: Maundy Thursday, Good Friday, the two Easter days, Ascension, the two Whitsun days. */
const movableDays = [-3, -2, 0, 1, 39, 49, 50]

/**
 * True on the public holidays of Norway: lov 24.2.1995 nr. 12 om helligdager og helligdagsfred § 2 (holy days), and lov
 * 26.4.1947 nr. 1 om 1. og 17. mai som høgtidsdager. Sundays are counted by {@link isWorkingDay}.
 */
export const isPublicHoliday = (date: PlainDate): boolean => {
  if (fixedDays.includes(date.slice(5))) return true
  const easter = easterSunday(Number(date.slice(0, 4)))
  return movableDays.some((days) => addDays(easter, days) === date)
}

/** True from Monday to Friday, except on public holidays. */
export const isWorkingDay = (date: PlainDate): boolean => weekday(date) <= 5 && !isPublicHoliday(date)

/** The date itself when it is a working day, else the nearest one before it. */
export const workingDayOnOrBefore = (date: PlainDate): PlainDate =>
  isWorkingDay(date) ? date : workingDayOnOrBefore(addDays(date, -1))

/** The date itself when it is a working day, else the nearest one after it. */
export const workingDayOnOrAfter = (date: PlainDate): PlainDate =>
  isWorkingDay(date) ? date : workingDayOnOrAfter(addDays(date, 1))
