import { ProblemError } from '../../../platform/rules/problem.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { requireContent, type Written } from './check-finding.ts'
import { insertFindings, lockFinding, lockFindings, lockLetter, requireState } from './store.ts'

/** A finding as a person makes it: what it is, and where it stands when that is known. */
export interface MadeFinding {
  readonly kind: string
  readonly content: unknown
  readonly start?: number | null
  readonly end?: number | null
}

/** Leaves the originals out of the register, with the word of what became of them. */
const retire = async (tx: Tx, ids: readonly string[], reason: 'split' | 'merge'): Promise<void> => {
  await tx.sql`update governance.finding set state = 'rejected', reason = ${reason} where id = any(${[...ids]})`
}

/** Makes several findings of one that the reader had run together. The new ones are taken; the first one is left out. */
export const splitFinding = async (
  tx: Tx,
  id: string,
  seen: number,
  parts: readonly MadeFinding[],
): Promise<{ ids: string[] }> => {
  const checked = parts.map((part) => requireContent(part.kind, part.content))
  const finding = await lockFinding(tx, id, seen, 'split')
  await retire(tx, [id], 'split')
  const ids = await insertFindings(
    tx,
    checked.map((content, index) => ({
      letter: finding.letter,
      ...content,
      position: finding.position,
      start: parts[index]?.start ?? finding.source_start,
      end: parts[index]?.end ?? finding.source_end,
      line: finding.source_line,
      confidence: 1,
      doubts: [],
      state: 'corrected',
      origin: 'split',
      madeFrom: [id],
    })),
  )
  tx.audit({ action: 'finding.split', kind: 'finding', id, detail: { letter: finding.letter, into: ids } })
  return { ids }
}

/** Makes one finding of several that are the same thing. The new one is taken and stands where the first stood. */
export const mergeFindings = async (
  tx: Tx,
  letter: string,
  seen: readonly Written[],
  made: MadeFinding,
): Promise<{ ids: string[] }> => {
  const content = requireContent(made.kind, made.content)
  const findings = await lockFindings(tx, letter, seen, 'merge')
  const [first] = findings.sort((a, b) => a.position - b.position)
  if (!first) throw new ProblemError('invalid-input', { field: 'findings', rule: 'minItems' })
  await retire(
    tx,
    findings.map((finding) => finding.id),
    'merge',
  )
  const ids = await insertFindings(tx, [
    {
      letter,
      ...content,
      position: first.position,
      start: first.source_start,
      end: first.source_end,
      line: first.source_line,
      confidence: 1,
      doubts: [],
      state: 'corrected',
      origin: 'merge',
      madeFrom: findings.map((finding) => finding.id),
    },
  ])
  tx.audit({
    action: 'finding.merge',
    kind: 'letter',
    id: letter,
    detail: { from: seen.map((one) => one.id), into: ids },
  })
  return { ids }
}

/** Adds what the reader did not see, from a passage that a person has selected in the text. */
export const addFinding = async (tx: Tx, letterId: string, made: MadeFinding): Promise<{ ids: string[] }> => {
  const content = requireContent(made.kind, made.content)
  const letter = await lockLetter(tx, letterId, 'share')
  requireState(letter, ['checking'], 'add')
  const { start = null, end = null } = made
  const [place] = await tx.sql<{ whole: boolean; line: number | null; position: number }[]>`
    select ${start}::int is null or (${start}::int < ${end}::int and ${end}::int <= length(text)) as whole,
      length(left(text, ${start}::int)) - length(replace(left(text, ${start}::int), E'\n', '')) + 1 as line,
      coalesce((select max(position) from governance.finding f
        where f.letter = l.id and f.source_start <= ${start}::int), 0) as position
    from governance.letter l where id = ${letterId}`
  if (!place?.whole || (start === null) !== (end === null)) {
    throw new ProblemError('invalid-input', { field: 'end', rule: 'maximum' })
  }
  const ids = await insertFindings(tx, [
    {
      letter: letterId,
      ...content,
      position: place.position,
      start,
      end,
      line: place.line,
      confidence: 1,
      doubts: [],
      state: 'corrected',
      origin: 'person',
      madeFrom: [],
    },
  ])
  tx.audit({ action: 'finding.add', kind: 'letter', id: letterId, detail: { kind: content.kind, into: ids } })
  return { ids }
}
