import { type Draft, draftOf } from './assignment-block.ts'
import { assignmentsOf } from './assignments.ts'
import type { Block, Structure } from './blocks.ts'
import { meetings, reportingDeadlines } from './calendar.ts'
import { repairerOf } from './damage.ts'
import { findDates } from './dates.ts'
import { assignmentDoubts, codeVariants, inOrder, missingHead, unknownItems } from './doubts.ts'
import { demandsOf, periodicDemands } from './duties.ts'
import { goalList } from './goal-list.ts'
import { headOf } from './head.ts'
import { kindOf } from './kind.ts'
import { type Sheet, sheetOf } from './lines.ts'
import { readMoney } from './money.ts'
import { parameterOf } from './parameters.ts'
import { requirementsOf } from './requirements.ts'
import { structureOf } from './structure.ts'
import type { Doubt, LetterKind, LetterReading, LooksLike } from './types.ts'
import { unreadAmounts } from './unread-amounts.ts'
import { unreadDates } from './unread-dates.ts'
import { words } from './words.ts'

const nothing = (sheet: Sheet, looksLike: LooksLike): LetterReading => {
  const source = sheet.place(0, 0)
  return {
    kind: null,
    looksLike,
    language: 'nb',
    agency: null,
    agencyShort: null,
    ministry: null,
    ministryShort: null,
    reference: null,
    date: null,
    year: null,
    supplements: null,
    goals: [],
    steeringParameters: [],
    reportingRequirements: [],
    assignments: [],
    otherDuties: [],
    reportingDeadlines: [],
    meetings: [],
    appropriations: [],
    chapterSums: [],
    earmarks: [],
    recipients: [],
    doubts: [{ kind: 'not-a-letter', text: looksLike, line: 1, source }],
  }
}

/** Dates anywhere in the letter that no calendar has. */
const impossibleDates = (sheet: Sheet): Doubt[] =>
  sheet.lines.flatMap((line) =>
    findDates(line.text, 2000)
      .filter((found) => found.date === null && /\d{4}|\p{L}/u.test(found.text))
      .map((found) => {
        const source = sheet.place(line.at + found.start, line.at + found.end)
        return { kind: 'impossible-date' as const, text: found.text, line: source.startLine, source }
      }),
  )

/**
 * Reads a letter of steering: any text, in any of the forms that the letters have had. Never throws; the time is
 * proportional to the length of the text. What is no letter gives kind null and what it looks like.
 */
export const readLetter = (raw: string): LetterReading => {
  const sheet = sheetOf(raw)
  const { kind, looksLike } = kindOf(sheet)
  if (kind === null) return nothing(sheet, looksLike ?? 'other')
  const head = headOf(sheet, kind)
  const year = head.year?.value ?? null
  const isInstruction = kind === 'instruction'
  const structure = structureOf(sheet, isInstruction, year)
  const { goals, goalNoOf } = goalList(sheet, structure)
  const repairer = repairerOf(sheet)
  const { repair } = repairer
  const of = (category: Block['category']): Block[] =>
    structure.blocks
      .filter((block) => block.category === category)
      .map((block) => ({ ...block, goalNo: goalNoOf(block) }))

  const steeringParameters = unique(of('parameter').map((block) => parameterOf(sheet, block)))
    .filter((parameter) => parameter.title !== '')
    .map((parameter) => ({
      ...parameter,
      title: repair(parameter.title),
      targets: parameter.targets.map(repair),
    }))
  const blockRequirements = unique(requirementsOf(sheet, of('requirement'))).filter(({ text }) => text !== '')
  const assignments = assignmentsOf(
    [...of('assignment'), ...wholeLetter(sheet, structure, kind)]
      .map((block) => ({ block, draft: draftOf(sheet, block, year) }))
      .filter(({ block, draft }) => isAssignment(block, draft))
      .map(({ draft }) => draft),
    year,
  ).map((assignment) => ({
    ...assignment,
    title: repair(assignment.title),
    doubts: [...assignment.doubts, ...assignmentDoubts(assignment, head.date?.value ?? null)],
  }))
  const dated = reportingDeadlines(sheet, structure.prose, year)
  const calendar = { ...dated, found: dated.found.map((row) => ({ ...row, report: repair(row.report) })) }
  const coded = blockRequirements.some(({ code }) => code !== null)
  const demands = demandsOf(sheet, structure.prose, calendar.used, coded, isInstruction, year)
  const found = [...blockRequirements, ...demands.requirements, ...(coded ? [] : periodicDemands(assignments))]
  const reportingRequirements = found.map((one) => ({
    ...one,
    text: repair(one.text),
    frequency: one.frequency && repair(one.frequency),
  }))
  const money = readMoney(sheet, structure.money, structure.prose, kind === 'supplement')
  const appropriations = money.appropriations.map((one) => ({
    ...one,
    name: repair(one.name),
    chapterName: one.chapterName && repair(one.chapterName),
  }))
  const codes = structure.blocks.map((block) => ({
    code: block.start?.code ?? null,
    written: block.start?.codeAsWritten ?? null,
    source: sheet.place(block.lines[0]?.at ?? 0, (block.lines[0]?.at ?? 0) + 1),
  }))
  const things = [
    ...goals,
    ...steeringParameters,
    ...reportingRequirements,
    ...assignments,
    ...calendar.found,
    ...appropriations,
    ...money.chapterSums,
    ...money.earmarks,
    ...money.recipients,
  ]
  const known = things.flatMap((thing) => thing.doubts)
  const impossible = impossibleDates(sheet).filter(
    (one) => !known.some((other) => other.kind === 'impossible-date' && other.text.endsWith(one.text)),
  )
  const meetingDays = meetings(sheet, structure.prose, year)
  const read = {
    ...head,
    goals,
    steeringParameters,
    reportingRequirements,
    assignments,
    otherDuties: demands.duties,
    reportingDeadlines: calendar.found,
    meetings: meetingDays,
  }
  return {
    kind,
    looksLike: null,
    ...read,
    goals: goals.map((goal) => ({ ...goal, title: repair(goal.title) })),
    appropriations,
    chapterSums: money.chapterSums,
    earmarks: money.earmarks,
    recipients: money.recipients,
    doubts: inOrder([
      ...missingHead(head, sheet.place(0, 1), kind),
      ...known,
      ...demands.doubts,
      ...impossible,
      ...codeVariants(codes),
      ...unknownItems({ appropriations, earmarks: money.earmarks }),
      ...repairer.doubts,
      ...unreadDates(sheet, read, demands.doubts),
      ...unreadAmounts(sheet, structure, { ...read, ...money, appropriations }),
    ]),
  }
}

const ordered = words('‹(?:skal|bes|ber|må|har ansvaret|har ansvar)›', 'iu')

/** A section under the assignments is one when it has a deadline or orders something; a code or title is enough else. */
const isAssignment = (block: Block, draft: Draft): boolean =>
  draft.title !== '' &&
  (draft.dates.length > 0 ||
    draft.deadlineText !== null ||
    (draft.code !== null && block.form !== 'heading') ||
    (block.form !== null && ordered.test(draft.description ?? '')))

const letterTitle = words(
  '^oppdragsbrev(?:et)?(?: (?:nr\\.? ?)?\\d+)?\\s?[:–-]\\s?(?=\\p{Lu})|^oppdrag om |^emne:\\s(?:oppdrag(?:sbrev)?\\s?[:–-]\\s?)?(?=\\p{L})',
  'iu',
)

/** An assignment letter that lists no assignments is itself one; its title is the letter's. */
const wholeLetter = (sheet: Sheet, structure: Structure, kind: LetterKind): Block[] => {
  if (kind !== 'assignment-letter' || structure.blocks.some((block) => block.category === 'assignment')) return []
  const at = sheet.lines.findIndex((line) => letterTitle.test(line.text))
  const line = sheet.lines[at]
  if (!line) return []
  const title = letterTitle.exec(line.text)?.[0] ?? ''
  const body = structure.prose
    .filter((entry) => entry.index > at && entry.role !== 'annexes')
    .map((entry) => entry.line)
  return [
    {
      category: 'assignment',
      start: null,
      first: line.text.slice(title.length),
      lines: [line, ...body],
      goalNo: null,
      path: [],
      group: 'new',
      columns: null,
      form: null,
      madeTitle: null,
    },
  ]
}

/** The same code and words in a list and in an annex are one thing. */
const unique = <
  T extends {
    readonly code: string | null
    readonly goalNo: string | null
    readonly title?: string
    readonly text?: string
  },
>(
  things: readonly T[],
): T[] => {
  const seen = new Set<string>()
  return things.filter((thing) => {
    const key = `${thing.code ?? ''}|${(thing.title ?? thing.text ?? '').toLowerCase().slice(0, 60)}`
    return seen.has(key) ? false : seen.add(key)
  })
}
