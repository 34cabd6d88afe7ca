import { type Static, type TProperties, type TSchema, Type } from 'typebox'
import { Errors } from 'typebox/value'
import type { PlainDate } from '../../platform/rules/plain-date.ts'
import { problem } from '../../platform/rules/problem.ts'
import { fail, ok, type Result } from '../../platform/rules/result.ts'
import { Nullable } from '../../platform/rules/shapes.ts'
import type { FindingKind } from './finding-kind.ts'

/**
 * The content of a finding by kind: what the register is made of when the letter is approved. Text is as the letter
 * has it; what the letter does not state is null or [].
 */
const shape = <T extends TProperties>(properties: T) => Type.Object(properties, { additionalProperties: false })

const Line = Type.String({ minLength: 1, maxLength: 2_000 })
const Prose = Nullable(Type.String({ maxLength: 30_000 }))
const Short = Nullable(Type.String({ maxLength: 2_000 }))
const Code = Nullable(Type.String({ minLength: 1, maxLength: 60 }))
/** A goal's number, or its title where it has none. */
const GoalReference = Nullable(Type.String({ minLength: 1, maxLength: 2_000 }))
const Chapter = Type.String({ pattern: '^\\d{2,4}$' })
const Item = Type.String({ pattern: '^\\d{1,2}$' })
/** A date that the calendar of reminders reaches: Easter of the year 1 and working days after 9999 are not known. */
const PlainDay = Type.Unsafe<PlainDate>(Type.String({ format: 'date', pattern: '^[12]' }))
const Day = Nullable(PlainDay)
/** Whole kroner; negative when a supplement takes money back. */
const Kroner = Type.Integer({ minimum: -1e13, maximum: 1e13 })

/** How a result is compared with the number of its requirement. */
export const comparisons = ['at-least', 'at-most', 'equal', 'increase', 'decrease', 'unclear'] as const

/** A results requirement (resultatkrav); `subRequirement` is what follows “hvorav”. Number null: it is in words. */
export const RequirementContent = shape({
  text: Line,
  comparison: Type.Enum(comparisons),
  number: Nullable(Type.Number()),
  unit: Short,
  subRequirement: Short,
})

/** A sub-assignment, milestone or dated criterion of an assignment. */
export const MilestoneContent = shape({ label: Short, title: Line, deadline: Day, deadlineText: Short })

/** How an assignment came into the letter. */
export const assignmentGroups = ['new', 'earlier', 'fou', 'fou-binding', 'revised', 'cancelled'] as const

/** The contract of each kind. */
export const findingContracts = {
  goal: shape({ no: Nullable(Type.String({ minLength: 1, maxLength: 20 })), title: Line, parentNo: Code }),
  'steering-parameter': shape({
    code: Code,
    title: Line,
    goalNo: GoalReference,
    purpose: Prose,
    baseline: Prose,
    requirements: Type.Array(RequirementContent, { maxItems: 100 }),
    reporting: Short,
  }),
  'reporting-requirement': shape({
    code: Code,
    text: Type.String({ minLength: 1, maxLength: 8_000 }),
    frequency: Short,
    due: Day,
    goalNo: GoalReference,
  }),
  assignment: shape({
    code: Code,
    title: Line,
    goalNo: GoalReference,
    group: Type.Enum(assignmentGroups),
    deadlines: Type.Array(PlainDay, { maxItems: 200 }),
    deadlineText: Short,
    mainResponsible: Short,
    partners: Type.Array(Line, { maxItems: 100 }),
    financing: Prose,
    recurrence: Short,
    reporting: Short,
    background: Prose,
    purpose: Prose,
    description: Prose,
    comment: Prose,
    milestones: Type.Array(MilestoneContent, { maxItems: 200 }),
    earlierCodes: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 50 }),
  }),
  duty: shape({ text: Type.String({ minLength: 1, maxLength: 8_000 }), deadline: Day, deadlineText: Short }),
  report: shape({ report: Line, countDate: Day, due: Day, dueText: Short }),
  meeting: shape({ type: Line, period: Short, date: Day }),
  appropriation: shape({
    chapter: Chapter,
    chapterName: Short,
    item: Item,
    name: Line,
    amountNOK: Nullable(Kroner),
    keywords: Type.Array(Line, { maxItems: 20 }),
  }),
  'chapter-sum': shape({ chapter: Chapter, sumNOK: Nullable(Kroner) }),
  earmark: shape({ chapter: Nullable(Chapter), item: Nullable(Item), amountNOK: Kroner, text: Line }),
  recipient: shape({ chapter: Nullable(Chapter), item: Nullable(Item), name: Line, amountNOK: Kroner }),
} as const satisfies Record<FindingKind, TSchema>

/** The content of each kind. */
export type FindingContents = { readonly [K in FindingKind]: Static<(typeof findingContracts)[K]> }

/** The content of an assignment. */
export type AssignmentContent = FindingContents['assignment']

/** A kind with its content. */
export type FindingContent = {
  readonly [K in FindingKind]: { readonly kind: K; readonly content: FindingContents[K] }
}[FindingKind]

/** Checks a content against its kind's contract; the problem names the first field that is wrong. */
export const checkContent = (kind: FindingKind, content: unknown): Result<FindingContent> => {
  const [first] = Errors(findingContracts[kind], content)
  if (first === undefined) return ok({ kind, content } as FindingContent)
  const params = first.params as { requiredProperties?: string[]; additionalProperties?: string[] }
  const inside = params.requiredProperties?.[0] ?? params.additionalProperties?.[0]
  const field = [...first.instancePath.split('/').filter(Boolean), ...(inside ? [inside] : [])].join('.')
  return fail(problem('invalid-input', { field: `content.${field}`, rule: first.keyword }))
}

/** The few words by which a finding is known in lists, histories and messages: code and title. */
export const findingTitle = (finding: FindingContent): string => {
  const { kind } = finding
  switch (kind) {
    case 'goal':
      return `${finding.content.no} ${finding.content.title}`
    case 'steering-parameter':
    case 'assignment':
      return [finding.content.code, finding.content.title].filter(Boolean).join(' ')
    case 'reporting-requirement':
      return [finding.content.code, finding.content.text].filter(Boolean).join(' ')
    case 'duty':
      return finding.content.text
    case 'report':
      return finding.content.report
    case 'meeting':
      return finding.content.type
    case 'appropriation':
      return `${finding.content.chapter}.${finding.content.item} ${finding.content.name}`
    case 'chapter-sum':
      return finding.content.chapter
    case 'earmark':
      return finding.content.text
    case 'recipient':
      return finding.content.name
  }
}
