import { addDays, osloDate, type PlainDate, weekday } from './plain-date.ts'

/** How many backups stay: of the latest days, weeks and months that have one, the newest of each. */
export interface Keep {
  readonly daily: number
  readonly weekly: number
  readonly monthly: number
}

const kinds = ['daily', 'weekly', 'monthly'] as const

/** Reads `14 daily, 8 weekly, 12 monthly`; a kind that is not named keeps none. Null when the text says something else. */
export const readKeep = (text: string): Keep | null => {
  const keep: Partial<Record<(typeof kinds)[number], number>> = {}
  for (const part of text.split(',')) {
    const match = /^(\d{1,4}) (\w+)$/.exec(part.trim())
    const kind = kinds.find((one) => one === match?.[2])
    if (kind === undefined || keep[kind] !== undefined) return null
    keep[kind] = Number(match?.[1])
  }
  return { daily: 0, weekly: 0, monthly: 0, ...keep }
}

/** A time of day in Oslo, `HH:MM`. */
export type WallTime = string & { readonly __wallTime: unique symbol }

/** Reads `HH:MM`; null when there is no such time. */
export const readWallTime = (text: string): WallTime | null =>
  /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as WallTime) : null

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/**
 * The night that an instant belongs to: it begins at `at` in Oslo and lasts until the next. It is named by the date on
 * which it begins, so that a time which summer time skips is one night too. Where a time is repeated, its second hour may
 * go back to the night before: ask for what was made in this night or a later one.
 */
export const nightOf = (instant: Date, at: WallTime): PlainDate => {
  const date = osloDate(instant)
  return clock.format(instant) >= at ? date : addDays(date, -1)
}

const periods: Readonly<Record<(typeof kinds)[number], (date: PlainDate) => string>> = {
  daily: (date) => date,
  weekly: (date) => addDays(date, 1 - weekday(date)),
  monthly: (date) => date.slice(0, 7),
}

/**
 * Which backups stay, of those made at these times, newest first. Days, weeks and months without a backup do not count,
 * so that an installation which stood still loses none. The newest stays whatever the rules say.
 */
export const whichStay = (made: readonly Date[], keep: Keep): Date[] => {
  const newestFirst = [...made].sort((one, other) => other.getTime() - one.getTime())
  const stay = new Set(newestFirst.slice(0, 1))
  for (const kind of kinds) {
    const seen = new Set<string>()
    for (const time of newestFirst) {
      const period = periods[kind](osloDate(time))
      if (seen.has(period)) continue
      if (seen.size >= keep[kind]) break
      seen.add(period)
      stay.add(time)
    }
  }
  return newestFirst.filter((time) => stay.has(time))
}
