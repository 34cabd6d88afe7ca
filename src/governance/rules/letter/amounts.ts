import type { AmountUnit } from './types.ts'
import { words } from './words.ts'

/** An amount found in running text, in whole kroner. */
export interface FoundAmount {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kroner: number
}

const factors: Readonly<Record<AmountUnit, number>> = { kroner: 1, '1000-kroner': 1000, 'mill-kroner': 1_000_000 }

/** Whole kroner of a written number and its factor, without the rounding errors of fractions. */
export const kronerOf = (digits: string, factor: number): number => {
  const [whole = '0', fraction = ''] = digits.replace(/[\s.](?=\d{3})/g, '').split(',')
  return Number(whole) * factor + Math.round((Number(fraction || '0') * factor) / 10 ** fraction.length)
}

/** The amount of a table's cell in whole kroner; a scale written with it (“mill. kroner”) goes before the table's unit. */
export const tableAmount = (text: string, unit: AmountUnit): number => {
  const sign = /^[-–]/.test(text) ? -1 : 1
  const plain = text.replace(/^[-–+]\s?/, '')
  const own = /\p{L}/u.test(plain) ? findAmounts(plain)[0] : undefined
  return sign * (own ? own.kroner : kronerOf(plain.replace(/\s?\p{L}.*$/u, ''), factors[unit]))
}

const money = words(
  '(?<![\\d,.])(?:kr\\.?\\s)?(\\d{1,3}(?:[ .]\\d{3}){1,8}|\\d+)(?:,(\\d+))?\\s?(?:(milliarder?|milliardar|mrd\\.?|millioner?|millionar|mill\\.?|tusen|1 ?000)\\s?)?(?:kroner|kr›\\.?|,-)',
  'giu',
)

/** All amounts in kroner of a running text. A range (“1 til 1,5 mill. kroner”) gives its upper end. */
export const findAmounts = (text: string): FoundAmount[] => {
  const found: FoundAmount[] = []
  for (const match of text.matchAll(money)) {
    const [whole, digits = '0', decimals, scale = ''] = match
    const factor = /^mil[l]?i?a|^mrd/i.test(scale)
      ? 1_000_000_000
      : /^mill/i.test(scale)
        ? 1_000_000
        : scale === ''
          ? 1
          : 1000
    const kroner = kronerOf(decimals === undefined ? digits : `${digits},${decimals}`, factor)
    if (Number.isSafeInteger(kroner))
      found.push({ start: match.index, end: match.index + whole.length, text: whole, kroner })
  }
  return found
}

const thousand = words(
  '(?:‹i |\\(|tal(?:l)? i |beløp i |alle tall i |alle tal i )(?:hele |heile )?(?:1[ .]?000|tusen)(?: ?kroner| ?kr|\\)|›)',
  'iu',
)
const million = words(
  '(?:‹i |\\(|tal(?:l)? i |beløp i |alle tall i )(?:mill\\.?|millioner|millionar)(?: ?kroner| ?kr|\\)|›)',
  'iu',
)
const plain = words('(?:‹i |\\(|tal(?:l)? i |beløp i )(?:hele |heile )?(?:kroner|kr›)', 'iu')

/** The unit that a heading or column name states, or null. */
export const statedUnit = (text: string): AmountUnit | null =>
  thousand.test(text) ? '1000-kroner' : million.test(text) ? 'mill-kroner' : plain.test(text) ? 'kroner' : null
