import { words } from './words.ts'

/** What a code or a list announces. */
export type Category = 'parameter' | 'requirement' | 'assignment'

/** The beginning of a thing with a code: what, its code, and where its own text begins. */
export interface ItemStart {
  readonly category: Category
  readonly code: string
  readonly codeAsWritten: string
  /** Written after the code, such as “Revidert”. */
  readonly revision: string | null
  readonly restAt: number
}

const number = '\\d{1,3}(?:\\s?[.–-]\\s?\\d{1,3}){0,3}[a-z]?(?![\\p{L}\\d])'
const ordinal = `(?:${number}|[A-H]\\.?\\d{1,2}(?![\\p{L}\\d])|[IVX]{1,5}(?![\\p{L}\\d])|[A-Ha-h](?=\\)|[:.]\\s|\\s?[–|]))`
const yearly =
  '(?:TB\\s?)?20\\d\\d\\s?[-–./]?\\s?(?:FoU\\s?-?\\s?\\d{1,3}|(?<=[-–./]\\s?)\\d{1,3})[a-z]?(?![\\p{L}\\d])'
const after = '(?:\\s?[):.|–-]+\\s*|\\s+|$)'
const rest = '(?=[\\p{Lu}«"”“‘<(]|$|\\d+\\s\\p{Ll}|\\p{Ll}{4})'

const inLetter =
  '(?:\\s(?:i|frå|fra)\\s\\p{Ll}*(?:tildelingsbrev|oppdragsbrev|brev)(?:et)?(?:\\s(?:for|av)\\s(?:\\d{1,2}\\.\\s\\p{Ll}+\\s)?20\\d\\d)?(?=[,:]\\s))?'

const starts: readonly (readonly [Category, RegExp])[] = [
  [
    'parameter',
    words(
      `^(?:[Ss]tyringsparamet(?:er|ar)\\s)?(?<word>SP|KPI|SI|RI)(?<gap>[\\s.-]{0,2})(?<code>${ordinal}|(?<=-)[A-H](?![\\p{L}\\d]))${after}${rest}`,
      'u',
    ),
  ],
  [
    'parameter',
    words(
      `^(?:styringsparamet(?:er|ar|eren|aren)|styringsindikator|resultatindikator|indikator|parameter)\\s(?:nr\\.?\\s?)?(?<code>${ordinal})${after}${rest}`,
      'iu',
    ),
  ],
  [
    'requirement',
    words(
      `^(?<word>R|RK)(?<gap>[\\s-]{0,2})(?<code>\\d{1,2}(?![\\d/])(?:[.-]\\d{1,3}){0,2}(?:\\s(?:og|–|-)\\s\\d{1,3}(?:\\.\\d{1,2})?)?)${after}${rest}`,
      'u',
    ),
  ],
  [
    'requirement',
    words(`^(?:rapporteringskrav|krav til rapportering)\\s(?:nr\\.?\\s?)?(?<code>${ordinal})${after}${rest}`, 'iu'),
  ],
  ['assignment', words(`^(?<word>O)(?<gap>[\\s.-]{0,2})(?<code>${number})${after}${rest}`, 'u')],
  [
    'assignment',
    words(
      `^(?:(?:nytt|ny|revidert|endret|endra|utvidet|utvida) )?(?:tilleggs|fou-)?(?:oppdrag|oppdragsnr\\.?|oppdragsnummer|oppgave|oppgåve|bestilling)\\s?(?:nr\\.?\\s?|nummer\\s)?(?<code>${yearly}|TB\\s?\\d{4}\\S*\\d|(?:\\p{Lu}{1,6}[- ]?)?${number}|[IVX]{1,5}(?![\\p{L}\\d])|[A-Ha-h](?=\\)|[:.]\\s|\\s?[–|]))(?:\\s?\\(?(?<revision>revidert(?:\\s(?:del|punkt|pkt\\.?)\\s\\d+[a-z]?(?:(?:,|\\sog)\\s\\d+[a-z]?)*)?|revisjon|endr(?:et|a)(?:\\sfrist)?|utgår|trekkes(?: tilbake)?|trekt(?: tilbake)?|bortfaller|fell bort)\\)?)?${inLetter}(?:,\\s+(?=\\p{Lu})|${after}${rest})`,
      'iu',
    ),
  ],
]
const row = words(
  `^(?<code>${yearly}|FoU[\\s-]?\\d{1,3}(?:[-.]\\d{1,3})?)${after}(?=[\\p{Lu}«"”“<(]|\\p{Ll}{4}|$)`,
  'u',
)
const generic = words(
  `^(?<code>\\p{Lu}{1,6}\\s?-?\\s?\\d{1,4}(?:[-.–/]\\d{1,4}){0,2}[a-z]?)(?![\\p{L}\\d])${after}(?=[\\p{Lu}«"”“<(]|$)`,
  'u',
)
const notCode =
  /^(?:NOU|PROP|ST|MELD|R-?1\d\d|H-?\d|EU|ISO|COVID|KAP|POST|DEL|MÅL|NS|PB|SUM|TBS|RISK|LOV|FN|B1|A1|A2|B2|C1)/
const loose =
  /^(?<code>(?:\d{1,2}[a-h]|\d{1,2}(?:[.-]\d{1,2}){0,3}|[a-h]|[IVX]{1,5})(?=[.)])|\d{1,2}[a-h](?=\s)|\d{1,2}(?:\.\d{1,2}){1,2}(?=\s))[.)]?(?:\s|\|)+(?=[\p{Lu}«])/u

/** A code written one way: blanks around its dash gone. */
export const normalCode = (text: string): string =>
  text
    .replace(/\s*[–-]\s*(?=\d)/g, '-')
    .replace(/(?<=\d)\s*[–-]\s*(?=FoU)/gi, '-')
    .replace(/\s+/g, ' ')
    .replace(/[.:)]$/, '')
    .trim()

/** A code reduced to what identifies it, for matching between lists, annexes and letters. */
export const codeKey = (code: string): string =>
  code
    .toLowerCase()
    .replace(/^(?:oppdrag|styringsparameter|rapporteringskrav)\s*(?:nr\.?)?\s*/, '')
    .replace(/[\s._–/-]+/g, '-')
    .replace(/(?<=\p{L})-(?=\d)/gu, '')
    .replace(/(?<=\d)-(?=\p{L})/gu, '-')

const startOf = (category: Category, match: RegExpExecArray): ItemStart => {
  const groups = match.groups ?? {}
  const written = `${groups.word ?? ''}${groups.gap ?? ''}${groups.code ?? ''}`
  return {
    category,
    code: normalCode(written),
    codeAsWritten: written,
    revision: groups.revision?.trim() ?? null,
    restAt: match[0].length,
  }
}

/** The coded thing that begins at a line; `announced` is what the list above it says that it holds. */
export const itemStart = (text: string, announced: Category | null): ItemStart | null => {
  const head = text.slice(0, 140)
  for (const [category, pattern] of starts) {
    const match = pattern.exec(head)
    if (match && !/^\p{Ll}/u.test(head) && plausible(head, match)) return startOf(category, match)
  }
  const listed = row.exec(head)
  if (listed && (announced !== null || /^(?:TB|FoU|20\d\d\s?[-–]\s?\d)/.test(listed[0])))
    return /^\p{Ll}/u.test(head.slice(listed[0].length)) ? null : startOf(announced ?? 'assignment', listed)
  if (announced !== null) {
    const other = generic.exec(head)
    if (other && !notCode.test(other[0])) return startOf(announced, other)
  }
  return null
}

/** After a bare code, running text in small letters is a sentence about the thing, not the thing. */
const plausible = (head: string, match: RegExpExecArray): boolean => {
  const following = head.slice(match[0].length)
  if (/^\p{Ll}/u.test(following)) return /[:.)|–]\s*$/.test(match[0])
  return true
}

const rowCode = /^(?=[^|]{0,14}\d)([\p{L}\d][\p{L}\d.–-]{0,11}(?:\s[\d.–-]{1,6})?)\s*\|\s*(?=[\p{L}«"(])/u

/** The code in the first cell of a table's row. */
export const rowStart = (text: string, announced: Category): ItemStart | null => {
  const match = rowCode.exec(text)
  return match?.[1] && !/^20\d\d$/.test(match[1])
    ? {
        category: announced,
        code: normalCode(match[1]),
        codeAsWritten: match[1],
        revision: null,
        restAt: match[0].length,
      }
    : null
}

/** A list's own letter or number (`a)`, `1.`, `2-3.`), for lists whose entries are announced as one category. */
export const looseStart = (text: string, announced: Category): ItemStart | null => {
  const match = loose.exec(text.slice(0, 30))
  return match ? startOf(announced, match) : null
}
