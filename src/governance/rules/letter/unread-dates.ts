import { coveringOf } from './covering.ts'
import { type FoundDate, findDates } from './dates.ts'
import { sentencesOf } from './deadlines.ts'
import { type Line, running, type Sheet } from './lines.ts'
import { goesOnFrom } from './paragraphs.ts'
import type { Doubt, LetterReading, Place } from './types.ts'
import { endsSentence, words } from './words.ts'

/** What the letter's readers found, as far as it carries dates. */
type Findings = Pick<
  LetterReading,
  | 'date'
  | 'year'
  | 'goals'
  | 'steeringParameters'
  | 'reportingRequirements'
  | 'assignments'
  | 'otherDuties'
  | 'reportingDeadlines'
  | 'meetings'
>

/** Words by which something is due, or given. */
const dueWords = words(
  '‹(?:innen|innan|senest|seinast|\\p{L}*frist(?:en|er|ar|ene|ane)?|leveres|leverast|levere|sendes|sendast|sende|oversendes|oversendast|oversende|skal|bes|ber|må|rapportere[sr]?|rapporterast|legge fram|leggje fram|legges fram|leggjast fram|legge frem|foreligge|liggje føre|ferdigstille[s]?|ferdigstillast|ferdig|i hende|meldes|meldast|gis|innsending|levering)›',
  'iu',
)
/** The header of a column of deadlines. */
const dueHeader = words('‹(?:\\p{L}*frist(?:er|ar)?|levering(?:sdato)?|leveres|innsendes|forfall|innen|innan)›', 'iu')
/** Just before a date: what happened then, or what the date counts from. */
const notDue = words(
  '(?:‹(?:av|datert|dagsett|fra|frå|fra og med|frå og med|f\\.o\\.m\\.|siden|sidan|vedtatt|vedteke|fastsatt|fastsett|perioden|jf\\.|per|pr\\.?|etter|kraft|gjelder|gjeld|behandlet|behandla|møtet|brev|ble|blei|vart|var|fram til|frem til|start|startet|starta|starter|oppstart|til og med|t\\.o\\.m\\.|inngått|publisert)›:?)(?: \\p{L}*(?:dag)| fra| frå| den| i| på| 1\\.)?\\s$',
  'iu',
)
/** Firm words just before a date, whatever else the sentence says. */
const firmlyDue = words(
  '‹(?:innen|innan|senest|seinast|\\p{L}*frist(?:en)?(?: er)?:?)(?: den| utgangen av| utgongen av| \\p{L}{3,6}dag)?\\s$',
  'iu',
)
const inForce = words(
  '‹(?:trer i kraft|tre i kraft|trår i kraft|i kraft|med virkning|med verknad|oppheves|opphevast|gjelder (?:fra|til)|gjeld (?:frå|til)|opphører)›',
  'iu',
)

/** A stretch of text whose lines belong together: a paragraph, or a row of a table under its header. */
interface Unit {
  readonly lines: Line[]
  readonly dueColumn: boolean
}

const isHeaderOfDates = (text: string): boolean =>
  text.length < 140 &&
  !endsSentence(text.replace(/:$/, '')) &&
  dueHeader.test(text) &&
  findDates(text, 2000).length === 0

/** Cuts the letter into paragraphs and rows. */
const unitsOf = (sheet: Sheet): Unit[] => {
  const units: Unit[] = []
  let dueColumn = false
  let sinceDate = 0
  for (const [i, line] of sheet.lines.entries()) {
    const { text } = line
    const previous = sheet.lines[i - 1]
    const isRow = text.includes('|')
    if (isHeaderOfDates(text)) {
      dueColumn = true
      sinceDate = 0
    } else if (dueColumn) {
      sinceDate = findDates(text, 2000).length > 0 ? 0 : sinceDate + 1
      if (text.length > 240 || sinceDate > 4 || (endsSentence(text) && !isRow && text.length > 90)) dueColumn = false
    }
    const last = units[units.length - 1]
    const goesOn = last !== undefined && previous !== undefined && !dueColumn && goesOnFrom(sheet, last, previous, line)
    if (goesOn) last.lines.push(line)
    else units.push({ lines: [line], dueColumn })
  }
  return units
}

/** The findings that took a date: where they stand, and the days or words that they took. */
interface Taken {
  readonly places: readonly Place[]
  readonly days: ReadonlySet<string>
  readonly texts: readonly string[]
}

const takenBy = (found: Findings): Taken[] => {
  const taken = (
    places: readonly Place[],
    days: readonly (string | null)[],
    texts: readonly (string | null)[] = [],
  ): Taken => ({
    places,
    days: new Set(days.filter((day) => day !== null)),
    texts: texts.filter((text) => text !== null),
  })
  return [
    ...found.assignments.map((one) =>
      taken(
        one.places,
        [...one.deadlines, ...one.milestones.map(({ deadline }) => deadline)],
        [one.deadlineText, ...one.milestones.map(({ deadlineText }) => deadlineText)],
      ),
    ),
    ...found.reportingDeadlines.map((one) => taken([one.source], [one.due, one.countDate], [one.dueText])),
    ...found.reportingRequirements.map((one) => taken([one.source], [one.due], [one.text, one.frequency])),
    ...found.otherDuties.map((one) => taken([one.source], [one.deadline], [one.deadlineText])),
    ...found.meetings.map((one) => taken([one.source], [one.date], [one.period])),
    ...found.goals.map((one) => taken([one.source], [], [one.title])),
    ...found.steeringParameters.map((one) =>
      taken(
        [one.source],
        [],
        [...one.targets, one.baseline, one.purpose, deadlineWord.test(one.title) ? null : one.title],
      ),
    ),
  ]
}

/** A parameter's own title may hold a date (“betalt innen 1. juni”), but no deadline. */
const deadlineWord = words('‹(?:\\p{L}*frist|skal|bes|må)›', 'iu')

/**
 * The net under all other reading (issue 2, B.2: doubts are listed, never hidden): every date that stands in a
 * sentence or table row which sounds like something is due, and that nothing found took as its own, is a doubt.
 * `known` are the doubts that are already given; one that stands in the same place is enough.
 */
export const unreadDates = (sheet: Sheet, found: Findings, known: readonly Doubt[]): Doubt[] => {
  const taken = takenBy(found)
  const isTaken = coveringOf(taken.flatMap((value) => value.places.map((place) => ({ place, value }))))
  const given = known.filter((doubt) => doubt.kind === 'unread-duty').map(({ source }) => source.start)
  given.sort((a, b) => a - b)
  const year = found.year?.value ?? (found.date ? Number(found.date.value.slice(0, 4)) : null)
  const earliest = found.date?.value ?? (year === null ? '' : `${year}-01-01`)
  const out: Doubt[] = []
  let next = 0
  for (const unit of unitsOf(sheet)) {
    const text = running(sheet, unit.lines)
    for (const sentence of sentencesOf(text.text)) {
      const soundsDue = soundsDueIn(sentence.text, unit.dueColumn)
      const due = findDates(sentence.text, year ?? 2000).filter((date) => {
        if (!soundsDue(date)) return false
        if (date.date === null || (!date.yearAssumed && date.date < earliest)) return false
        const at = text.place(sentence.start + date.start, sentence.start + date.end)
        return !isTaken(at, (one) => takes(one, date))
      })
      if (due.length === 0) continue
      const source = text.place(sentence.start, sentence.start + sentence.text.length)
      while (next < given.length && (given[next] ?? 0) < source.start) next += 1
      const isKnown = (given[next] ?? Number.POSITIVE_INFINITY) < source.end
      if (!isKnown) out.push({ kind: 'unread-duty', text: excerpt(sentence.text, due), line: source.startLine, source })
    }
  }
  return out
}

const longest = 300

/** The sentence, or what stands around its date when it is long. */
const excerpt = (sentence: string, due: readonly FoundDate[]): string => {
  if (sentence.length <= longest) return sentence
  const end = (due[due.length - 1] ?? due[0])?.end ?? longest
  const from = Math.max(0, Math.min((due[0]?.start ?? 0) - 200, sentence.length - longest))
  return `${from > 0 ? '… ' : ''}${sentence.slice(from, Math.max(from + longest, Math.min(end, from + 2 * longest)))}`
}

/** Whether a date of a sentence sounds due. What the whole sentence says is looked at once, not once a date. */
const soundsDueIn = (sentence: string, dueColumn: boolean): ((date: FoundDate) => boolean) => {
  let said: boolean | null = null
  return (date) => {
    const before = sentence.slice(Math.max(0, date.start - 60), date.start)
    if (firmlyDue.test(before) || /^(?:innen|innan)/i.test(date.text)) return true
    if (notDue.test(before)) return false
    said ??= !inForce.test(sentence) && (dueColumn || dueWords.test(sentence))
    return said
  }
}

const takes = ({ days, texts }: Taken, date: FoundDate): boolean =>
  (date.date !== null && days.has(date.date)) || texts.some((text) => text.includes(date.text))
