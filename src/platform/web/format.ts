import type { Locale } from '../rules/locale.ts'
import { daysBetween, osloDate, type PlainDate } from '../rules/plain-date.ts'

const tag: Readonly<Record<Locale, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }

/** A plain date as `22.11.2026`, in every language: the letters themselves are written so. */
export const formatDate = (date: PlainDate): string => {
  const [year, month, day] = date.split('-')
  return `${day}.${month}.${year}`
}

const clockTime = new Intl.DateTimeFormat('nb-NO', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/Oslo',
})

/** The time of an instant in Oslo: `14:02`. */
export const formatTime = (instant: Date | string): string => clockTime.format(new Date(instant))

/** An instant as date and time in Oslo: `22.11.2026 14:02`. */
export const formatInstant = (instant: Date | string): string =>
  `${formatDate(osloDate(new Date(instant)))} ${formatTime(instant)}`

/** A number with the language's separators, at most `decimals` decimals: `1 234,5`. */
export const formatNumber = (value: number, locale: Locale, decimals = 1): string =>
  new Intl.NumberFormat(tag[locale], { maximumFractionDigits: decimals }).format(value)

/** Whole kroner: `kr 1 234`; in English `NOK 1,234`. */
export const formatKroner = (kroner: number, locale: Locale): string =>
  `${locale === 'en' ? 'NOK' : 'kr'}\u00a0${formatNumber(kroner, locale, 0)}`

/** A share of one as per cent: `76,4 %`. */
export const formatPercent = (share: number, locale: Locale, decimals = 0): string =>
  locale === 'en'
    ? `${formatNumber(share * 100, locale, decimals)}%`
    : `${formatNumber(share * 100, locale, decimals)}\u00a0%`

interface DayWords {
  readonly today: string
  readonly left: (days: number) => string
  readonly over: (days: number) => string
}

const norwegian = (day: string, days: string, left: string, today: string): DayWords => ({
  today,
  left: (n) => `${n} ${n === 1 ? day : days} ${left}`,
  over: (n) => `${n} ${n === 1 ? day : days} over fristen`,
})

const dayWords: Readonly<Record<Locale, DayWords>> = {
  nb: norwegian('dag', 'dager', 'igjen', 'frist i dag'),
  nn: norwegian('dag', 'dagar', 'att', 'frist i dag'),
  en: {
    today: 'due today',
    left: (n) => `${n} ${n === 1 ? 'day' : 'days'} left`,
    over: (n) => `${n} ${n === 1 ? 'day' : 'days'} overdue`,
  },
}

/** How far a deadline is from today: `12 dager igjen`, `frist i dag`, `3 dager over fristen`. */
export const formatDaysLeft = (deadline: PlainDate, today: PlainDate, locale: Locale): string => {
  const days = daysBetween(today, deadline)
  const words = dayWords[locale]
  if (days === 0) return words.today
  return days > 0 ? words.left(days) : words.over(-days)
}

/** Compares texts in Norwegian order (æ ø å last, aa as å), numbers inside texts by value. */
export const compareTexts = new Intl.Collator('nb-NO', { numeric: true, sensitivity: 'base' }).compare
