/**
 * A calendar date without time or zone, written `YYYY-MM-DD`. Dates of law and life are plain dates: an
 * instant would move them by a day between zones.
 */
export type PlainDate = string & { readonly __plainDate: unique symbol }

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days in a month; month is 1–12. */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The plain date for year, month (1–12) and day, or null when the calendar has no such date. */
export const plainDateOf = (year: number, month: number, day: number): PlainDate | null => {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  const two = (n: number) => String(n).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}` as PlainDate
}

/** Reads `YYYY-MM-DD`; null when the text has another form or the date does not exist. */
export const parsePlainDate = (text: string): PlainDate | null => {
  const match = pattern.exec(text)
  return match ? plainDateOf(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

const epochDay = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000

/** The date `days` after (or before, if negative). */
export const addDays = (date: PlainDate, days: number): PlainDate =>
  new Date((epochDay(date) + days) * 86_400_000).toISOString().slice(0, 10) as PlainDate

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => epochDay(to) - epochDay(from)

/** The last date of a month; month is 1–12. */
export const endOfMonth = (year: number, month: number): PlainDate | null =>
  plainDateOf(year, month, daysInMonth(year, month))

/** ISO weekday: 1 Monday … 7 Sunday. */
export const weekday = (date: PlainDate): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7

// Making one costs far more than using it.
const inOslo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' })

/** The plain date in Europe/Oslo at an instant; the instant is a parameter because rules have no clock. */
export const osloDate = (instant: Date): PlainDate => inOslo.format(instant) as PlainDate
