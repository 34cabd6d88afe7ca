import type { Sheet } from './lines.ts'
import type { LetterKind, LooksLike } from './types.ts'
import { words } from './words.ts'

/** What a text is: a kind of letter, or what else it looks like. */
export interface KindReading {
  readonly kind: LetterKind | null
  readonly looksLike: LooksLike | null
}

const others: readonly (readonly [LooksLike, RegExp])[] = [
  [
    'half-year-report',
    words('^(?:halvårsrapport|tertialrapport|kvartalsrapport)(?:en)?›(?!.{0,60}‹(?:skal|innen|frist))', 'iu'),
  ],
  [
    'annual-report',
    words(
      '^(?:årsrapport|årsmelding|årsberetning|årsregnskap|årsrekneskap|leders beretning|leiar(?:en)?s? melding)(?:en)?›(?!.{0,60}‹(?:skal|innen|frist|og))',
      'iu',
    ),
  ],
  ['plan', words('^(?:virksomhetsplan|verksemdsplan|handlingsplan|strategi|årsplan)›', 'iu')],
  ['minutes', words('^(?:møte)?referat›|^møtebok|^protokoll›', 'iu')],
  ['consultation', words('^(?:høringsnotat|høyringsnotat|høringsbrev|høring|høyring)›', 'iu')],
  ['budget-proposal', words('^(?:prop\\. ?1 s|innst\\. ?\\d+ s|statsbudsjettet)›(?!.{0,80}tildelingsbrev)', 'iu')],
]
const supplement = words(
  '(?:tillegg(?:sbrev)?(?: (?:nr\\.? ?)?\\d+)?(?: \\(\\d+\\))? til (?:\\p{L}+ )?tildelingsbrev|supplerende tildelingsbrev|supplerande tildelingsbrev|tilleggstildelingsbrev|endring(?:er|ar)? i tildelingsbrev)',
  'iu',
)
const supplementOpening = words(
  '^(?:vi|det|departementet) (?:viser|vises|syner|visast)(?: til)? .{0,60}tildelingsbrev',
  'iu',
)
const allocation = words('tildelingsbrev', 'iu')
const assignmentLetter = words(
  '^(?:oppdragsbrev|bestillingsbrev|oppdrag (?:til|om) )|‹oppdragsbrev (?:til|for|nr|20)',
  'iu',
)
/** An e-mail, or a letter with a subject line, that gives an assignment. */
const subject = words('^(?:emne|sak|gjelder|gjeld):\\s*(?:oppdrag|bestilling)›', 'iu')
const instruction = words('^(?:hoved|hovud)?instruks(?:en)? (?:for|om|til) ', 'iu')
const duties = words('‹(?:skal|bes om|bes|ber|må)›', 'giu')
const told = words('‹(?:ble|blei|vart|har|var)›', 'giu')

const count = (pattern: RegExp, text: string): number => [...text.matchAll(pattern)].length

const firstOf = (a: number, b: number): number => (a < 0 || b < 0 ? Math.max(a, b) : Math.min(a, b))

/** Which report a text says that it is, at its beginning. */
const reportIn = (beginning: string): LooksLike =>
  words('‹(?:halvårs|tertial|kvartals)rapport', 'iu').test(beginning)
    ? 'half-year-report'
    : words('‹(?:årsrapport|årsmelding|årsberetning)', 'iu').test(beginning)
      ? 'annual-report'
      : 'other'

/** Lines that only the form of a steering letter has. */
const form = words(
  '^(?:SP\\s?\\d|O\\s?\\d+›|RK?\\s?\\d+›|oppdrag (?:nr\\.? ?)?\\d|styringsparamet\\p{L}+ ?\\d*:?$|resultatkrav|rapporteringskrav|frist:|kap\\.? \\d{3,4}|(?:hoved|hovud)?mål \\d)',
  'iu',
)

/** Decides what a text is, by its titles first and by its way of speaking after. */
export const kindOf = (sheet: Sheet): KindReading => {
  const { lines } = sheet
  if (lines.length === 0) return { kind: null, looksLike: 'empty' }
  const head = lines.slice(0, 60).map((line) => line.text.replace(/^(?:#+|\d+\.?)\s*/, ''))
  const title = (pattern: RegExp, limit = 60): number =>
    head.slice(0, limit).findIndex((text) => text.length < 170 && pattern.test(text))
  const other = others.map(([looksLike, pattern]) => ({ looksLike, at: title(pattern) })).filter(({ at }) => at >= 0)
  other.sort((a, b) => a.at - b.at)
  const titles: [LetterKind, number][] = [
    ['supplement', head.findIndex((text) => text.length < 150 && supplement.test(text) && isTitle(text))],
    ['assignment-letter', firstOf(title(assignmentLetter, 25), title(subject, 25))],
    [
      'instruction',
      head.slice(0, 15).findIndex((text, i) => text.length < 170 && instruction.test(`${text} ${head[i + 1] ?? ''}`)),
    ],
    ['allocation-letter', head.findIndex((text) => text.length < 150 && allocation.test(text) && isTitle(text))],
  ]
  const named = titles.filter(([, at]) => at >= 0).sort((a, b) => a[1] - b[1])[0]
  const first = other[0]
  const whole = lines.map((line) => line.text).join(' ')
  const orders = count(duties, whole)
  const tales = count(told, whole)
  const formal = lines.filter(({ text }) => text.length < 200 && form.test(text)).length
  const isForm = formal >= 3 && (first?.at ?? 99) > 12
  // a report tells what was done where a letter says what to do
  if (tales >= 40 && tales > orders)
    return { kind: null, looksLike: first?.looksLike ?? reportIn(whole.slice(0, 4000)) }
  if (first && !isForm && (!named || first.at < named[1]) && orders < tales * 4)
    return { kind: null, looksLike: first.looksLike }
  if (named) {
    const begins = head.slice(0, 40).join(' ')
    if (named[0] === 'allocation-letter' && supplement.test(head[named[1]] ?? ''))
      return { kind: 'supplement', looksLike: null }
    if (named[0] === 'supplement' && titles[3]?.[1] === named[1] && !supplement.test(begins))
      return { kind: 'allocation-letter', looksLike: null }
    return { kind: named[0], looksLike: null }
  }
  const mentions = count(words('tildelingsbrev|oppdragsbrev', 'giu'), whole)
  const speaks = words('departement', 'iu').test(whole) && orders >= 3 && orders > tales
  if (mentions > 0 && (speaks || formal >= 3)) {
    if (
      supplementOpening.test(head.find((text) => text.length > 40) ?? '') &&
      !/stilles følgende midler|Tildelingsbrevet er/i.test(whole)
    )
      return { kind: 'supplement', looksLike: null }
    return { kind: 'allocation-letter', looksLike: null }
  }
  return { kind: null, looksLike: first?.looksLike ?? 'other' }
}

/** A line that names the letter, not a sentence that mentions one. */
const isTitle = (text: string): boolean =>
  !/[.;,:]$/.test(text) &&
  !words(
    '‹(?:viser|vises|visast|syner|er|skal|vil|med|gjelder|jf\\.?|i tråd|følger|fastsatt|utarbeidet|presenterer)›',
    'iu',
  ).test(text) &&
  words('^(?:\\p{L}+ ){0,6}?(?:\\p{L}*tildelingsbrev|tillegg|tilleggsbrev|oppdragsbrev|endring)|^20\\d\\d', 'iu').test(
    text,
  )
