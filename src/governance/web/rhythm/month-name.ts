import type { Locale } from '../../../platform/rules/locale.ts'

const tag: Readonly<Record<Locale, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }

/** The name of a month (1–12): `juni`, `June`. */
export const monthName = (month: number, locale: Locale): string =>
  new Intl.DateTimeFormat(tag[locale], { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2026, month - 1, 15)),
  )

/** The month of a date, 1–12. */
export const monthOf = (date: string): number => Number(date.slice(5, 7))

/** The months of a year. */
export const months: readonly number[] = Array.from({ length: 12 }, (_, index) => index + 1)
