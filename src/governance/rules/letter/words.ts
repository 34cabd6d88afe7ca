/**
 * Patterns of Norwegian words that still match when æ, ø and å were lost, replaced or written another way
 * (“M�leutgangspunkt”, “Mleutgangspunkt”, “Maaleutgangspunkt”).
 */

const tolerant: Readonly<Record<string, string>> = {
  å: '(?:å|aa|a|\\ufffd|\\?)?',
  ø: '(?:ø|oe|o|\\ufffd|\\?)?',
  æ: '(?:æ|ae|a|e|\\ufffd|\\?)?',
  '‹': '(?<![\\p{L}\\p{N}])',
  '›': '(?![\\p{L}\\p{N}])',
}

/** Patterns are compiled once; those with the flag g are only used with matchAll, which copies them. */
const compiled = new Map<string, RegExp>()

/**
 * Compiles a pattern: `‹` and `›` stand for the beginning and end of a word (JavaScript's \b does not know æøå),
 * and æ, ø, å may be damaged. Always Unicode; case is ignored unless other flags are given.
 */
export const words = (pattern: string, flags = 'iu'): RegExp => {
  const key = `${flags}/${pattern}`
  const known = compiled.get(key)
  if (known) return known
  const made = new RegExp(
    pattern.replace(/[åøæ‹›]/g, (sign) => tolerant[sign] ?? sign),
    flags,
  )
  compiled.set(key, made)
  return made
}

/** Begins with a capital letter (opening quotation marks and brackets aside). */
export const startsWithCapital = (text: string): boolean => /^[«"”“'(]*\p{Lu}/u.test(text)

/** Begins with a small letter. */
export const startsWithSmall = (text: string): boolean => /^\p{Ll}/u.test(text)

/** Words after which a line cannot end: the next line goes on. */
const connective =
  /(?:[,\-–/(«]|(?<![\p{L}])(?:og|eller|samt|som|av|til|for|i|på|med|om|ved|fra|frå|mot|mellom|under|over|etter|innen|innan|gjennom|blant|hos|den|det|de|dei|en|et|ei|ein|eit|sin|sitt|si|sine|å|at|er|skal|ikke|ikkje|mer|meir|flere|fleire|alle|jf\.|kap\.|nr\.))$/u

/** Whether a line ends in the middle of a phrase. */
export const endsOpen = (text: string): boolean => connective.test(text)

/** Ends a sentence. */
export const endsSentence = (text: string): boolean => /[.!?:;»)]$/.test(text)

/** Letters kept from words where a letter was lost: the sign itself, or a question mark inside a word. */
export const isDamaged = (text: string): boolean =>
  /\ufffd/.test(text) || (/\p{Ll}\?\p{Ll}/u.test(text) && !/:\/\/|\.\p{Ll}{2,4}\?/u.test(text))

/** Compares titles and labels: lower case, letters and digits only, damaged letters left out. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[æøåé\ufffd]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
