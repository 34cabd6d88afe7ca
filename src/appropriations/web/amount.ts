import type { Locale } from '../../platform/rules/locale.ts'
import { formatNumber } from '../../platform/web/format.ts'

/** An amount in a column of kroner: no unit, a dash where there is none. */
export const amount = (kroner: number | null, locale: Locale): string =>
  kroner === null ? '–' : formatNumber(kroner, locale, 0)

/** A change with its sign, so that it is told from an amount without colour: `+6 730 000`. */
export const signed = (kroner: number | null, locale: Locale): string =>
  kroner === null ? '–' : `${kroner > 0 ? '+' : ''}${formatNumber(kroner, locale, 0)}`
