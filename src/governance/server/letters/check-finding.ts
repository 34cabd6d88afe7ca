import { ProblemError } from '../../../platform/rules/problem.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { checkContent } from '../../rules/finding.ts'
import { type FindingKind, isConfident, isFindingKind } from '../../rules/finding-kind.ts'
import { type FindingRow, lockFinding, lockFindings, updateFinding } from './store.ts'

/** What a write answers. */
export interface Written {
  readonly id: string
  readonly version: number
}

const line = (tx: Tx, action: string, finding: FindingRow, detail: Record<string, unknown> = {}): void =>
  tx.audit({ action, kind: 'finding', id: finding.id, detail: { letter: finding.letter, ...detail } })

/** Takes a finding as it stands; its doubts are then looked at and settled. */
export const acceptFinding = async (tx: Tx, id: string, seen: number): Promise<Written> => {
  const finding = await lockFinding(tx, id, seen, 'accept')
  line(tx, 'finding.accept', finding)
  return updateFinding(tx, id, { state: 'accepted', reason: null })
}

/** Leaves a finding out of the register, with the reason. It stays with the letter. */
export const rejectFinding = async (tx: Tx, id: string, seen: number, reason: string): Promise<Written> => {
  const finding = await lockFinding(tx, id, seen, 'reject')
  line(tx, 'finding.reject', finding, { reason })
  return updateFinding(tx, id, { state: 'rejected', reason })
}

/** Opens a finding again that was accepted or rejected. What was corrected keeps its correction. */
export const reopenFinding = async (tx: Tx, id: string, seen: number): Promise<Written> => {
  const finding = await lockFinding(tx, id, seen, 'reopen')
  line(tx, 'finding.reopen', finding, { from: finding.state })
  return updateFinding(tx, id, { state: 'open', reason: null })
}

/** The content by its kind's contract, or the problem that names the wrong field. */
export const requireContent = (kind: string, content: unknown) => {
  if (!isFindingKind(kind)) throw new ProblemError('invalid-input', { field: 'kind', rule: 'enum' })
  const checked = checkContent(kind, content)
  if (!checked.ok) throw new ProblemError(checked.problem)
  return checked.value
}

/** Keeps a person's correction, and possibly another kind; a corrected finding is taken. */
export const correctFinding = async (
  tx: Tx,
  id: string,
  seen: number,
  kind: FindingKind,
  content: unknown,
): Promise<Written> => {
  const correct = requireContent(kind, content)
  const finding = await lockFinding(tx, id, seen, 'correct')
  line(tx, 'finding.correct', finding, { kind: correct.kind })
  return updateFinding(tx, id, {
    kind: correct.kind,
    content: tx.sql.json(correct.content),
    state: 'corrected',
    reason: null,
  })
}

/**
 * Takes many findings at once, those that the person saw and agreed to. Only confident ones without doubts: throws
 * `not-allowed-in-state` if another is among them, and `changed-by-other` if someone has changed one meanwhile.
 */
export const acceptFindings = async (
  tx: Tx,
  letter: string,
  seen: readonly Written[],
): Promise<{ accepted: number }> => {
  for (const finding of await lockFindings(tx, letter, seen, 'accept')) {
    if (!isConfident(finding)) {
      throw new ProblemError('not-allowed-in-state', { state: finding.state, action: 'accept-together' })
    }
  }
  await tx.sql`update governance.finding set state = 'accepted' where id = any(${seen.map((one) => one.id)})`
  tx.audit({
    action: 'finding.accept-many',
    kind: 'letter',
    id: letter,
    detail: { findings: seen.map((one) => one.id) },
  })
  return { accepted: seen.length }
}
