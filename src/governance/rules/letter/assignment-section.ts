import { type DutyDate, dutyDates, sentencesOf } from './deadlines.ts'
import { joined, type Line, type Sheet } from './lines.ts'
import { endsOpen, endsSentence, startsWithCapital, startsWithSmall, words } from './words.ts'

const heading = words(
  '^(?:(?:nye|nytt|særskilte?|særskilde?|spesielle|konkrete|enkelte|tidsavgrensede|tidsavgrensa|prioriterte|øvrige|andre|supplerende|supplerande|tidligere gitte|pågående|pågåande|videreførte|vidareførte) ){0,2}(?:enkelt|tilleggs|del)?(?:oppdrag|oppgaver|oppgåver|bestillinger|bestillingar)(?:ene|ane|a)?›',
  'iu',
)
const asks = words(
  '^(?:hva|kva|dette|slik)? ?(?:departementet|vi) (?:ber|bed|ynskjer|ønsker|bestiller)(?: \\p{L}+){0,3}$',
  'iu',
)
const standing = words('‹(?:mål|styringsparamet\\p{L}*|rapportering|budsjett|faste|ordinære|løpende|løpande)›', 'iu')

/** Whether a heading says that what stands below it is assignments. */
export const opensAssignments = (title: string): boolean =>
  title.length < 90 && (heading.test(title) || asks.test(title.replace(/:$/, ''))) && !standing.test(title)

const command = words('‹(?:skal|bes|ber|må|har ansvaret)›', 'iu')
const saysDeadline = words('‹(?:frist|fristen|innen|innan|senest|seinast)›', 'iu')
const mark = /(?:\*\*|__|#{1,6}\s)\s*$/

/** Whether the source itself marks a line as a title, in bold type or as a heading. */
const isMarked = (sheet: Sheet, line: Line): boolean => {
  const { start } = sheet.place(line.at, line.at + 1)
  return mark.test(sheet.raw.slice(Math.max(0, start - 8), start))
}

/** How deep a heading is that the source marks with #; 0 when it marks none. */
export const markedDepth = (sheet: Sheet, line: Line): number => {
  const { start } = sheet.place(line.at, line.at + 1)
  return /(#{1,6})\s+$/.exec(sheet.raw.slice(Math.max(0, start - 8), start))?.[1]?.length ?? 0
}

/** The lines of the paragraph that begins at `from`; a page's end may cut it. */
export const paragraphAt = (lines: readonly Line[], from: number): Line[] => {
  const out: Line[] = []
  for (let i = from; i < lines.length && out.length < 30; i += 1) {
    const line = lines[i]
    const last = out[out.length - 1]
    if (!line || (last && line.gap && !startsWithSmall(line.text) && !/\p{Ll}-$/u.test(last.text))) break
    out.push(line)
  }
  return out
}

/**
 * Whether a line is an assignment's title by its layout: it stands alone, ends no sentence, and the paragraph below
 * orders something.
 */
export const isTitleLine = (sheet: Sheet, lines: readonly Line[], at: number, isFirst: boolean): boolean => {
  const line = lines[at]
  const next = lines[at + 1]
  if (!line || !next || sheet.restored || line.text.length > 110 || line.text.includes('|')) return false
  if (!startsWithCapital(line.text) || /[.:;,!]$/.test(line.text) || command.test(line.text)) return false
  const marked = isMarked(sheet, line)
  if (!marked && !line.gap && !isFirst) return false
  if (!marked && next.gap) return false
  if (endsOpen(line.text) || startsWithSmall(next.text) || next.text.includes('|')) return false
  const body = joined(paragraphAt(lines, at + 1))
  return endsSentence(body) && (command.test(body) || saysDeadline.test(body))
}

const before = words('[\\s,]*(?:‹(?:innen|innan|senest|seinast|til|i|med frist|frist|frist er)(?: den)?)?\\s*$', 'iu')
const inverted =
  /^skal\s((?:\p{Lu}[\p{L}-]*(?:\s\p{Ll}*(?:direktorat|tilsyn|etat|verk)\p{L}*)?|direktoratet|etaten|tilsynet|verksemda|virksomheten|instituttet))\s/iu

/** The clause of a duty without the words of its dates. */
export const dutyTitle = (sentence: string, dates: readonly { text: string }[]): string => {
  let text = sentence
  for (const { text: date } of dates) {
    const at = text.indexOf(date)
    if (at < 0) continue
    const lead = text.slice(0, at).replace(before, '')
    text = `${lead} ${text.slice(at + date.length).replace(/^\s*[,.](?=\s|$)/, '')}`.replace(/\s+/g, ' ').trim()
  }
  const turned = inverted.exec(text)
  const plain = turned ? `${turned[1] ?? ''} skal ${text.slice(turned[0].length)}` : text
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`.replace(/(?<![\s,.;:])[\s,.;:]+$/, '')
}

/**
 * An assignment in running text: a paragraph that orders something by a date. Its title is the first order; a later
 * sentence may only say when the answer is due. Null when the paragraph has no order with a date.
 */
export const orderIn = (lines: readonly Line[], year: number | null): { title: string } | null => {
  const text = joined(lines)
  const due: DutyDate[] = dutyDates(text, year).filter(({ sentence }) => command.test(sentence))
  const first = due[0]
  if (!first) return null
  const orders = sentencesOf(text).filter(({ text: sentence }) => command.test(sentence))
  const own = orders.find(({ start }) => start <= first.start)?.text ?? first.sentence
  return {
    title: dutyTitle(
      own,
      due.filter(({ sentence }) => sentence === own).map(({ found }) => found),
    ),
  }
}
