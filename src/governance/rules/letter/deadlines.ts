import { type FoundDate, findDates, openTerm } from './dates.ts'
import { words } from './words.ts'

/** The deadlines at the end of a row: where they begin and end, and the dates with the words attached to each. */
export interface DeadlineRun {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly dates: readonly { readonly label: string | null; readonly found: FoundDate }[]
}

const label = words(
  '(?:(?:hoved|hovud|del)?milepæl|deloppdrag|delleveranse|leveranse|delfrist|fase|steg|trinn|del)\\s?(?:\\d+[a-z]?|[A-D])\\s?[):]*\\s*$',
  'iu',
)
const lead = words(
  '(?:[|–:,;(-]\\s*|‹(?:leverings|leveranse)?frist(?:en)?(?: er)?:?\\s+|‹med frist\\s+)?(?:‹(?:innen|innan|senest|seinast|til|i løpet av|i løpet|per)\\s)?(?:den\\s)?$',
  'iu',
)
const joining = words(
  '^[\\s|,;]*(?:og|samt|–|-|/)?\\s*(?:(?:hoved|hovud|del)?(?:milepæl|deloppdrag|delleveranse|leveranse|delfrist|fase|steg|trinn|del)\\s?(?:\\d+[a-z]?|[A-D])\\s?[):]*\\s*)?(?:innen|innan|senest|seinast)?\\s*$',
  'iu',
)
/** Words that name what comes next: “, sluttrapport ”, “ og endelig versjon ”. */
const namesNext = /^\s?(?:[,;]|[,;]?\s(?:og|samt))\s(?:\p{Ll}[\p{Ll}-]+\s){1,4}$/u
const attached = /^\s?(?:[-–]\s?|\()(\p{Ll}[\p{Ll} /-]{2,40}?)(?:\)|(?=\s+[\p{Lu}\d|])|\s*[.,;]?\s*$)/u
const partLabel = words(
  '((?:hoved|hovud|del)?(?:milepæl|deloppdrag|delleveranse|leveranse|delfrist|fase|steg|trinn|del)\\s?(?:\\d+[a-z]?|[A-D]))\\s?[):]*\\s*(?:innen|innan|senest|seinast)?\\s*$',
  'iu',
)

/** Whether an offset lies inside parentheses that opened before it in the same text. */
const inParentheses = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 120), at)
  const open = before.lastIndexOf('(')
  return (
    open > before.lastIndexOf(')') &&
    !words('\\((?:leverings)?frist|\\(innen|\\(innan|\\(senest', 'iu').test(before.slice(open))
  )
}

/**
 * Finds the dates that close a row's title. The row may go on after them (flexibility, comment). Without a date, a
 * word such as “flerårig” at the end counts.
 */
export const deadlineRun = (text: string, year: number | null): DeadlineRun | null => {
  const dates = findDates(text, year).filter((date) => !inParentheses(text, date.start))
  const first = dates.find((date) => !isReference(text, date))
  if (!first) return openRun(text)
  let start = first.start
  for (const pattern of [lead, label, lead]) {
    const match = pattern.exec(text.slice(0, start))
    if (match && match[0].length > 0) start = match.index
  }
  const taken: { label: string | null; found: FoundDate }[] = []
  let end = start
  for (const found of dates) {
    if (found.start < first.start) continue
    const between = text.slice(taken.length === 0 ? found.start : end, found.start)
    if (taken.length > 0 && (isReference(text, found) || !(joining.test(between) || namesNext.test(between)))) break
    const named = partLabel.exec(text.slice(Math.max(0, found.start - 40), found.start))?.[1] ?? null
    const words = attached.exec(text.slice(found.end, found.end + 60))
    end = found.end + (words ? words[0].length : 0)
    taken.push({ label: named ?? words?.[1]?.trim() ?? null, found })
  }
  return {
    start,
    end,
    text: text
      .slice(start, end)
      .replace(/^[\s|–:,;(-]+/, '')
      .replace(/(?<![\s|,;])[\s|,;]+$/, ''),
    dates: taken,
  }
}

const reference = words('(?:‹(?:av|datert|fra|frå|siden|sidan|vedtatt|vedteke|perioden|jf\\.)\\s)$', 'iu')
const isReference = (text: string, date: FoundDate): boolean =>
  reference.test(text.slice(Math.max(0, date.start - 24), date.start))

const openRun = (text: string): DeadlineRun | null => {
  const tail = text.slice(-60)
  const match = openTerm.exec(tail)
  if (!match) return null
  const from = text.length - tail.length + match.index
  if (!/^(?:[\p{L}\s,.]|20\d\d)*$/u.test(text.slice(from)) || text.length - from > 45) return null
  const isSentence = /\p{Ll}\s$/u.test(text.slice(0, from)) && !/^\p{Lu}/u.test(text.slice(from))
  if (isSentence && !/\|\s*$/.test(text.slice(0, from))) return null
  return { start: from, end: text.length, text: text.slice(from).replace(/\.$/, '').trim(), dates: [] }
}

const duty = words(
  '(?:‹(?:innen|innan|senest|seinast)›(?: den| utgangen av| og med)?(?: (?:man|mån|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag)?|‹(?:leverings|leveranse|tids)?frist(?:en|er|ar|ene)?›(?:(?:[^.;]|(?<=\\d)\\.){0,90}?(?:‹er›|:|‹til›|‹settes til›))?(?: satt til| sett til)?|‹(?:leveres|leverast|ferdigstilles|ferdigstillast|oversendes|oversendast|sendes|sendast|foreligge|liggje føre|ferdig|klar|klart)›(?: \\p{L}+){0,3}|‹(?:skal|må) (?:være|vere) (?:hos|levert|ferdig|klar|avsluttet|avslutta|underskrevet|underskriven|i hende|oss i hende)›[^.;]{0,40})\\s?$',
  'iu',
)
const loosely = words('(?:‹(?:i|ved|til)\\s)?$', 'iu')
const loose = words(
  '^(?:løpet|medio|primo|ultimo|midten|slutten|starten|begynnelsen|byrjinga|utgangen|årsskiftet)',
  'iu',
)
const commanded = words('‹(?:skal|bes|ber|må)›', 'iu')
const planned = words('etter planen|planlagt|planlagd|tre i kraft|trer i kraft|gjelder|varer|‹vare›', 'iu')

/** A date by which something is due in running text, with the sentence that says so. */
export interface DutyDate {
  readonly sentence: string
  readonly start: number
  readonly end: number
  readonly found: FoundDate
}

const boundary =
  /(?<!(?:jf|kap|nr|mv|ev|evt|bl\.a|f\.eks|dvs|ca|pst|mill|St|Prop|Meld|Innst|pkt|inkl|hhv|vedr|(?<!\d{3})\d))[.!?;](?=\s+[\p{Lu}«•(–-]|\s*$)|\s[•]\s/gu

/** Splits running text into sentences with their offsets. */
export const sentencesOf = (text: string): { text: string; start: number }[] => {
  const out: { text: string; start: number }[] = []
  let from = 0
  const take = (to: number) => {
    const slice = text.slice(from, to)
    const lead = slice.length - slice.trimStart().length
    if (slice.trim() !== '') out.push({ text: slice.trim(), start: from + lead })
    from = to
  }
  for (const match of text.matchAll(boundary)) take(match.index + 1)
  take(text.length)
  return out
}

/** The dates in running text by which something is due: “innen …”, “frist er …”, “leverer … per …”. */
export const dutyDates = (text: string, year: number | null): DutyDate[] => {
  const out: DutyDate[] = []
  for (const sentence of sentencesOf(text)) {
    if (sentence.text.length > 4000) continue
    for (const found of findDates(sentence.text, year)) {
      // “sist endret senest …” and the like: what lies before the letter's year is not due
      if (found.date !== null && year !== null && Number(found.date.slice(0, 4)) < year) continue
      const before = sentence.text.slice(Math.max(0, found.start - 110), found.start)
      const looselySaid = loose.test(found.text) && commanded.test(sentence.text) && !planned.test(sentence.text)
      const isDue = duty.test(before) || (looselySaid && loosely.test(before) && !found.yearAssumed)
      const perDate =
        /(?:^|\s)(?:per|pr\.?)\s$/i.test(before) &&
        !found.yearAssumed &&
        words('‹lever\\p{L}*›', 'iu').test(sentence.text)
      if (isDue || perDate)
        out.push({
          sentence: sentence.text,
          start: sentence.start + found.start,
          end: sentence.start + found.end,
          found,
        })
    }
  }
  return out
}
