import { problem } from '../../../platform/rules/problem.ts'
import { fail, ok, type Result } from '../../../platform/rules/result.ts'

/**
 * Where a commitment is: to be delivered, all delivered, or taken out of the year by a later letter (withdrawn,
 * or replaced by a revision or a new number).
 */
export const commitmentStates = ['open', 'done', 'withdrawn', 'replaced'] as const

/** One of {@link commitmentStates}. */
export type CommitmentState = (typeof commitmentStates)[number]

/** What follow-up may do with a commitment. */
export const followUpSteps = ['assign', 'note', 'deliver', 'reopen', 'schedule', 'link', 'edit'] as const

/** One of {@link followUpSteps}. */
export type FollowUpStep = (typeof followUpSteps)[number]

/**
 * Which steps are allowed in which state; the screen shows these buttons and the server refuses the others. What a
 * letter has taken out is only read: the ministry withdraws, and only the ministry brings back.
 */
export const nextSteps = {
  open: ['assign', 'note', 'deliver', 'schedule', 'link', 'edit'],
  done: ['assign', 'note', 'reopen', 'link', 'edit'],
  withdrawn: [],
  replaced: [],
} as const satisfies Record<CommitmentState, readonly FollowUpStep[]>

/** True when the step is allowed in the state. */
export const mayTake = (state: CommitmentState, step: FollowUpStep): boolean =>
  (nextSteps[state] as readonly FollowUpStep[]).includes(step)

/** The step, or the problem that it is not allowed in the state. */
export const requireStep = (state: CommitmentState, step: FollowUpStep): Result<FollowUpStep> =>
  mayTake(state, step) ? ok(step) : fail(problem('not-allowed-in-state', { state, action: step }))
