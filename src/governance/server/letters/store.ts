import { ProblemError } from '../../../platform/rules/problem.ts'
import { insertMany } from '../../../platform/server/insert-many.ts'
import { lockRecord, lockRecords, type Register, updateRecord } from '../../../platform/server/register/lock-record.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import type { FindingKind, FindingState } from '../../rules/finding-kind.ts'
import type { LetterKind } from '../../rules/letter/types.ts'

/** A letter's row, without its text. */
export interface LetterRow {
  readonly id: string
  readonly state: 'reading' | 'checking' | 'approved' | 'failed' | 'discarded'
  readonly kind: LetterKind | null
  readonly title: string
  readonly agency: string | null
  readonly file: string
  readonly sha256: string
  readonly letter_date: string | null
  readonly year: number | null
  readonly version: number
}

const letters: Register = {
  table: 'governance.letter',
  kind: 'letter',
  columns: ['state', 'kind', 'title', 'agency', 'file', 'sha256', 'letter_date', 'year'],
}
const findings: Register = {
  table: 'governance.finding',
  kind: 'finding',
  columns: [
    'letter',
    'kind',
    'position',
    'content',
    'source_start',
    'source_end',
    'source_line',
    'confidence',
    'doubts',
    'state',
  ],
}
const doubts: Register = { table: 'governance.doubt', kind: 'doubt', columns: ['letter'] }

/** A finding's row as the writes need it. */
export interface FindingRow {
  readonly id: string
  readonly letter: string
  readonly kind: FindingKind
  readonly position: number
  readonly content: unknown
  readonly source_start: number | null
  readonly source_end: number | null
  readonly source_line: number | null
  readonly confidence: number
  readonly doubts: readonly { kind: string; text: string; line: number; start: number; end: number }[]
  readonly state: FindingState
  readonly version: number
}

/**
 * Locks a letter: for `update` when the letter itself is written, for `share` while its findings are, so that nobody
 * approves it meanwhile. Throws `not-found`, and `changed-by-other` when `seen` is another version.
 */
export const lockLetter = (tx: Tx, id: string, how: 'share' | 'update', seen?: number): Promise<LetterRow> =>
  lockRecord<LetterRow>(tx, letters, id, seen, how)

/** Stores a change of a letter that has been locked. */
export const updateLetter = (tx: Tx, id: string, change: object) => updateRecord(tx, letters, id, change)

/** Stores a change of a finding that has been locked. */
export const updateFinding = (tx: Tx, id: string, change: object) => updateRecord(tx, findings, id, change)

/** Stores a change of a doubt that has been locked. */
export const updateDoubt = (tx: Tx, id: string, change: object) => updateRecord(tx, doubts, id, change)

/** Throws unless the letter is in one of the states in which the action is allowed. */
export const requireState = (letter: LetterRow, states: readonly LetterRow['state'][], action: string): void => {
  if (!states.includes(letter.state)) throw new ProblemError('not-allowed-in-state', { state: letter.state, action })
}

/** Locks a finding whose letter is being checked. Throws as {@link lockLetter} does. */
export const lockFinding = async (tx: Tx, id: string, seen: number, action: string): Promise<FindingRow> => {
  const [place] = await tx.sql<{ letter: string }[]>`select letter from governance.finding where id = ${id}`
  if (!place) throw new ProblemError('not-found', { kind: 'finding' })
  requireState(await lockLetter(tx, place.letter, 'share'), ['checking'], action)
  return lockRecord<FindingRow>(tx, findings, id, seen)
}

/**
 * Locks several findings of one letter, in one order, so that two people who do the like at once wait for each other.
 * Throws as {@link lockFinding} does.
 */
export const lockFindings = async (
  tx: Tx,
  letter: string,
  seen: readonly { readonly id: string; readonly version: number }[],
  action: string,
): Promise<FindingRow[]> => {
  requireState(await lockLetter(tx, letter, 'share'), ['checking'], action)
  const rows = await lockRecords<FindingRow>(tx, findings, seen)
  if (rows.some((row) => row.letter !== letter)) throw new ProblemError('not-found', { kind: 'finding' })
  return rows
}

/** Locks a doubt whose letter is being checked. */
export const lockDoubt = async (tx: Tx, id: string, seen: number): Promise<{ id: string; letter: string }> => {
  const [place] = await tx.sql<{ letter: string }[]>`select letter from governance.doubt where id = ${id}`
  if (!place) throw new ProblemError('not-found', { kind: 'doubt' })
  requireState(await lockLetter(tx, place.letter, 'share'), ['checking'], 'handle')
  return lockRecord<{ letter: string }>(tx, doubts, id, seen)
}

/** A row to be kept as a finding. */
export interface FindingToKeep {
  readonly letter: string
  readonly kind: FindingKind
  readonly position: number
  readonly content: unknown
  readonly start: number | null
  readonly end: number | null
  readonly line: number | null
  readonly confidence: number
  readonly doubts: readonly unknown[]
  readonly state: FindingState
  readonly origin: 'reader' | 'person' | 'split' | 'merge'
  readonly madeFrom: readonly string[]
}

/** Keeps new findings; gives their ids in the same order. */
export const insertFindings = async (tx: Tx, findings: readonly FindingToKeep[]): Promise<string[]> => {
  const rows = findings.map((finding) => ({
    id: crypto.randomUUID(),
    letter: finding.letter,
    kind: finding.kind,
    position: finding.position,
    content: tx.sql.json(finding.content),
    source_start: finding.start,
    source_end: finding.end,
    source_line: finding.line,
    confidence: finding.confidence,
    doubts: tx.sql.json(finding.doubts),
    state: finding.state,
    origin: finding.origin,
    made_from: [...finding.madeFrom],
  }))
  await insertMany(tx, 'governance.finding', rows)
  return rows.map((row) => row.id)
}
