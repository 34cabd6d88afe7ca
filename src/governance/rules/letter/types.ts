import type { PlainDate } from '../../../platform/rules/plain-date.ts'

/**
 * What a careful reader gets from a letter of steering. Every thing found says where in the original text it
 * stands, how sure the reading is, and what is doubtful about it; what the letter does not state is null or [].
 */

/** A place in the original text: lines counted from 1, `start`/`end` are character offsets (end exclusive). */
export interface Place {
  readonly startLine: number
  readonly endLine: number
  readonly start: number
  readonly end: number
}

/** Why a person should look twice. Codes are stable: screens have one text for each. */
export const doubtKinds = [
  'impossible-date', // a date that no calendar has; it gives no deadline
  'sum-disagrees', // the stated sum of a chapter or a table is not the sum of its lines
  'conflicting-deadlines', // one assignment stands several times with different deadlines
  'title-differs', // one code stands with clearly different titles
  'code-variants', // codes of one kind are written in several ways
  'duplicate-code', // two different things carry the same code
  'damaged-text', // replacement characters or lost letters
  'scrambled-table', // numbers, names and amounts stood apart and were put together again
  'missing-amount', // an item without a readable amount
  'missing-unit', // no unit is stated for the amounts; kroner is assumed
  'unread-duty', // sounds like a duty, but no rule understood it
  'unread-amount', // an amount that is given, bound or limited somewhere, and that no rule understood
  'missing-deadline', // an assignment without any deadline text
  'unclear-deadline', // a deadline text without a date, such as “flerårig”
  'deadline-before-letter', // the deadline lies before the letter's own date
  'approximate-date', // “medio april”, “mars 2026”, “3. kvartal”: a day was chosen by convention
  'assumed-year', // the day and month stand without a year; the letter's year was used
  'unknown-item', // money is bound to a chapter and item that the letter's tables do not have
  'missing-head', // agency, ministry, date or reference is not stated
  'not-a-letter', // the text is something else, or nothing
] as const

/** One of the reasons for doubt. */
export type DoubtKind = (typeof doubtKinds)[number]

/** A doubt, with the words it concerns and their place. */
export interface Doubt {
  readonly kind: DoubtKind
  readonly text: string
  readonly line: number
  readonly source: Place
}

/** What everything found in a letter has in common. Confidence runs from 0 (a guess) to 1 (stated plainly). */
export interface Found {
  readonly source: Place
  readonly confidence: number
  readonly doubts: readonly Doubt[]
}

/** A plain statement of the letter's head, such as its date. */
export interface Stated<T> extends Found {
  readonly value: T
}

/** The kinds of letter that are read. */
export type LetterKind = 'allocation-letter' | 'supplement' | 'assignment-letter' | 'instruction'

/** What a text that is no letter seems to be. */
export type LooksLike =
  | 'annual-report'
  | 'half-year-report'
  | 'plan'
  | 'minutes'
  | 'consultation'
  | 'budget-proposal'
  | 'empty'
  | 'other'

/** How exactly the letter gave a date: a day, or a longer time whose last (or middle) day was chosen. */
export type DatePrecision = 'day' | 'month' | 'part' | 'approximate'

/** A date as read and as written. `date` is null when the calendar has no such day. */
export interface DateReading {
  readonly text: string
  readonly date: PlainDate | null
  readonly precision: DatePrecision
  readonly source: Place
}

/** A goal (mål, hovedmål, delmål). `parentNo` is set for a sub-goal under a main goal. */
export interface Goal extends Found {
  /** Null where the letter gives the goal no number; what stands under it then names its title as `goalNo`. */
  readonly no: string | null
  readonly title: string
  readonly parentNo: string | null
}

/** How a result is to be compared with the number. `increase`/`decrease` compare with an earlier result. */
export type Comparison = 'at-least' | 'at-most' | 'equal' | 'increase' | 'decrease' | 'unclear'

/** One results requirement taken apart; `subRequirement` is what follows “hvorav”/“herav”. Number null: no figure. */
export interface ResultRequirement {
  readonly comparison: Comparison
  readonly number: number | null
  readonly unit: string | null
  readonly text: string
  readonly subRequirement: ResultRequirement | null
}

/** A steering parameter (styringsparameter). `targets` are the results requirements as written. */
export interface SteeringParameter extends Found {
  readonly code: string | null
  readonly title: string
  readonly goalNo: string | null
  readonly section: string | null
  readonly purpose: string | null
  readonly baseline: string | null
  readonly targets: readonly string[]
  readonly requirements: readonly ResultRequirement[]
  readonly reporting: string | null
}

/** How often something is to be reported. */
export type Frequency = 'annual-report' | 'half-year-report' | 'monthly' | 'quarterly' | 'tertial' | 'once' | 'other'

/** A demand to report; `code` is null when it stands in running text, `due` when no single date is given. */
export interface ReportingRequirement extends Found {
  readonly code: string | null
  readonly text: string
  readonly frequency: string | null
  readonly frequencies: readonly Frequency[]
  readonly due: PlainDate | null
  readonly goalNo: string | null
  readonly section: string | null
}

/** How an assignment came into this letter. `fou`: new R&D; `fou-binding`: R&D money bound by earlier letters. */
export type AssignmentGroup = 'new' | 'earlier' | 'fou' | 'fou-binding' | 'revised' | 'cancelled'

/** A milestone, sub-assignment or dated criterion of an assignment. */
export interface Milestone extends Found {
  readonly label: string | null
  readonly title: string
  readonly deadline: PlainDate | null
  readonly deadlineText: string | null
}

/** A recurring duty of an assignment, such as monthly reporting. */
export interface Recurrence {
  readonly frequency: Frequency
  readonly text: string
}

/** An assignment (oppdrag); list and annex are one, `places` are all where it stands. */
export interface Assignment extends Found {
  readonly code: string | null
  readonly codeAsWritten: string | null
  readonly title: string
  readonly otherTitles: readonly string[]
  readonly goalNo: string | null
  readonly section: string | null
  readonly group: AssignmentGroup
  readonly revision: string | null
  readonly deadlines: readonly PlainDate[]
  readonly dates: readonly DateReading[]
  readonly deadlineText: string | null
  readonly mainResponsible: string | null
  readonly partners: readonly string[]
  readonly financing: string | null
  readonly start: string | null
  readonly recurring: readonly Recurrence[]
  readonly reporting: string | null
  readonly reportingCriteria: string | null
  readonly background: string | null
  readonly purpose: string | null
  readonly description: string | null
  readonly flexibility: string | null
  readonly comment: string | null
  readonly milestones: readonly Milestone[]
  /** Codes of earlier assignments that this one continues, replaces or answers, in the order mentioned. */
  readonly earlierCodes: readonly string[]
  readonly places: readonly Place[]
}

/** A duty outside the assignments; `deadline` null: no date is stated. */
export interface OtherDuty extends Found {
  readonly text: string
  readonly deadline: PlainDate | null
  readonly deadlineText: string | null
  readonly section: string | null
}

/** A line of the reporting calendar. */
export interface ReportingDeadline extends Found {
  readonly report: string
  readonly countDate: PlainDate | null
  readonly due: PlainDate | null
  readonly dueText: string | null
}

/** A line of the meeting calendar; `date` only when a single day is stated. */
export interface Meeting extends Found {
  readonly type: string
  readonly period: string | null
  readonly date: PlainDate | null
}

/** The unit in which the source wrote an amount. */
export type AmountUnit = 'kroner' | '1000-kroner' | 'mill-kroner'

/** Money at disposal on one item (post); whole kroner, null when the letter gives no amount. */
export interface Appropriation extends Found {
  readonly chapter: string
  readonly chapterName: string | null
  readonly item: string
  readonly name: string
  readonly amountNOK: number | null
  readonly amountText: string | null
  readonly unit: AmountUnit
  /** The keywords attached to the item, such as “kan overføres”. */
  readonly keywords: readonly string[]
}

/** A chapter's sum: as stated, and as computed from its lines. Null `sumNOK`: no sum is stated. */
export interface ChapterSum extends Found {
  readonly chapter: string
  readonly sumNOK: number | null
  readonly computedNOK: number
  readonly agrees: boolean | null
}

/** A bound part of an item (budsjettbinding). */
export interface Earmark extends Found {
  readonly chapter: string | null
  readonly item: string | null
  readonly amountNOK: number
  readonly text: string
  readonly parts: readonly { readonly text: string; readonly amountNOK: number }[]
}

/** A recipient named in the letter with its amount. */
export interface Recipient extends Found {
  readonly chapter: string | null
  readonly item: string | null
  readonly name: string
  readonly amountNOK: number
}

/** Which letter a supplement adds to. */
export interface Supplements extends Found {
  readonly text: string
  readonly year: number | null
  readonly supplementNo: string | null
}

/** The whole reading. `kind` null: not a letter of steering; then `looksLike` says what it seems to be. */
export interface LetterReading {
  readonly kind: LetterKind | null
  readonly looksLike: LooksLike | null
  readonly language: 'nb' | 'nn'
  readonly agency: Stated<string> | null
  readonly agencyShort: string | null
  readonly ministry: Stated<string> | null
  readonly ministryShort: string | null
  readonly reference: Stated<string> | null
  readonly date: Stated<PlainDate> | null
  readonly year: Stated<number> | null
  readonly supplements: Supplements | null
  readonly goals: readonly Goal[]
  readonly steeringParameters: readonly SteeringParameter[]
  readonly reportingRequirements: readonly ReportingRequirement[]
  readonly assignments: readonly Assignment[]
  readonly otherDuties: readonly OtherDuty[]
  readonly reportingDeadlines: readonly ReportingDeadline[]
  readonly meetings: readonly Meeting[]
  readonly appropriations: readonly Appropriation[]
  readonly chapterSums: readonly ChapterSum[]
  readonly earmarks: readonly Earmark[]
  readonly recipients: readonly Recipient[]
  /** All doubts, those of each thing included, in the order of the text, each once. */
  readonly doubts: readonly Doubt[]
}
