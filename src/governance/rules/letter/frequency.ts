import type { Frequency, Recurrence } from './types.ts'
import { words } from './words.ts'

const term =
  '(?:halvårs?-?(?:\\s?(?:og|/)\\s?årsrapport\\p{L}*|rapport(?:en|ering|eringa|ar|er)?)|årsrapport(?:en|ering|eringa)?|årsmelding(?:a)?|tertialrapport\\p{L}*|kvartalsrapport\\p{L}*|månedsrapport\\p{L}*|månadsrapport\\p{L}*|månedlig|månadleg|kvartalsvis|kvartalsvise|tertialvis|tertial|halvårlig|halvårleg|årlig|årleg|ukentlig|kvar veke|løpende|løpande|ved behov|statusrapport\\p{L}*|evalueringsrapport|sluttrapport|etatsstyringsmøte\\p{L}*)(?:\\s(?:20\\d\\d))?'
const whole = `${term}(?:\\s?(?:,|og|samt|/|\\+|&)\\s?${term}){0,4}`
const only = words(`^(?:i |rapporteres i |rapporterast i )?${whole}\\.?$`, 'iu')
const atEnd = words(`(?<=^|[\\s|.(])(${whole})\\)?\\.?$`, 'iu')
const partial = words(
  '^(?:halvårsrapport(?:en)?|halvårs-?|årsrapport(?:en)?|tertialrapport(?:er|ar)?) (?:og|,|samt)$',
  'iu',
)

/** Whether a text says nothing but how often. */
export const isFrequency = (text: string): boolean => only.test(text.trim())

/** Whether a line is the first half of a frequency broken over two lines. */
export const isHalfFrequency = (text: string): boolean => partial.test(text.trim())

/** The frequency that ends a row, with where it begins; null when it ends otherwise. */
export const trailingFrequency = (text: string): { start: number; text: string } | null => {
  const tail = text.slice(-120)
  const match = atEnd.exec(tail)
  if (!match?.[1]) return null
  return { start: text.length - tail.length + match.index, text: match[1].trim() }
}

const kinds: readonly (readonly [Frequency, RegExp])[] = [
  ['monthly', words('‹måned(?:lig|s)|‹månad(?:leg|s)|‹hver måned|‹kvar månad', 'iu')],
  ['quarterly', words('‹kvartal|hver tredje måned|kvar tredje månad', 'iu')],
  ['tertial', words('‹tertial', 'iu')],
  ['half-year-report', words('‹halvår', 'iu')],
  ['annual-report', words('‹årsrapport|‹årsmelding|(?<!halv)‹årlig|‹årleg|‹hvert år|‹kvart år', 'iu')],
]

/** The frequencies that a text names. */
export const frequenciesOf = (text: string): Frequency[] =>
  kinds.filter(([, pattern]) => pattern.test(text)).map(([frequency]) => frequency)

/** The recurring duties that a text states; the reports of the year are not recurring by themselves. */
export const recurrencesOf = (text: string | null): Recurrence[] =>
  text === null
    ? []
    : frequenciesOf(text)
        .filter((frequency) => frequency === 'monthly' || frequency === 'quarterly' || frequency === 'tertial')
        .map((frequency) => ({ frequency, text }))

/** The frequencies in the words of the letters. */
export const frequencyNames: Readonly<Record<Frequency, string>> = {
  'annual-report': 'Årsrapport',
  'half-year-report': 'Halvårsrapport',
  monthly: 'Månedlig',
  quarterly: 'Kvartalsvis',
  tertial: 'Tertialvis',
  once: 'Én gang',
  other: 'Annet',
}

/** Frequencies as the letters write them: “Årsrapport og halvårsrapport”. */
export const writtenFrequency = (frequencies: readonly Frequency[]): string => {
  const order: Frequency[] = ['monthly', 'quarterly', 'tertial', 'annual-report', 'half-year-report', 'once', 'other']
  const said = order
    .filter((frequency) => frequencies.includes(frequency))
    .map((frequency) => frequencyNames[frequency])
  return said.map((word, i) => (i === 0 ? word : word.toLowerCase())).join(' og ')
}
