import { recordAllocations } from '../../../appropriations/server/index.ts'
import { osloDate, type PlainDate } from '../../../platform/rules/plain-date.ts'
import { ProblemError } from '../../../platform/rules/problem.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { decideLate, type LateDecision } from '../../rules/late-deadlines.ts'
import { governanceProblem } from '../../rules/problems.ts'
import type { PlannedMoney, RegisterPlan } from '../../rules/register-plan.ts'
import { proposeMeasures } from '../rhythm/propose-measures.ts'
import { type Approval, planApproval } from './approval-plan.ts'
import type { Written } from './check-finding.ts'
import { type LetterRow, lockLetter, requireState, updateLetter } from './store.ts'
import { storeRegister } from './store-register.ts'

const moneyItem = ({ source, ...line }: PlannedMoney) => ({
  ...line,
  source: source.start === null || source.end === null ? null : { start: source.start, end: source.end },
})

const recordMoney = async (tx: Tx, letter: LetterRow, year: number, plan: RegisterPlan): Promise<void> => {
  if (plan.money.length === 0 || letter.kind === null) return
  await recordAllocations(tx, {
    letter: { id: letter.id, title: letter.title, kind: letter.kind, date: letter.letter_date as PlainDate | null },
    year,
    items: plan.money.map(moneyItem),
  })
}

/** Notifies the owners of what the letter withdraws or replaces; what follows, they open from there. */
const notifyOwners = async (tx: Tx, letter: LetterRow, plan: RegisterPlan): Promise<void> => {
  if (plan.endings.length === 0) return
  const rows = await tx.sql<{ id: string; title: string; state: string; owner_person: string }[]>`
    select id, concat_ws(' ', code, title) as title, state, owner_person from governance.commitment
    where id = any(${plan.endings.map((ending) => ending.commitment)}) and owner_person is not null
      and parent is null and owner_person is distinct from access.actor()`
  for (const row of rows) {
    const code = row.state === 'withdrawn' ? 'commitment-withdrawn' : 'commitment-replaced'
    const params = { title: row.title, letter: letter.title }
    tx.notify({ to: row.owner_person, code, params, link: `/register/${row.id}` })
  }
}

/** What people left open is taken as it was read, with the reason on each. */
const takeTheRest = async (tx: Tx, letter: string, reason: string): Promise<void> => {
  await tx.sql`update governance.finding set state = 'accepted', reason = ${reason}
    where letter = ${letter} and state = 'open'`
  await tx.sql`update governance.doubt set handled_note = ${reason}, handled_at = ${tx.now}
    where letter = ${letter} and handled_at is null`
}

const counts = ({ plan, unchecked, openDoubts }: Approval) => ({
  commitments: plan.commitments.length,
  links: plan.links.length,
  ended: plan.endings.length,
  money: plan.money.length,
  unchecked: unchecked.size,
  doubtsLeft: openDoubts,
})

/**
 * Approves a checked letter: it becomes the register, with its chain and its money, in one transaction. Throws
 * `letter-not-checked` with how much is left, unless a reason is given for leaving it, and `deadlines-passed` unless it is
 * said what becomes of each that has passed.
 */
export const approveLetter = async (
  tx: Tx,
  id: string,
  seen: number,
  reason: string | null,
  late: readonly LateDecision[],
): Promise<Written> => {
  const letter = await lockLetter(tx, id, 'update', seen)
  requireState(letter, ['checking'], 'approve')
  // Approvals change each other's register: one at a time.
  await tx.sql`select pg_advisory_xact_lock(hashtext('governance.approve'))`
  const approval = await planApproval(tx, letter)
  const open = approval.unchecked.size + approval.openDoubts
  if (open > 0) {
    if (reason === null) throw new ProblemError(governanceProblem('letter-not-checked', { open }))
    await takeTheRest(tx, id, reason)
  }
  const plan = decideLate(approval.plan, late, osloDate(tx.now))
  if (!plan.ok) throw new ProblemError(plan.problem)
  await storeRegister(tx, { id, year: approval.year }, plan.value, approval.unchecked)
  await recordMoney(tx, letter, approval.year, approval.plan)
  await proposeMeasures(tx, id)
  const written = await updateLetter(tx, id, {
    state: 'approved',
    approved_at: tx.now,
    approved_by: tx.actor.personId,
    approval_reason: open > 0 ? reason : null,
  })
  await notifyOwners(tx, letter, approval.plan)
  tx.audit({
    action: 'letter.approve',
    kind: 'letter',
    id,
    detail: { ...counts(approval), ...(reason ? { reason } : {}) },
  })
  return written
}
