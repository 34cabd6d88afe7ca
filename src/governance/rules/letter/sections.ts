import { opensAssignments } from './assignment-section.ts'
import { isFrequency } from './frequency.ts'
import { labelOf } from './labels.ts'
import type { Line } from './lines.ts'
import { follows, type HeadingNumber, headingNumber } from './numbering.ts'
import { words } from './words.ts'

/** What a section of a letter is about; decides which readers look at it. */
export type Role =
  | 'introduction'
  | 'goals'
  | 'money'
  | 'reporting'
  | 'meetings'
  | 'instruction'
  | 'authorisations'
  | 'annexes'
  | 'other'

/** A heading: its number as written (without the last dot), its title, its depth (1 is the top). */
export interface Heading {
  readonly no: string | null
  readonly title: string
  readonly level: number
  readonly role: Role
}

const roles: readonly (readonly [Role, RegExp])[] = [
  ['instruction', words('^instruks', 'iu')],
  // “Budsjett og fullmakter” holds the tables, “Fullmakter” does not
  [
    'money',
    words('^(?:budsjett|tildeling|bevilgning|løyving|ramme|midler|midlar)\\p{L}* og (?:budsjett)?fullmakt', 'iu'),
  ],
  ['authorisations', words('fullmakt', 'iu')],
  [
    'money',
    words(
      'budsjett(?:ramme|tildeling|forutsetning|situasjon)|^budsjett|^økonomi›|tildeling(?:a|en)? (?:av|og)|tildeling og|bevilgning|løyving|økonomiske? ramme|midler til (?:disposisjon|rådighet)|midlar til|tildelte midler|tildelt budsjett|tildeling(?:ar|er)?$|ramme(?:r|ar) for 20',
      'iu',
    ),
  ],
  ['annexes', words('^vedlegg›', 'iu')],
  ['meetings', words('møte', 'iu')],
  [
    'goals',
    words(
      '(?:^|‹)(?:mål|(?:hoved|hovud|del|resultat|bruker|brukar|samfunns|effekt)mål)›|styringsparamet|styringsindikator|oppdrag|resultatkrav|rapporteringskrav',
      'iu',
    ),
  ],
  [
    'reporting',
    words(
      'rapporter|styringsdialog|styringskalender|styringshjul|kalender|resultatoppfølging|resultatoppfølgjing',
      'iu',
    ),
  ],
  [
    'introduction',
    words('^(?:innledning|innleiing|hovedutfordring|hovudutfordring|overordn|bakgrunn|prioritering)', 'iu'),
  ],
]

/** The role that a heading's words give it. */
export const roleOf = (title: string): Role => roles.find(([, pattern]) => pattern.test(title))?.[0] ?? 'other'

/** Headings that are known without a number. */
const unnumbered = words(
  `^(?:innledning|innleiing|hovedutfordringer\\b.*|hovudutfordringar\\b.*|overordne(?:t|de|te|da)\\b.{0,60}|mål(?:,| og| for| i)\\b.{0,80}|mål|rapportering(?: og .{0,60})?|rapporteringskalender|møtekalender|møteplan|møter|møte|styringsdialog(?:en)?(?: .{0,60})?|budsjett\\p{L}*(?: .{0,60})?|tildeling(?:er|ar)?(?: av .{0,50})?|økonomiske? ramme\\p{L}*.{0,40}|fullmakter|fullmakter .{0,60}|budsjettfullmakter|fellesføring(?:er|ar)?(?: .{0,40})?|felles føringer|vedlegg|sikkerhet og beredskap|samfunnstryggleik.{0,40}|tilskuddsforvaltning|tilskotsforvaltning|øvrige .{3,50}|andre (?:føringer|føringar|forhold|oppgaver|oppgåver|krav|saker).{0,40}|instruks (?:om|for) .{5,120}|fou-oppdrag.{0,30}|nye fou-oppdrag.{0,30}|kalender .{3,60}|(?:nye |revidert(?:e)? |øvrige )?oppdrag (?:for|i|fra|frå) 20\\d\\d|endringer? i .{3,60}|endringar? i .{3,60}|administrative forhold|personell.{0,40}|forskning og utvikling|kunnskapsutvikling|særskilte? .{3,60}|særskilde? .{3,60}|innhold(?:sfortegnelse)?|innhald)$`.replaceAll(
    '\\b',
    '›',
  ),
  'iu',
)

const numberedLine =
  /^((?:\d{1,2}(?:[.-]\d{1,2}){0,3}|[IVX]{1,5}))([.):]?)\s*(?:[|–-]\s*)?(\p{Lu}[^|]*|\p{Ll}{3}[^|]{3,})$/u
const kapitlet =
  /^(?:(?:Kapittel|KAPITTEL|DEL)\s(\d{1,2}|[IVX]{1,5})|Del\s([IVX]{1,5}))[.:]?(?:\s?[–-]?\s?(\p{Lu}.*))?$/u
const contentsLine = /\.{4,}\s*\d{1,3}$|…{2,}\s*\d{1,3}$/
const monthFirst = words(
  '^(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)›',
  'iu',
)

/** Whether a line is of a table of contents. */
export const isContents = (text: string): boolean => contentsLine.test(text.slice(-20))

/** Finds headings one line after another, keeping count of the numbering. */
export class HeadingFinder {
  private previous: HeadingNumber | null = null
  private list: { n: number; line: number } | null = null
  /** Set when an annex begins: numbering may then start again. */
  mayRestart = true

  /** The heading at a line, or null. `next` is the text of the line after it. */
  at(line: Line, index: number, next: string, inMoney: boolean): Heading | null {
    const { text } = line
    if (text.length > 160 || isContents(text)) return null
    const chapter = kapitlet.exec(text)
    if (chapter) {
      const title = (chapter[3] ?? next).trim()
      return { no: chapter[1] ?? chapter[2] ?? null, title, level: 1, role: roleOf(title) }
    }
    const lettered = /^([A-K])[.)]\s+(\p{Lu}.*)$/u.exec(text)
    if (
      lettered?.[1] &&
      lettered[2] &&
      text.length < 90 &&
      (lettered[2] === lettered[2].toUpperCase() || unnumbered.test(lettered[2]))
    ) {
      return { no: lettered[1], title: lettered[2], level: 1, role: roleOf(lettered[2]) }
    }
    return this.numbered(text, index, next, inMoney) ?? this.plain(text, next, inMoney)
  }

  private numbered(text: string, index: number, next: string, inMoney: boolean): Heading | null {
    const match = numberedLine.exec(text)
    if (!match) return null
    const [, digits = '', mark = '', title = ''] = match
    const number = headingNumber(digits)
    if (number === null || monthFirst.test(title) || digits.startsWith('0')) return null
    // sections in another order keep their old numbers: a title that can only be a section's is one all the same
    const plainly =
      mark === '.' &&
      number.length === 1 &&
      title.length < 90 &&
      (/^\p{Lu}{4}[\p{Lu} ,–\d-]*$/u.test(title) || unnumbered.test(title))
    if (inMoney && !plainly && !follows(this.previous, number)) return null
    if (
      (/[,;]$/.test(title) && title !== title.toUpperCase()) ||
      (title.length > 60 && /[.:]$/.test(title) && !/\?$/.test(title))
    )
      return null
    const top = number.length === 1
    const first = number[0] ?? 0
    const isKnown = unnumbered.test(title) || roleOf(title) !== 'other' || opensAssignments(title)
    const isRoman = /^[IVX]/.test(digits)
    if (isRoman && (mark === '' || title.length > 80)) return null
    if (top && !isKnown) {
      const inList = this.list !== null && this.list.n + 1 === first && index - this.list.line <= 12
      if (inList || (first === 1 && !follows(this.previous, number))) {
        this.list = { n: first, line: index }
        return null
      }
      if (mark === '' && !/^\p{Lu}{3}/u.test(title) && /\s\d|^\p{Ll}/u.test(title)) return null
    }
    const restart = this.mayRestart && top && first === 1
    if (
      !plainly &&
      !follows(this.previous, number) &&
      !restart &&
      !(isKnown && top && first > (this.previous?.[0] ?? 0))
    )
      return null
    if (top && first === 1 && /^2[.)]\s/.test(next) && next.length < 120) {
      this.list = { n: 1, line: index }
      return null
    }
    this.previous = number
    this.list = null
    if (first > 1) this.mayRestart = false
    return { no: digits, title: title.trim(), level: number.length, role: roleOf(title) }
  }

  private plain(text: string, next: string, inMoney: boolean): Heading | null {
    if (text.length > 120 || !unnumbered.test(text.replace(/:$/, ''))) return null
    if (/^\p{Ll}/u.test(text) || /[,;]$/.test(text)) return null
    if (inMoney && ['other', 'goals', 'introduction'].includes(roleOf(text))) return null
    const label = labelOf(text)
    if (label && label.valueAt >= text.length && (/^\p{Ll}/u.test(next) || isFrequency(next))) return null
    return { no: null, title: text.replace(/:$/, ''), level: 1, role: roleOf(text) }
  }
}
