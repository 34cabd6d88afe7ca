/**
 * Numbered headings follow in order: 1, 2, 2.1, 2.1.1, 2.2, 3. That order tells a heading from a numbered list,
 * a reference (“jf. § 7”, “post 71”) or a date.
 */

/** A heading's number as its parts, `3.2.1` as [3, 2, 1]. */
export type HeadingNumber = readonly number[]

/** Reads `3.2.1.`, `3-2` or a Roman number; null when it is no heading number. */
export const headingNumber = (text: string): HeadingNumber | null => {
  const plain = text.replace(/[.)]$/, '')
  if (/^\d{1,2}(?:[.-]\d{1,2}){0,3}$/.test(plain)) {
    const parts = plain.split(/[.-]/).map(Number)
    return parts.some((n) => n === 0 || n > 40) ? null : parts
  }
  const roman = romanNumber(plain)
  return roman === null ? null : [roman]
}

const romanValues = new Map([
  ['I', 1],
  ['II', 2],
  ['III', 3],
  ['IV', 4],
  ['V', 5],
  ['VI', 6],
  ['VII', 7],
  ['VIII', 8],
  ['IX', 9],
  ['X', 10],
  ['XI', 11],
  ['XII', 12],
])

/** The value of a Roman number up to XII, or null. */
export const romanNumber = (text: string): number | null => romanValues.get(text) ?? null

/** Whether `next` can follow `previous` in a table of contents. A number or two may be left out. */
export const follows = (previous: HeadingNumber | null, next: HeadingNumber): boolean => {
  if (previous === null) return next.every((n) => n <= 2) && next.length <= 2
  let shared = 0
  while (shared < previous.length && shared < next.length && previous[shared] === next[shared]) shared += 1
  if (shared === previous.length) return next.length === previous.length + 1 && (next[shared] ?? 0) <= 2
  if (shared === next.length) return false
  const step = (next[shared] ?? 0) - (previous[shared] ?? 0)
  return step >= 1 && step <= 2 && next.slice(shared + 1).every((n) => n === 1)
}

const candidate = /(?<=^|[.:;!?»)\d\p{L}–-] )(\d{1,2}(?:\.\d{1,2}){0,3})(\.?) (?=(\p{Lu}[\p{L}-]*))/gu
const notBefore =
  /(?:kap|post|nr|nr\.|kap\.|§|(?<!\p{L})st\.|prop\.|meld\.|innst\.|pkt\.|punkt|vedlegg|del|mål|SP|R|O|oppdrag|og|til|tillegg|lov|per)\s$/iu

const headingWord =
  /^(?:Innledning|Innleiing|Mål|Rapportering|Møter?|Tildeling|Budsjett|Bevilgning|Løyving|Fullmakter|Styringsdialog|Oppdrag|Vedlegg|Fellesføring(?:er|ar)|Styringsparamet\p{L}+)$/u

/** Where numbered headings begin in a text that has lost its line breaks. */
export const findNumberedHeadings = (text: string): number[] => {
  const starts: number[] = []
  let previous: HeadingNumber | null = null
  for (const match of text.matchAll(candidate)) {
    const [, digits = '', dot = '', word = ''] = match
    const number = headingNumber(digits)
    if (number === null || notBefore.test(text.slice(Math.max(0, match.index - 12), match.index))) continue
    const plainTop = number.length === 1 && dot === ''
    if (
      plainTop &&
      !/^\p{Lu}{3,}/u.test(word) &&
      !headingWord.test(word) &&
      !/[.!?:]\s$/.test(text.slice(Math.max(0, match.index - 2), match.index))
    )
      continue
    if (/^(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)$/i.test(word)) continue
    const opens = previous === null && /^\p{Lu}{3,}/u.test(word)
    if (!opens && !follows(previous, number)) continue
    previous = number
    starts.push(match.index)
  }
  return starts
}
