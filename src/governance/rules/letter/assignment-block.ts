import { findDates, openTerm } from './dates.ts'
import { deadlineRun, dutyDates, sentencesOf } from './deadlines.ts'
import { blockPlace, columnGoal, type Fields, type FieldText, fieldsOf, textOf } from './fields.ts'
import { recurrencesOf } from './frequency.ts'
import { joined, type Line, placeOf, type Sheet } from './lines.ts'
import { sectionOf } from './parameters.ts'
import { partnersIn, responsibleIn } from './responsible.ts'
import type { Block } from './structure.ts'
import type { Assignment, DateReading, Milestone } from './types.ts'
import { startsWithSmall, words } from './words.ts'

/** The reading of one block; list and annex are put together afterwards. */
export type Draft = Assignment & { readonly isRow: boolean; readonly titleCut: boolean }

/** What a supplement says about an assignment after naming it. */
const changed = words(
  '[\\s:,–-]+(?:fristen|ny frist|(?:oppdraget )?(?:blir |vert |er )?(?:utgår|utgått|bortfaller|fell bort|faller bort|trekkes|trukket|trekt|trekkjast|forlenges|forlenga|utsettes|utsett|flyttes|flytta|endres|endra|avsluttes|avslutta)›).*$',
  'iu',
)
const withdrawn = words('‹(?:utgår|utgått|bortfaller|fell bort|faller bort|trekkes|trukket|trekt|trekkjast)›', 'iu')
const newDate = words('‹(?:flyttes|flytta|utsettes|utsett|forlenges|forlenga|endres|endra|ny frist)›', 'iu')
const crossReference = words('\\s*\\((?:se|sjå|jf\\.? vedlegg|omtalt i|nærmere omtale)[^()]{3,90}\\)', 'giu')
const codePattern = /(?<![\d-])(20\d\d-\d{1,3}|TB\s?20\d\d[ -]?FoU\s?\d+)(?![\d-])/g

const dateReading = (
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

interface Gathered {
  readonly dates: DateReading[]
  readonly milestones: Milestone[]
}

const milestoneOf = (
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
  const dates = findDates(text, year).filter(
    (found) =>
      found.start === 0 ||
      dutyDates(text, year).some((d) => d.found.start === found.start || d.start === found.start) ||
      atEnd(text, found),
  )
  const found = dates[dates.length - 1]
  let title = part.field === 'part' ? (sentencesOf(text)[0]?.text ?? '') : text
  if (found && atEnd(text, found) && !/(?:innen|innan|senest)\s$/i.test(text.slice(0, found.start)))
    title = text.slice(0, found.start)
  else if (found && found.start === 0) title = text.slice(found.end)
  title = title
    .replace(/^[\s:–(,-]+/, '')
    .replace(/[\s:–(,|.-]*\s(?:leverings)?frist(?:en)?:?\s*(?:innen|innan)?\s*$/i, '')
    .replace(/[\s:–(,|-]+$/, '')
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
      for (const found of findDates(line.text, year)) out.dates.push(dateReading(sheet, [line], found))
  }
  if (out.dates.length === 0) {
    const bare = /^(?:i løpet av |innen |innan )?((?:19|20)\d\d)\.?$/i.exec(text)
    if (bare?.[1])
      for (const found of findDates(`innen ${bare[1]}`, year))
        out.dates.push(dateReading(sheet, part.lines, { ...found, text }))
  }
  return text.replace(/\.$/, '')
}

const ownLabel = (text: string, at: number): string | null => {
  const before = text
    .slice(0, at)
    .replace(isolated, '')
    .replace(/[\s:–-]+$/, '')
  return /^\p{L}[\p{L}\d ]{2,40}$/u.test(before) && !words('^(?:innen|innan|senest|frist|og|til)$', 'iu').test(before)
    ? before
    : null
}

const dutyFields = new Set<FieldText['field']>(['description', 'criteria', 'comment', 'target', 'other', 'reporting'])
const bullet = /^(?:[•–-]|[a-h]\)|\d[.)])\s+/

/** Dates in the text of an assignment by which something is due. */
const readDuties = (
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
        inBullet && duty.sentence.length < 45 ? text.slice(0, duty.start).replace(/[^.!?]*$/, '') : duty.sentence
      ).replace(bullet, '')
      out.milestones.push(milestoneOf(sheet, isCriteria ? 'Rapporteringskriterium' : null, title.trim(), date, group))
    }
  }
}

/** Gives each dated Frist that follows a milestone to that milestone; says whether they all do. */
const shareDeadlines = (sheet: Sheet, fields: Fields, year: number | null, out: Gathered): string | null => {
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

/** Reads one block as an assignment. */
export const draftOf = (sheet: Sheet, block: Block, year: number | null): Draft => {
  const fields = fieldsOf(sheet, block)
  const out: Gathered = { dates: [], milestones: [] }
  const hasDeadline = fields.parts.some((part) => part.field === 'deadline')
  let titleText = joined(fields.title)
  let deadlineText = shareDeadlines(sheet, fields, year, out)
  let comment = textOf(fields, 'comment')
  let flexibility = textOf(fields, 'flexibility')
  let lead = joined(fields.lead)
  const wholeRow = hasDeadline ? titleText : `${titleText} ${lead}`.trim()
  const run = hasDeadline ? null : rowRun(wholeRow, titleText.length, year)
  const isRow = run !== null
  if (run) {
    const rowLines = [...fields.title, ...fields.lead]
    titleText = wholeRow.slice(0, run.start)
    deadlineText = run.text
    for (const { label, found } of run.dates) {
      const date = dateReading(sheet, rowLines, found)
      out.dates.push(date)
      if (label !== null)
        out.milestones.push(milestoneOf(sheet, label, /^\p{Ll}/u.test(label) ? label : '', date, rowLines))
    }
    const rest = wholeRow.slice(run.end).replace(/^[\s|.,;)]+/, '')
    const urgency = words(
      '^(haster(?: ikke)?|hastar(?: ikkje)?|ikke haster|kan vente|kan vente|fleksibel|ikke fleksibel|lav|middels|høy)›[.,]?\\s*',
      'iu',
    ).exec(rest)
    flexibility ??= urgency?.[1] ?? null
    const after = urgency ? rest.slice(urgency[0].length) : rest
    comment ??= after === '' ? null : after
    lead = ''
  }
  if (deadlineText === null && !run) deadlineText = listedParts(fields)
  const duties: Gathered = { dates: [], milestones: [] }
  if (!run) readDuties(sheet, fields.lead, false, year, duties)
  for (const part of fields.parts)
    if (dutyFields.has(part.field)) readDuties(sheet, part.lines, part.field === 'criteria', year, duties)
  out.dates.push(...duties.dates)
  if (deadlineText === null && duties.dates.length > 0 && block.start === null)
    deadlineText = duties.dates.map((date) => date.text).join(' ')
  else out.milestones.push(...duties.milestones)
  const stated = run ? null : changed.exec(titleText)
  const change = stated && !/\([^)]*$/.test(titleText.slice(0, stated.index)) ? stated : null
  if (change) {
    const said = `${change[0]} ${lead}`
    titleText = titleText.slice(0, change.index)
    // “flyttes fra … til …”: only the last date holds
    const found = newDate.test(said) ? findDates(said, year).at(-1) : undefined
    if (found) {
      out.dates.splice(0, out.dates.length, dateReading(sheet, block.lines, found))
      deadlineText = found.text
    }
    duties.milestones.length = 0
    lead = said.replace(/^[\s:,–-]+/, '').trim()
    if (withdrawn.test(said)) out.dates.length = 0
  }
  const inlineFrist = words('[\\s,;(–-]+(?:leverings)?frist(?:en)?(?: er)?:?\\s+(?:innen )?$', 'iu')
  const nameless = titleText.trim() === '' && block.start !== null && withdrawn.test(block.start.revision ?? '')
  if (nameless) titleText = `Oppdrag ${block.start?.code ?? ''}`
  const title = titleText
    .replace(crossReference, '')
    .replace(inlineFrist, '')
    .replace(/[\s|:–(,-]+$/, '')
    .replace(bullet, '')
    .replace(/\s*\|\s*/g, ' ')
  const whole = joined(block.lines)
  const description = [textOf(fields, 'description'), lead === '' ? null : lead]
    .filter((text) => text !== null)
    .join(' ')
  const reporting = textOf(fields, 'reporting')
  const earlier = [...whole.matchAll(codePattern)]
    .map((match) => match[1] ?? '')
    .filter((code) => code !== '' && code !== block.start?.code)
  return {
    code: block.start?.code ?? null,
    codeAsWritten: block.start
      ? `${block.start.codeAsWritten}${block.start.revision ? ` ${block.start.revision}` : ''}`
      : null,
    title,
    otherTitles: [],
    goalNo: columnGoal(block) ?? block.goalNo,
    section: sectionOf(block),
    group: change && withdrawn.test(change[0]) ? 'cancelled' : change ? 'revised' : (block.group ?? 'new'),
    revision: block.start?.revision ?? null,
    deadlines: [],
    dates: out.dates,
    deadlineText,
    mainResponsible: labelledName(textOf(fields, 'responsible')) ?? responsibleIn(whole.slice(0, 20000)),
    partners: partnersIn(textOf(fields, 'partners'), description === '' ? (comment ?? '') : description),
    financing: textOf(fields, 'financing'),
    start: textOf(fields, 'start'),
    recurring: recurrencesOf(openTerm.test(deadlineText ?? '') ? deadlineText : null).concat(recurrencesOf(reporting)),
    reporting,
    reportingCriteria: textOf(fields, 'criteria'),
    background: textOf(fields, 'background'),
    purpose: textOf(fields, 'purpose'),
    description: description === '' ? null : description,
    flexibility,
    comment,
    milestones: out.milestones,
    earlierCodes: [...new Set(earlier)],
    places: [blockPlace(sheet, block)],
    source: blockPlace(sheet, block),
    confidence: block.start === null ? 0.6 : title === '' ? 0.4 : 0.95,
    doubts: [],
    isRow,
    titleCut: isRow,
  }
}

/** “Del 1: 31.12.2026 Del 2: 01.08.2026” after a title is the row's deadline text. */
const listedParts = (fields: Fields): string | null => {
  const own = fields.parts.map((part) => joined(part.lines))
  const dated = own.every((text) => findDates(text, 2000)[0]?.start === 0 && text.length < 40)
  return own.length > 0 && dated ? fields.parts.map((part, i) => `${part.label}: ${own[i] ?? ''}`).join(' ') : null
}

const saysChange = (text: string): boolean => {
  const match = changed.exec(text)
  return match !== null && !/\([^)]*$/.test(text.slice(0, match.index))
}

const sentenceBetween = words('‹(?:skal|bes|ber|må|er|blir|vert)›|[.!?]\\s', 'iu')

/** The deadlines that close a row's title: in the title itself, or just after it without a sentence between. */
const rowRun = (text: string, titleLength: number, year: number | null) => {
  if (text.length > 6000) return null
  const run = deadlineRun(text, year)
  if (!run) return null
  if (run.start <= titleLength && !saysChange(text.slice(0, run.start))) return run
  const between = text.slice(Math.min(titleLength, run.start), run.start)
  const goesOn = between.trim() === '' || startsWithSmall(between.trim())
  return goesOn && between.length < 160 && !sentenceBetween.test(between) && !saysChange(text.slice(0, run.start))
    ? run
    : null
}

const labelledName = (text: string | null): string | null => text?.replace(/\.$/, '').split(/[,;|]/)[0]?.trim() || null
