import { findDates } from './dates.ts'
import type { Line, Sheet } from './lines.ts'
import { agencyOf, ministryOf } from './parties.ts'
import type { LetterKind, LetterReading, Stated, Supplements } from './types.ts'
import { words } from './words.ts'

/** The part of a reading that the letter's head gives. */
export type Head = Pick<
  LetterReading,
  'agency' | 'agencyShort' | 'ministry' | 'ministryShort' | 'reference' | 'date' | 'year' | 'supplements' | 'language'
>

const refPattern = /(?<![\d/])(\d{2,4}\/\d{1,6}(?:-\d{1,4})?)(?![\d/])/g
const ourRef = words('‹(?:vår|our) ref(?:eranse|\\.)?', 'iu')
const yourRef = words('‹(?:deres|dykkar) ref(?:eranse|\\.)?', 'iu')
const caseNo = words('‹(?:saksnr|saksnummer|sak nr|sak|arkivsak|journalnr|ref)\\.?:?\\s', 'iu')
const dateLabel = words(
  '^(?:(?:brev)?dato|date|sendt|datert|dagsett)›:?\\s*(?:den\\s)?(?:(?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag\\s)?',
  'iu',
)
/** An instruction says when it was laid down; a letter may end so. */
const laidDown = words('^(?:fastsatt|fastsett|vedtatt|vedteke|gitt)›[^.]{0,80}?(?=\\d{1,2}\\.)', 'iu')
const place = /^\p{Lu}[\p{L} ]{1,25},\s(?:den\s)?(?=\d)/u
const salutation = words('^(?:\\d+\\.?\\s)?(?:innledning|innleiing|det vises til|vi viser til|det blir vist til)', 'iu')

/** The lines above the body: addresses, references, date and title. */
const headLines = (sheet: Sheet): readonly Line[] => {
  const end = sheet.lines.findIndex((line, i) => i > 0 && (salutation.test(line.text) || line.text.length > 400))
  return sheet.lines.slice(0, Math.min(45, end < 0 ? 45 : Math.max(end + 1, 3)))
}

const stated = <T>(sheet: Sheet, line: Line, from: number, to: number, value: T, confidence: number): Stated<T> => ({
  value,
  source: sheet.place(line.at + from, line.at + to),
  confidence,
  doubts: [],
})

const referenceOf = (sheet: Sheet, lines: readonly Line[]): Stated<string> | null => {
  const at = lines.findIndex((line) => ourRef.test(line.text))
  const from = at >= 0 ? at : lines.findIndex((line) => caseNo.test(line.text))
  if (from < 0) return null
  const label = at >= 0 ? ourRef : caseNo
  let skip = 0
  for (let i = from; i < Math.min(lines.length, from + 7); i += 1) {
    const line = lines[i]
    if (!line) continue
    const start = i === from ? line.text.search(label) : 0
    const found = [...line.text.slice(start).matchAll(refPattern)]
    // “Deres ref  Vår ref  Dato” above, the values below in the same order
    if (i === from && found.length === 0)
      skip =
        yourRef.test(line.text.slice(0, start)) ||
        (yourRef.test(lines[from - 1]?.text ?? '') && !/\d/.test(lines[from - 1]?.text ?? ''))
          ? 1
          : 0
    const all = found.length > 1 && i > from && skip === 1 ? found[1] : found[0]
    if (all?.[1])
      return stated(sheet, line, start + all.index, start + all.index + all[0].length, all[1], at >= 0 ? 0.95 : 0.8)
  }
  return null
}

const dateOf = (sheet: Sheet, lines: readonly Line[], kind: LetterKind | null): Stated<string> | null => {
  if (kind === 'instruction')
    for (const line of [...lines, ...sheet.lines.slice(-12)]) {
      const lead = laidDown.exec(line.text)?.[0].length
      const found = lead === undefined ? undefined : findDates(line.text.slice(lead), null)[0]
      if (lead !== undefined && found?.date && found.start === 0 && found.precision === 'day')
        return stated(sheet, line, lead, lead + found.end, found.date, 0.85)
    }
  for (const [i, line] of lines.entries()) {
    const label = dateLabel.exec(line.text)
    const lead = label ? label[0].length : (place.exec(line.text)?.[0].length ?? 0)
    const found = findDates(line.text.slice(lead), null).filter((date) => date.precision === 'day')
    const first = found[0]
    const alone =
      first && first.start === 0 && /^[\s.]*(?:(?:kl\.?\s)?\d{1,2}[.:]\d{2})?$/.test(line.text.slice(lead + first.end))
    const labelled = /dato/i.test(lines[i - 1]?.text ?? '') || /dato/i.test(line.text)
    const last = found[found.length - 1]
    if (first && alone) return { ...stated(sheet, line, lead + first.start, lead + first.end, first.date ?? '', 0.95) }
    if (last && labelled && line.text.length < 120)
      return stated(sheet, line, lead + last.start, lead + last.end, last.date ?? '', 0.9)
  }
  return null
}

const letterYears: readonly (readonly [number, RegExp])[] = [
  [
    4,
    words(
      '(?:tildelingsbrev|oppdragsbrev)(?:et)?(?: ?[–-]? ?|›[^.]{0,140}?(?:‹for (?:budsjettåret |året )?|[–-] ?|‹i |\\())(20\\d\\d)›',
      'giu',
    ),
  ],
  [4, words('^(20\\d\\d)›.{0,30}‹(?:tildelingsbrev|oppdragsbrev)', 'giu')],
  [4, words('^endring(?:er|ar)? i statsbudsjettet (?:for )?(20\\d\\d)›', 'giu')],
  [2, words('‹budsjettåret (20\\d\\d)›', 'giu')],
  [2, /Prop\. ?1 S \(20\d\d ?[–-] ?(20\d\d)\)/gu],
  [1, words('‹(?:for|i) (?:året )?(20\\d\\d)›', 'giu')],
]
/** A title's own year, unless it is the date of another letter. */
const titleYear: readonly [number, RegExp] = [4, /(?<!\p{L} )(?<=\s|^)(20\d\d)(?=$|[\s:,.–-])/gu]
const ofAnother = words(
  '(?:tillegg(?: (?:nr\\.? ?)?\\d+)? til|svar på|jf\\.|årsrapport\\p{L}* for|regnskap\\p{L}* for)\\s*$',
  'iu',
)
/** “vurderes i budsjettet for 2028”, “første gang i 2027”: a later year. */
const later = words(
  '‹(?:\\p{L}*budsjett(?:et)?|første gang|fyrste gong|innspill|innspel|satsinger|satsingar)\\s?$',
  'iu',
)

/** The letter's year: a title says it outright; otherwise the year that titles and text name most. */
const yearOf = (sheet: Sheet, date: Stated<string> | null, kind: LetterKind | null): Stated<number> | null => {
  const votes = new Map<number, { weight: number; line: Line; at: number }>()
  for (const [i, line] of sheet.lines.slice(0, 400).entries()) {
    const text = line.text.slice(0, 600)
    const isTitle = i < 45 && text.length < 150 && !/[.,;:]$/.test(text)
    const titled = isTitle && words('tildelingsbrev|oppdragsbrev', 'iu').test(text) ? [titleYear] : []
    for (const [weight, pattern] of [...titled, ...letterYears])
      for (const match of text.matchAll(pattern)) {
        const before = `${(sheet.lines[i - 1]?.text ?? '').slice(-30)} ${text.slice(0, match.index)}`
        // “(ref. O3 i tildelingsbrevet for 2025)” names another letter, however short its line is.
        const inBrackets = /\([^)]*$/.test(text.slice(0, match.index + 1))
        if (!match[1] || inBrackets || (weight === 1 && later.test(before)) || (ofAnother.test(before) && !isTitle))
          continue
        const at = match.index + match[0].lastIndexOf(match[1])
        const year = Number(match[1])
        const known = votes.get(year)
        const worth = isTitle && weight === 4 ? 100 : i < 30 ? weight * 2 : weight
        votes.set(year, { weight: (known?.weight ?? 0) + worth, line: known?.line ?? line, at: known?.at ?? at })
      }
  }
  const [best] = [...votes].sort((a, b) => b[1].weight - a[1].weight)
  // an instruction holds until it is replaced; only its title may give it a year
  if (kind === 'instruction' && (best?.[1].weight ?? 0) < 100) return null
  if (best) return stated(sheet, best[1].line, best[1].at, best[1].at + 4, best[0], best[1].weight >= 100 ? 0.97 : 0.75)
  return date && date.value !== '' ? { ...date, value: Number(date.value.slice(0, 4)), confidence: 0.5 } : null
}

const supplementNo = words(
  '(?:tillegg|supplerende tildelingsbrev|supplerande tildelingsbrev|tilleggsbrev)\\s(?:nr\\.?\\s?)?(\\d{1,2})(?!\\d)',
  'iu',
)
const refersTo = words('(?:tildelingsbrev(?:et)?)[^.]{0,120}?(20\\d\\d)', 'iu')

const supplementsOf = (sheet: Sheet, kind: LetterKind | null): Supplements | null => {
  if (kind !== 'supplement') return null
  const line = sheet.lines.slice(0, 60).find((candidate) => words('tildelingsbrev', 'iu').test(candidate.text))
  if (!line) return null
  const text = line.text.slice(0, 400)
  const head = sheet.lines
    .slice(0, 30)
    .map((candidate) => candidate.text)
    .join(' ')
  const year = refersTo.exec(head)?.[1]
  return {
    text,
    year: year === undefined ? null : Number(year),
    supplementNo: supplementNo.exec(head)?.[1] ?? null,
    source: sheet.place(line.at, line.at + text.length),
    confidence: year === undefined ? 0.6 : 0.9,
    doubts: [],
  }
}

const nynorsk = words(
  '‹(?:ikkje|eit|frå|vere|verksemd|verksemda|dei|løyving|løyvinga|innan|kvart|kva|mottakarar|noreg|skal rapporterast|saman|meir|gjennomføre|sjå|oppgåver)›',
  'giu',
)
const bokmål = words(
  '‹(?:ikke|et|fra|være|virksomhet|virksomheten|de|bevilgning|innen|hvert|hva|mottakere|norge|sammen|mer|se|oppgaver)›',
  'giu',
)

/** Reads the letter's head. */
export const headOf = (sheet: Sheet, kind: LetterKind | null): Head => {
  const lines = headLines(sheet)
  const found = dateOf(sheet, lines, kind)
  const date = found && found.value !== '' ? (found as Head['date']) : null
  const agency = agencyOf(sheet, lines)
  const ministry = ministryOf(sheet, lines)
  const sample = sheet.lines
    .map((line) => line.text)
    .join(' ')
    .slice(0, 60000)
  return {
    agency: agency?.name ?? null,
    agencyShort: agency?.short ?? null,
    ministry: ministry?.name ?? null,
    ministryShort: ministry?.short ?? null,
    reference: referenceOf(sheet, lines),
    date,
    year: yearOf(sheet, found, kind),
    supplements: supplementsOf(sheet, kind),
    language: [...sample.matchAll(nynorsk)].length > [...sample.matchAll(bokmål)].length ? 'nn' : 'nb',
  }
}
