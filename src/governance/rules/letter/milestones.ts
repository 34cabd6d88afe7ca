import { findDates, openTerm } from './dates.ts'
import { deadlineRun, dutyDates, sentencesOf } from './deadlines.ts'
import type { Fields, FieldText } from './fields.ts'
import { joined, type Line, placeOf, type Sheet } from './lines.ts'
import type { DateReading, Milestone } from './types.ts'
import { words } from './words.ts'

/** A date as part of a reading, with its place. */
export const dateReading = (
  sheet: Sheet,
  lines: readonly Line[],
  found: { text: string; date: DateReading['date']; precision: DateReading['precision'] },
): DateReading => ({
  text: found.text,
  date: found.date,
  precision: found.precision,
  source: narrowed(sheet, lines, found.text),
})

/** The place of a text among the lines it was read from: the line that has it, or all of them. */
const narrowed = (sheet: Sheet, lines: readonly Line[], text: string) => {
  const line = lines.find((candidate) => candidate.text.includes(text))
  const at = line?.text.indexOf(text) ?? -1
  return line && at >= 0 ? sheet.place(line.at + at, line.at + at + text.length) : placeOf(sheet, lines)
}

/** The dates and milestones of an assignment, as they are gathered. */
export interface Gathered {
  readonly dates: DateReading[]
  readonly milestones: Milestone[]
}

/** A milestone. */
export const milestoneOf = (
  sheet: Sheet,
  label: string | null,
  title: string,
  date: DateReading | null,
  lines: readonly Line[],
): Milestone => ({
  label,
  title,
  deadline: date?.date ?? null,
  deadlineText: date?.text ?? null,
  source: placeOf(sheet, lines),
  confidence: date || label ? 0.9 : 0.6,
  doubts: [],
})

const isolated = words('^(?:[–:(-]\\s?)?(?:innen |innan |senest |seinast |frist:? ?)?', 'iu')

/** Reads a milestone's or sub-assignment's lines: its title and, when it has one of its own, its date. */
const readMilestone = (sheet: Sheet, part: FieldText, year: number | null, out: Gathered): void => {
  const text = joined(part.lines)
  if (part.field === 'dated') {
    const title = part.label.replace(/^[•–-]\s/, '')
    const found = findDates(text.slice(part.label.length), year)[0]
    const date = found ? dateReading(sheet, part.lines, found) : null
    if (date) out.dates.push(date)
    const last = out.milestones.findLast((m) => m.label !== null && words('^del\\s?\\d', 'iu').test(m.label))
    out.milestones.push(milestoneOf(sheet, last?.label ?? null, title, date, part.lines))
    return
  }
  const due = new Set(dutyDates(text, year).flatMap((duty) => [duty.found.start, duty.start]))
  const dates = findDates(text, year).filter((found) => found.start === 0 || due.has(found.start) || atEnd(text, found))
  const found = dates[dates.length - 1]
  let title = part.field === 'part' ? (sentencesOf(text)[0]?.text ?? '') : text
  if (found && atEnd(text, found) && !/(?:innen|innan|senest)\s$/i.test(text.slice(0, found.start)))
    title = text.slice(0, found.start)
  else if (found && found.start === 0) title = text.slice(found.end)
  title = title
    .replace(/^[\s:–(,-]+/, '')
    .replace(/(?<![\s:–(,|.-])[\s:–(,|.-]*\s(?:leverings)?frist(?:en)?:?\s*(?:innen|innan)?\s*$/i, '')
    .replace(/(?<![\s:–(,|-])[\s:–(,|-]+$/, '')
  const date = found ? dateReading(sheet, part.lines, found) : null
  if (date) out.dates.push(date)
  out.milestones.push(milestoneOf(sheet, part.label, title, date, part.lines))
}

const atEnd = (text: string, found: { start: number; end: number }): boolean => {
  const before = text.slice(0, found.start)
  return (
    /^[\s).;]*$/.test(text.slice(found.end)) &&
    /(?:^|[:–(|-]\s?|\.\s|innen |innan |senest |frist:? |\p{L}\s)$/iu.test(before)
  )
}

/** Reads a Frist field: its dates, and the parts they belong to. */
const readDeadline = (sheet: Sheet, part: FieldText, year: number | null, out: Gathered): string => {
  const text = joined(part.lines)
  // a date may be broken over two lines
  const apart = part.lines.reduce((sum, line) => sum + findDates(line.text, year).length, 0)
  const [first] = part.lines
  const lines = first && findDates(text, year).length > apart ? [{ ...first, text }] : part.lines
  for (const line of lines) {
    const run = deadlineRun(line.text, year)
    for (const { label, found } of run?.dates ?? []) {
      const date = dateReading(sheet, [line], found)
      out.dates.push(date)
      const own = label ?? (lines.length > 1 || (run?.dates.length ?? 0) > 1 ? ownLabel(line.text, found.start) : null)
      if (own !== null) out.milestones.push(milestoneOf(sheet, own, '', date, [line]))
    }
    if (!run && lines.length === 1)
      for (const found of findDates(line.text, year))
        if (!beginsThen(line.text, found.start)) out.dates.push(dateReading(sheet, [line], found))
  }
  if (out.dates.length === 0) {
    const bare = /^(?:i løpet av |innen |innan )?((?:19|20)\d\d)\.?$/i.exec(text)
    if (bare?.[1])
      for (const found of findDates(`innen ${bare[1]}`, year))
        out.dates.push(dateReading(sheet, part.lines, { ...found, text }))
  }
  return text.replace(/\.$/, '')
}

/** “Ukentlig fra 1. juni 2026”: the day from which something is done again and again is no deadline. */
const beginsThen = (text: string, at: number): boolean =>
  openTerm.test(text.slice(0, at)) && words('‹(?:fra|frå)(?: og med)? $', 'iu').test(text.slice(0, at))

const ownLabel = (text: string, at: number): string | null => {
  const before = text
    .slice(0, at)
    .replace(isolated, '')
    .replace(/(?<![\s:–-])[\s:–-]+$/, '')
  return /^\p{L}[\p{L}\d ]{2,40}$/u.test(before) && !words('^(?:innen|innan|senest|frist|og|til)$', 'iu').test(before)
    ? before
    : null
}

const bullet = /^(?:[•–-]|[a-h]\)|\d[.)])\s+/

/** Dates in the text of an assignment by which something is due. */
export const readDuties = (
  sheet: Sheet,
  lines: readonly Line[],
  isCriteria: boolean,
  year: number | null,
  out: Gathered,
): void => {
  const groups: Line[][] = []
  for (const line of lines) {
    const last = groups[groups.length - 1]
    if (last && !bullet.test(line.text)) last.push(line)
    else groups.push([line])
  }
  for (const group of groups) {
    const text = joined(group)
    const inBullet = bullet.test(text)
    for (const duty of dutyDates(text, year)) {
      const date = dateReading(sheet, group, duty.found)
      out.dates.push(date)
      const title = (
        inBullet && duty.sentence.length < 45
          ? text.slice(0, duty.start).replace(/(?<![^.!?])[^.!?]*$/, '')
          : duty.sentence
      ).replace(bullet, '')
      out.milestones.push(milestoneOf(sheet, isCriteria ? 'Rapporteringskriterium' : null, title.trim(), date, group))
    }
  }
}

/** Gives each dated Frist that follows a milestone to that milestone; says whether they all do. */
export const shareDeadlines = (sheet: Sheet, fields: Fields, year: number | null, out: Gathered): string | null => {
  const texts: string[] = []
  const milestones = fields.parts.filter((part) => part.field === 'milestone').length
  const deadlines = fields.parts.filter((part) => part.field === 'deadline').length
  let previous: FieldText | null = null
  for (const part of fields.parts) {
    if (part.field === 'milestone' || part.field === 'part' || part.field === 'dated')
      readMilestone(sheet, part, year, out)
    if (part.field === 'deadline') {
      const mine: Gathered = { dates: [], milestones: [] }
      const text = readDeadline(sheet, part, year, mine)
      out.dates.push(...mine.dates)
      out.milestones.push(...mine.milestones)
      const index = out.milestones.length - 1
      const last = out.milestones[index]
      const date = mine.dates[0]
      const follows =
        previous?.field === 'milestone' &&
        last !== undefined &&
        last.deadlineText === null &&
        mine.milestones.length === 0
      if (follows && date && (milestones === 1 || deadlines >= milestones)) {
        out.milestones[index] = { ...last, deadline: date.date, deadlineText: date.text }
        if (deadlines === 1) texts.push(text)
      } else if (text !== '') texts.push(text)
    }
    previous = part
  }
  return texts.length === 0 ? null : texts.join(' ')
}
