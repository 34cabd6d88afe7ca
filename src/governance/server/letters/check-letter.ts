import { ProblemError } from '../../../platform/rules/problem.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import type { LetterKind } from '../../rules/letter/types.ts'
import { governanceProblem } from '../../rules/problems.ts'
import type { Written } from './check-finding.ts'
import { lockDoubt, lockLetter, requireState, updateDoubt, updateLetter } from './store.ts'

/** Settles a doubt with a note on what was found out; without a note it is open again. */
export const handleDoubt = async (tx: Tx, id: string, seen: number, note: string | null): Promise<Written> => {
  const doubt = await lockDoubt(tx, id, seen)
  const written = await updateDoubt(tx, id, { handled_note: note, handled_at: note === null ? null : tx.now })
  const action = note === null ? 'doubt.reopen' : 'doubt.handle'
  tx.audit({ action, kind: 'doubt', id, detail: { letter: doubt.letter, ...(note === null ? {} : { note }) } })
  return written
}

/** What is said at the top of a letter. */
export interface LetterHead {
  readonly kind: LetterKind
  readonly title: string
  readonly agency: string | null
  readonly ministry: string | null
  readonly reference: string | null
  readonly date: string | null
  readonly year: number | null
  readonly supplements: string | null
}

/** Corrects the head of a letter that is being checked. */
export const correctHead = async (tx: Tx, id: string, seen: number, head: LetterHead): Promise<Written> => {
  const letter = await lockLetter(tx, id, 'update', seen)
  requireState(letter, ['checking'], 'correct')
  if (head.supplements === id) throw new ProblemError('invalid-input', { field: 'supplements', rule: 'self' })
  if (head.supplements !== null) {
    const [other] = await tx.sql`select from governance.letter
      where id = ${head.supplements} and state in ('checking', 'approved')`
    if (!other) throw new ProblemError('not-found', { kind: 'letter' })
  }
  const { date, ...same } = head
  const written = await updateLetter(tx, id, { ...same, letter_date: date })
  tx.audit({ action: 'letter.correct', kind: 'letter', id })
  return written
}

/**
 * Reads a failed letter once more. `kind` is a person's word that the text is a letter after all, when the reader did
 * not recognise it.
 */
export const retryLetter = async (tx: Tx, id: string, seen: number, kind: LetterKind | null): Promise<Written> => {
  const letter = await lockLetter(tx, id, 'update', seen)
  requireState(letter, ['failed'], 'retry')
  const [same] = await tx.sql<{ id: string; title: string }[]>`select id, title from governance.letter
    where sha256 = ${letter.sha256} and state in ('reading', 'checking', 'approved')`
  if (same) throw new ProblemError(governanceProblem('letter-already-read', { name: same.title, letterId: same.id }))
  const written = await updateLetter(tx, id, { state: 'reading', failure: null, kind })
  tx.enqueue('read-letter', { letter: id }, { key: `read-letter ${id}` })
  tx.audit({ action: 'letter.retry', kind: 'letter', id, detail: kind === null ? {} : { kind } })
  return written
}

/** Puts away a letter that was read by mistake, before it is approved. The file and what was found stay kept. */
export const discardLetter = async (tx: Tx, id: string, seen: number, reason: string): Promise<Written> => {
  const letter = await lockLetter(tx, id, 'update', seen)
  requireState(letter, ['reading', 'checking', 'failed'], 'discard')
  const written = await updateLetter(tx, id, { state: 'discarded' })
  tx.audit({ action: 'letter.discard', kind: 'letter', id, detail: { reason } })
  return written
}
