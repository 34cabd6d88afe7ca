import type { PlainDate } from '../../../platform/rules/plain-date.ts'
import { ProblemError } from '../../../platform/rules/problem.ts'
import type { Result } from '../../../platform/rules/result.ts'
import { type LockedRecord, lockRecord, type Register } from '../../../platform/server/register/lock-record.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { type Deadline, nextDeadline } from '../../rules/follow-up/deadline.ts'
import type { Light } from '../../rules/follow-up/light.ts'
import { type CommitmentState, type FollowUpStep, requireStep } from '../../rules/follow-up/state.ts'
import { governanceProblem } from '../../rules/problems.ts'
import { organisationName } from './organisation-name.ts'

/** A commitment that this transaction holds. */
export interface LockedCommitment extends LockedRecord {
  readonly code: string | null
  readonly title: string
  readonly state: CommitmentState
  readonly light: Light | null
  readonly owner_unit: string | null
  readonly owner_person: string | null
}

const commitments: Register = {
  table: 'governance.commitment',
  kind: 'commitment',
  columns: ['code', 'title', 'state', 'light', 'owner_unit', 'owner_person'],
  refuse: (tx, id) => refuseWrite(tx, id),
}

/** The value of a rule's answer; throws its problem. */
export const orThrow = <T>(result: Result<T>): T => {
  if (result.ok) return result.value
  throw new ProblemError(result.problem)
}

/**
 * Takes a commitment for writing. It is the root of all that follow-up records about it (notes, deadlines,
 * deliveries, dependencies), so one version guards them all: throws `changed-by-other` when it is not the one that the
 * writer saw, `not-allowed-in-state` when the state refuses the step, `not-found` when the actor sees no such thing, and
 * `not-owner` when it is another's: the row is then read, but not given to be written.
 */
export const lockCommitment = async (
  tx: Tx,
  id: string,
  version: number,
  step: FollowUpStep,
): Promise<LockedCommitment> => {
  const commitment = await lockRecord<LockedCommitment>(tx, commitments, id, version)
  orThrow(requireStep(commitment.state, step))
  return commitment
}

/** Says why a commitment is not to be written: throws `not-owner` with who owns it, or `not-found`. */
export const refuseWrite = async (tx: Tx, id: string): Promise<never> => {
  const [row] = await tx.sql<{ owner: string }[]>`
    select concat_ws(', ', access.name_of(c.owner_person),
      (select ${organisationName(tx)} from reference.organisation_name o where o.id = c.owner_unit)) as owner
    from governance.commitment c where c.id = ${id}`
  throw row
    ? new ProblemError(governanceProblem('not-owner', { owner: row.owner || '–' }))
    : new ProblemError('not-found', { kind: 'commitment' })
}

/** The commitment's deadlines, earliest first. */
export const deadlinesOf = async (tx: Tx, commitment: string): Promise<Deadline[]> => {
  const rows = await tx.sql<{ id: string; due: PlainDate; met_on: PlainDate | null; own: boolean }[]>`
    select id, due, met_on, own from governance.deadline where commitment = ${commitment} order by due, id`
  return rows.map((row) => ({ id: row.id, due: row.due, metOn: row.met_on, own: row.own }))
}

/** What a write changes on the commitment itself; what is left out stays as it is. */
export interface CommitmentChange {
  readonly light?: Light
  readonly state?: CommitmentState
  readonly state_reason?: string | null
  readonly next_deadline?: PlainDate | null
  readonly owner_unit?: string | null
  readonly owner_person?: string | null
  readonly lead?: string | null
  readonly partners?: readonly string[]
  readonly financing?: string | null
  readonly frequency?: string | null
  readonly recurrence?: string | null
}

/** Stores the change and gives the new version; without changes it still counts up, so that no one writes past it. */
export const storeChange = async (tx: Tx, id: string, change: CommitmentChange): Promise<{ version: number }> => {
  const columns = Object.keys(change).length === 0 ? tx.sql`position = position` : tx.sql.set(change)
  const [row] = await tx.sql<{ version: number }[]>`
    update governance.commitment set ${columns} where id = ${id} returning version`
  return row ? { version: row.version } : refuseWrite(tx, id)
}

/** The date that the list sorts by, as the deadlines now stand; none when nothing more is owed. */
export const nextOf = (state: CommitmentState, deadlines: readonly Deadline[]): PlainDate | null =>
  state === 'open' ? nextDeadline(deadlines) : null

/** Code and title as a person would name it. */
export const nameOf = (commitment: { readonly code: string | null; readonly title: string }): string =>
  commitment.code === null ? commitment.title : `${commitment.code} ${commitment.title}`
