import type { PlainDate } from '../../platform/rules/plain-date.ts'
import type { FindingContents } from './finding.ts'

/** What approval will do to the register, worked out before it is done. Nothing here has touched the database. */

/** The kinds of commitment that a letter gives. */
export type CommitmentKind =
  | 'steering-parameter'
  | 'reporting-requirement'
  | 'assignment'
  | 'milestone'
  | 'report'
  | 'meeting'
  | 'duty'

/** How a later mention relates to the earlier one. */
export type ChainRelation = 'continues' | 'revises' | 'moves' | 'withdraws'

/** A date by which something is due. */
export interface PlannedDeadline {
  readonly due: PlainDate
  readonly label: string | null
  readonly countDate: PlainDate | null
  /** Set when the earlier mention's same deadline had been met. */
  readonly metOn: PlainDate | null
}

/** What the letter says of a commitment, as the register's columns have it. */
export interface CommitmentFacts {
  readonly code: string | null
  readonly title: string
  readonly grouping: string | null
  readonly purpose: string | null
  readonly baseline: string | null
  readonly description: string | null
  readonly frequency: string | null
  readonly recurrence: string | null
  readonly deadlineText: string | null
  readonly lead: string | null
  readonly partners: readonly string[]
  readonly financing: string | null
}

/** What goes on from the earlier mention. */
export interface CarriedOver {
  readonly ownerUnit: string | null
  readonly ownerPerson: string | null
  readonly light: 'green' | 'yellow' | 'red' | null
}

/** A commitment of the register as it stands before approval. */
export interface KnownCommitment extends CommitmentFacts, CarriedOver {
  readonly id: string
  readonly kind: CommitmentKind
  readonly state: 'open' | 'done' | 'withdrawn' | 'replaced'
  readonly parent: string | null
  readonly goal: string | null
  readonly goalNo: string | null
  readonly year: number
  /** Date of the letter that gave it; null when the letter states none. */
  readonly letterDate: PlainDate | null
  readonly deadlines: readonly {
    readonly due: PlainDate
    readonly label: string | null
    readonly metOn: PlainDate | null
  }[]
}

/** A goal that the register already has. */
export interface KnownGoal {
  readonly id: string
  /** Null where the letter gives the goal no number. */
  readonly number: string | null
  readonly title: string
}

/** A place in the letter's text. */
export interface PlannedSource {
  readonly start: number | null
  readonly end: number | null
}

/** A goal that approval will make. */
export interface PlannedGoal {
  readonly key: string
  /** Null where the letter gives the goal no number. */
  readonly number: string | null
  readonly title: string
}

/** A commitment that approval will make; parents stand before their parts. */
export interface PlannedCommitment extends CommitmentFacts, CarriedOver {
  readonly key: string
  readonly kind: CommitmentKind
  /** Key of a planned goal, or id of one that the register has. */
  readonly goal: { readonly planned: string } | { readonly known: string } | null
  readonly parent: string | null
  readonly state: 'open' | 'done' | 'withdrawn'
  readonly source: PlannedSource
  readonly deadlines: readonly PlannedDeadline[]
  readonly requirements: FindingContents['steering-parameter']['requirements']
}

/** A link of the chain; `earlier` null: known by its code only, from before Fotfeste. */
export interface PlannedLink {
  readonly later: string
  readonly earlier: string | null
  readonly earlierCode: string
  readonly relation: ChainRelation
}

/** An earlier commitment that the letter ends. */
export interface PlannedEnding {
  readonly commitment: string
  readonly state: 'replaced' | 'withdrawn'
}

/** A line of money. */
export interface PlannedMoney {
  readonly kind: 'chapter' | 'item' | 'binding' | 'recipient'
  readonly chapter: string | null
  readonly item: string | null
  readonly name: string
  readonly amountNok: number | null
  readonly keywords: readonly string[]
  readonly source: PlannedSource
}

/** Something that the one who approves should know, with the finding's title. */
export interface PlanRemark {
  readonly code:
    | 'other-agency'
    | 'code-in-use'
    | 'withdraws-unknown'
    | 'revises-unknown'
    | 'earlier-unknown'
    | 'goal-unknown'
    | 'looks-like-earlier'
  readonly title: string
  readonly detail: string
}

/** The whole plan. */
export interface RegisterPlan {
  readonly goals: readonly PlannedGoal[]
  readonly commitments: readonly PlannedCommitment[]
  readonly links: readonly PlannedLink[]
  readonly endings: readonly PlannedEnding[]
  readonly money: readonly PlannedMoney[]
  readonly remarks: readonly PlanRemark[]
}
