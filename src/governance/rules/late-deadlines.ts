import type { PlainDate } from '../../platform/rules/plain-date.ts'
import { fail, ok, type Result } from '../../platform/rules/result.ts'
import { governanceProblem } from './problems.ts'
import type { PlannedCommitment, PlannedDeadline, RegisterPlan } from './register-plan.ts'

/**
 * What becomes of a deadline that has passed when its letter is approved: it still applies and is late; what was due was
 * delivered on that date; or it is left out, and stands only in words.
 */
export const lateChoices = ['open', 'met', 'undated'] as const

/** One of {@link lateChoices}. */
export type LateChoice = (typeof lateChoices)[number]

/** A deadline that approval makes late at once. */
export interface LateDeadline {
  /** The planned commitment, the same each time the letter is planned. */
  readonly key: string
  readonly title: string
  readonly due: PlainDate
}

/** What somebody has decided about a {@link LateDeadline}. */
export interface LateDecision {
  readonly key: string
  readonly due: string
  readonly choice: LateChoice
}

const isLate = (one: PlannedCommitment, { due, metOn }: PlannedDeadline, today: PlainDate): boolean =>
  one.state === 'open' && metOn === null && due < today

/** The deadlines of a plan that have passed without being met, the oldest first. */
export const lateDeadlines = (plan: RegisterPlan, today: PlainDate): LateDeadline[] =>
  plan.commitments
    .flatMap((one) =>
      one.deadlines
        .filter((deadline) => isLate(one, deadline, today))
        .map(({ due }) => ({ key: one.key, title: [one.code, one.title].filter(Boolean).join(' '), due })),
    )
    .sort((a, b) => a.due.localeCompare(b.due))

const inWords = (due: PlainDate): string => due.split('-').reverse().join('.')

/** The date beside the letter's own words: neither is lost. */
const said = (words: string | null, date: string): string => (words === null ? date : `${words} (${date})`)

const decided = (one: PlannedCommitment, choiceOf: (due: PlainDate) => LateChoice | null): PlannedCommitment => {
  const deadlines = one.deadlines
    .filter(({ due }) => choiceOf(due) !== 'undated')
    .map((deadline) => (choiceOf(deadline.due) === 'met' ? { ...deadline, metOn: deadline.due } : deadline))
  const left = one.deadlines.filter(({ due }) => choiceOf(due) === 'undated').map(({ due }) => inWords(due))
  const allMet = deadlines.length > 0 && left.length === 0 && deadlines.every(({ metOn }) => metOn !== null)
  return {
    ...one,
    deadlines,
    deadlineText: left.length === 0 ? one.deadlineText : said(one.deadlineText, left.join(', ')),
    state: allMet ? 'done' : one.state,
  }
}

/** The plan with each late deadline as it was decided; the problem `deadlines-passed` when one of them was not. */
export const decideLate = (
  plan: RegisterPlan,
  decisions: readonly LateDecision[],
  today: PlainDate,
): Result<RegisterPlan> => {
  const choices = new Map(decisions.map(({ key, due, choice }) => [`${key} ${due}`, choice]))
  const late = lateDeadlines(plan, today)
  const left = late.filter(({ key, due }) => !choices.has(`${key} ${due}`))
  if (left.length > 0) return fail(governanceProblem('deadlines-passed', { count: left.length }))
  const asked = new Map(late.map(({ key, due }) => [`${key} ${due}`, choices.get(`${key} ${due}`) ?? null]))
  const touched = new Set(late.map(({ key }) => key))
  const commitments = plan.commitments.map((one) =>
    touched.has(one.key) ? decided(one, (due) => asked.get(`${one.key} ${due}`) ?? null) : one,
  )
  return ok({ ...plan, commitments })
}
