import { joined, type Line } from './lines.ts'
import type { Comparison, ResultRequirement } from './types.ts'
import { words } from './words.ts'

const bullet = /^(?:[•–-]|[a-h]\)|\d\))\s+/

/** Splits the lines of a results requirement into its requirements, one a bullet. */
export const targetsOf = (lines: readonly Line[]): string[] => {
  const groups: Line[][] = []
  for (const line of lines) {
    const last = groups[groups.length - 1]
    if (last && !bullet.test(line.text)) last.push(line)
    else groups.push([line])
  }
  return groups.map((group) => joined(group).replace(bullet, '')).filter((text) => text !== '' && !/^[–-]$/.test(text))
}

const numberPattern = /(?<![\d.,])(\d{1,3}(?:[ .]\d{3})+|\d+)(?:,(\d+))?(?![\d])\s?(%|[\p{L}-]+)?/u
const atLeast = words('minst|minimum|over|mer enn|meir enn|flere enn|fleire enn|ikke under|ikkje under|opp til|≥', 'iu')
const atMost = words(
  'høyst|høgst|maks|maksimalt|under|mindre enn|færre enn|innen|innan|ikke over|ikkje over|senest|≤',
  'iu',
)
const increase = /(?<!\p{L})øk|auk|styrk|forbedr|forbetr|høyere enn|høgare enn|flere enn i|fleire enn i|vekst/iu
const decrease = /(?<!\p{L})(?:redu|ned(?:gang|leg))|lavere enn|lågare enn|færre enn i|kortere|kortare|minske/iu
const ofWhich = words('‹(?:hvorav|herav|av disse|av desse|derav|av dei)›', 'iu')
const notUnit = words('^(?:av|skal|i|og|til|for|per|på|er|har|som|etter|ved|innen|innan)$', 'iu')

const comparisonOf = (text: string, hasNumber: boolean): Comparison => {
  if (!hasNumber) return increase.test(text) ? 'increase' : decrease.test(text) ? 'decrease' : 'unclear'
  if (atLeast.test(text)) return 'at-least'
  if (atMost.test(text)) return 'at-most'
  return 'at-least'
}

/**
 * Takes a results requirement apart. A bare number (“90 prosent”) is read as at least that much, which is how
 * results requirements are followed up; years and dates are not taken for numbers.
 */
export const requirementOf = (text: string): ResultRequirement => {
  const cut = ofWhich.exec(text)
  const main = cut ? text.slice(0, cut.index) : text
  const sub = cut ? text.slice(cut.index + cut[0].length).trim() : ''
  const found = firstNumber(main)
  return {
    comparison: comparisonOf(main, found !== null),
    number: found?.number ?? null,
    unit: found?.unit ?? null,
    text,
    subRequirement: sub === '' ? null : requirementOf(sub),
  }
}

const firstNumber = (text: string): { number: number; unit: string | null } | null => {
  let rest = text
  for (let i = 0; i < 6; i += 1) {
    const match = numberPattern.exec(rest)
    if (!match) return null
    const [whole, digits = '', decimals, unit] = match
    const value = Number(`${digits.replace(/[ .]/g, '')}${decimals === undefined ? '' : `.${decimals}`}`)
    const isYear = value >= 1990 && value <= 2100 && !/[ .,]/.test(digits) && (unit === undefined || notUnit.test(unit))
    if (!isYear) {
      const plain = unit === '%' || /^(?:pst|prosentandel)$/i.test(unit ?? '') ? 'prosent' : unit
      return { number: value, unit: plain === undefined || notUnit.test(plain) ? null : plain }
    }
    rest = rest.slice(match.index + whole.length)
  }
  return null
}
