import { addDays, daysBetween, type PlainDate, weekday } from '../../../platform/rules/plain-date.ts'

/** The number of the week that a date is in, by ISO 8601: the week belongs to the year of its Thursday. */
export const isoWeek = (date: PlainDate): number => {
  const thursday = addDays(date, 4 - weekday(date))
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01` as PlainDate, thursday) / 7) + 1
}
