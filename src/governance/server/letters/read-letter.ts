import { type Problem, ProblemError, problem } from '../../../platform/rules/problem.ts'
import type { ReadText } from '../../../platform/server/documents/open-text.ts'
import { type InTx, readWhole } from '../../../platform/server/files.ts'
import { insertMany } from '../../../platform/server/insert-many.ts'
import { ReaderEnded } from '../../../platform/server/isolated/run-isolated.ts'
import type { Task } from '../../../platform/server/module.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { isUnsure } from '../../rules/finding-kind.ts'
import type { LetterKind } from '../../rules/letter/types.ts'
import { letterTitle } from '../../rules/letter-title.ts'
import { governanceProblem } from '../../rules/problems.ts'
import { readLetterFile } from './read-file.ts'
import type { ReadLetter } from './read-letter-text.ts'
import { insertFindings } from './store.ts'

interface Waiting {
  readonly id: string
  readonly name: string
  readonly size: number
  /** Said by a person who knows better than the reader; null: the reader decides. */
  readonly kind: LetterKind | null
  /** Readings that have begun and not come back, this one too. */
  readonly times: number
}

/** What came of a file: a reading with its text, or the problem to show. */
type Outcome =
  | (ReadText & ReadLetter & { readonly ok: true; readonly kind: LetterKind })
  | { readonly ok: false; readonly failure: Problem }

/** Readings that may end with their process; the first may be the fault of a restart or of another's memory. */
const triesAtMost = 2

/** Takes the letter's file, and counts the reading before it begins. */
const beginReading = async (tx: Tx, letter: string): Promise<Waiting | null> => {
  const [row] = await tx.sql<Omit<Waiting, 'times'>[]>`
    select f.id, f.name, f.size, l.kind from governance.letter l join platform.file f on f.id = l.file
    where l.id = ${letter} and l.state = 'reading'`
  if (!row) return null
  const [tried] = await tx.sql<{ times: number }[]>`insert into governance.reading_try as tried (letter)
    values (${letter}) on conflict (letter) do update set times = tried.times + 1 returning times`
  return { ...row, times: tried?.times ?? 1 }
}

/** The reading came back: what follows, a lost database say, is not the file's doing. */
const endReading = async (tx: Tx, letter: string): Promise<void> => {
  await tx.sql`delete from governance.reading_try where letter = ${letter}`
}

/** Reads the file's text and what the letter says. Slow, so it is done outside any transaction. */
const readFile = async (inTx: InTx, file: Waiting): Promise<Outcome> => {
  const { name, kind, times } = file
  if (times > triesAtMost) return { ok: false, failure: problem('file-too-demanding', { name }) }
  try {
    const read = await readLetterFile(await readWhole(inTx, file), name)
    const known = kind ?? read.reading.kind
    if (known === null) {
      const looksLike = read.reading.looksLike ?? 'other'
      return { ok: false, failure: governanceProblem('letter-not-recognised', { name, looksLike }) }
    }
    return { ...read, ok: true, kind: known }
  } catch (error) {
    if (error instanceof ReaderEnded && times < triesAtMost) throw error
    if (error instanceof ProblemError) return { ok: false, failure: error.problem }
    throw error
  }
}

const keepFailure = async (tx: Tx, letter: string, failure: Problem): Promise<void> => {
  const [row] = await tx.sql<{ recorded_by: string | null }[]>`
    select recorded_by from governance.letter where id = ${letter} and state = 'reading' for update`
  if (!row) return
  await tx.sql`update governance.letter set state = 'failed', failure = ${tx.sql.json(failure)}
    where id = ${letter}`
  tx.audit({ action: 'letter.read.fail', kind: 'letter', id: letter, detail: { code: failure.code } })
  if (row.recorded_by) {
    const params = { name: String(failure.params.name ?? '') }
    tx.notify({ to: row.recorded_by, code: 'letter-failed', params, link: '/letters', mail: false })
  }
}

/** The letter that a supplement adds to: this year's, the latest that was read. */
const supplemented = async (tx: Tx, letter: string, year: number | null): Promise<string | null> => {
  const [found] = await tx.sql<{ id: string }[]>`
    select id from governance.letter
    where year = ${year} and kind = 'allocation-letter' and state in ('checking', 'approved') and id <> ${letter}
    order by (state = 'approved') desc, letter_date desc nulls last limit 1`
  return found?.id ?? null
}

/** Keeps everything that was read, in one transaction: killed in the middle, nothing of it is there. */
const keepReading = async (tx: Tx, letter: string, read: Outcome & { ok: true }): Promise<void> => {
  const { sql } = tx
  const [row] = await sql<{ recorded_by: string | null }[]>`
    select recorded_by from governance.letter where id = ${letter} and state = 'reading' for update`
  if (!row) return // another run of the same job was faster
  const { reading, kind } = read
  const { findings, doubts } = read.found
  const year = reading.year?.value ?? null
  const title = letterTitle(kind, year, reading.supplements?.supplementNo ?? null)
  const adds = kind === 'supplement' ? await supplemented(tx, letter, year) : null
  await sql`update governance.letter set state = 'checking', kind = ${kind}, title = ${title},
    agency = ${reading.agency?.value ?? null}, ministry = ${reading.ministry?.value ?? null},
    reference = ${reading.reference?.value ?? null}, letter_date = ${reading.date?.value ?? null}, year = ${year},
    supplements = ${adds}, text = ${read.text}, format = ${read.format}, warnings = ${sql.json(read.warnings)},
    failure = null where id = ${letter}`
  await insertFindings(
    tx,
    findings.map((finding, position) => ({
      letter,
      kind: finding.kind,
      position,
      content: finding.content,
      start: finding.start,
      end: finding.end,
      line: finding.line,
      confidence: finding.confidence,
      doubts: finding.doubts,
      state: 'open',
      origin: 'reader',
      madeFrom: [],
    })),
  )
  const doubtRows = doubts.map(({ kind: why, text, line, start, end }) => ({
    letter,
    kind: why,
    text,
    line,
    source_start: start,
    source_end: end,
  }))
  await insertMany(tx, 'governance.doubt', doubtRows)
  const counts = { findings: findings.length, doubts: reading.doubts.length }
  tx.audit({ action: 'letter.read', kind: 'letter', id: letter, detail: counts })
  if (row.recorded_by) {
    const unsure = findings.filter((finding) => isUnsure({ ...finding, state: 'open' })).length
    const params = { title, findings: findings.length, unsure }
    tx.notify({ to: row.recorded_by, code: 'letter-read', params, link: `/letters/${letter}`, mail: false })
  }
}

/** The job of a letter ended its process twice: the letter is not read, and its sender is notified. */
export const giveUpLetterTask: Task = async (payload, { inTransaction }) => {
  const letter = String(payload.letter)
  await inTransaction(async (tx) => {
    const waiting = await beginReading(tx, letter)
    await endReading(tx, letter)
    if (waiting) await keepFailure(tx, letter, problem('file-too-demanding', { name: waiting.name }))
  })
}

/**
 * Reads a letter that waits. Idempotent: a letter that is no longer waiting is left alone, and a run that was killed
 * left nothing but the count of it. A file that cannot be read is a state of the letter, not a failure of the job.
 */
export const readLetterTask: Task = async (payload, { inTransaction }) => {
  const letter = String(payload.letter)
  const waiting = await inTransaction((tx) => beginReading(tx, letter))
  if (!waiting) return
  const outcome = await readFile(inTransaction, waiting).catch(async (error: unknown) => {
    if (error instanceof ReaderEnded) throw error // the queue tries once more
    // A fault of ours, which the same file would meet again: the person is notified, and the log gets the error.
    await inTransaction(async (tx) => {
      await endReading(tx, letter)
      await keepFailure(tx, letter, problem('unexpected', { requestId: tx.actor.requestId }))
    })
    throw error
  })
  await inTransaction((tx) => endReading(tx, letter))
  await inTransaction((tx) =>
    outcome.ok ? keepReading(tx, letter, outcome) : keepFailure(tx, letter, outcome.failure),
  )
}
