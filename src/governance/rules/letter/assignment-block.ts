import type { Block } from './blocks.ts'
import { findDates, openTerm } from './dates.ts'
import { deadlineRun } from './deadlines.ts'
import { blockPlace, columnGoal, type Fields, type FieldText, fieldsOf, textOf } from './fields.ts'
import { recurrencesOf } from './frequency.ts'
import { joined, type Sheet } from './lines.ts'
import { dateReading, type Gathered, milestoneOf, readDuties, shareDeadlines } from './milestones.ts'
import { sectionOf } from './parameters.ts'
import { partnersIn, responsibleIn } from './responsible.ts'
import type { Assignment } from './types.ts'
import { startsWithSmall, words } from './words.ts'

/** The reading of one block; list and annex are put together afterwards. */
export type Draft = Assignment

/** What a supplement says about an assignment after naming it. */
const changed = words(
  '[\\s:,–-]+(?:fristen|ny frist|(?:oppdraget )?(?:blir |vert |er )?(?:utgår|utgått|bortfaller|fell bort|faller bort|trekkes|trukket|trekt|trekkjast|forlenges|forlenga|utsettes|utsett|flyttes|flytta|endres|endra|avsluttes|avslutta|avsluttast)›).*$',
  'iu',
)
const withdrawn = words(
  '‹(?:utgår|utgått|bortfaller|fell bort|faller bort|trekkes|trukket|trekt|trekkjast|avsluttes|avslutta|avsluttast)›',
  'iu',
)
const newDate = words('‹(?:flyttes|flytta|utsettes|utsett|forlenges|forlenga|endres|endra|ny frist)›', 'iu')
const crossReference = words('\\s*\\((?:se|sjå|jf\\.? vedlegg|omtalt i|nærmere omtale)[^()]{3,90}\\)', 'giu')
const codePattern = /(?<![\d-])(20\d\d-\d{1,3}|TB\s?20\d\d[ -]?FoU\s?\d+)(?![\d-])/g

const dutyFields = new Set<FieldText['field']>(['description', 'criteria', 'comment', 'target', 'other', 'reporting'])
const bullet = /^(?:[•–-]|[a-h]\)|\d[.)])\s+/

/** Whether a text ends inside brackets that it opened. */
const opensBracket = (text: string): boolean => text.lastIndexOf('(') > text.lastIndexOf(')')

/** Reads one block as an assignment. */
export const draftOf = (sheet: Sheet, block: Block, year: number | null): Draft => {
  const fields = fieldsOf(sheet, block)
  const out: Gathered = { dates: [], milestones: [] }
  const hasDeadline = fields.parts.some((part) => part.field === 'deadline')
  let titleText = block.madeTitle ?? joined(fields.title)
  let deadlineText = shareDeadlines(sheet, fields, year, out)
  let comment = textOf(fields, 'comment')
  let flexibility = textOf(fields, 'flexibility')
  let lead = block.madeTitle === null ? joined(fields.lead) : joined(block.lines)
  const wholeRow = hasDeadline ? titleText : `${titleText} ${lead}`.trim()
  const run = hasDeadline || block.madeTitle !== null ? null : rowRun(wholeRow, titleText.length, year, sheet.restored)
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
  if (!run) readDuties(sheet, block.madeTitle === null ? fields.lead : block.lines, false, year, duties)
  for (const part of fields.parts)
    if (dutyFields.has(part.field)) readDuties(sheet, part.lines, part.field === 'criteria', year, duties)
  out.dates.push(...duties.dates)
  if (deadlineText === null && duties.dates.length > 0 && block.start === null)
    deadlineText = duties.dates.map((date) => date.text).join(' ')
  else out.milestones.push(...duties.milestones)
  const stated = run || block.madeTitle !== null ? null : changed.exec(titleText)
  const change = stated && !opensBracket(titleText.slice(0, stated.index)) ? stated : null
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
  const inlineFrist = words(
    '[\\s,;.(–-]+(?:(?:ny |leverings)?frist(?:en)?(?: er)?:?\\s+(?:innen )?|(?<=[.)] )ny\\s?)$',
    'iu',
  )
  const nameless = titleText.trim() === '' && block.start !== null && withdrawn.test(block.start.revision ?? '')
  if (nameless) titleText = `Oppdrag ${block.start?.code ?? ''}`
  const title = titleText
    .replace(crossReference, '')
    .replace(inlineFrist, '')
    .replace(/(?<![\s|:–(,-])[\s|:–(,-]+$/, '')
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
  return match !== null && !opensBracket(text.slice(0, match.index))
}

const sentenceBetween = words('‹(?:skal|bes|ber|må|er|blir|vert)›|[.!?]\\s', 'iu')

/** The deadlines that close a row's title: in the title itself, or just after it without a sentence between. */
const rowRun = (text: string, titleLength: number, year: number | null, restored: boolean) => {
  if (text.length > 6000) return null
  const run = deadlineRun(text, year)
  if (!run) return null
  if (run.start <= titleLength && !saysChange(text.slice(0, run.start))) return run
  const between = text.slice(Math.min(titleLength, run.start), run.start)
  const goesOn = between.trim() === '' || startsWithSmall(between.trim()) || (restored && between.length < 100)
  return goesOn && between.length < 160 && !sentenceBetween.test(between) && !saysChange(text.slice(0, run.start))
    ? run
    : null
}

const labelledName = (text: string | null): string | null => text?.replace(/\.$/, '').split(/[,;|]/)[0]?.trim() || null
