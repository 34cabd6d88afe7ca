import { ProblemError } from '../../../platform/rules/problem.ts'
import type { KeptFile } from '../../../platform/server/files.ts'
import { totalOf } from '../../../platform/server/register/list.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { confidentFrom } from '../../rules/finding-kind.ts'
import { ownerlessOf } from '../../rules/follow-up/counts.ts'
import type { Doubt, Finding, LetterLine, LetterView } from '../../rules/letter-shapes.ts'
import { commitmentList } from '../register/list-source.ts'

/** Letters with their progress, in one query; `id` null: all that are not put away. */
const lines = (tx: Tx, id: string | null) => tx.sql<LetterLine[]>`
  select l.id, l.state, l.kind, l.title, l.agency, l.ministry, l.reference, l.letter_date as date, l.year, l.supplements,
    f.name as "fileName", l.failure, l.version, f.recorded_at as "recordedAt",
    access.name_of(f.recorded_by) as "recordedBy", l.approved_at as "approvedAt",
    access.name_of(l.approved_by) as "approvedBy",
    jsonb_build_object('total', coalesce(n.total, 0), 'checked', coalesce(n.checked, 0),
      'unsure', coalesce(n.unsure, 0), 'openDoubts', coalesce(d.open_doubts, 0)) as progress
  from governance.letter l
  join platform.file f on f.id = l.file
  left join lateral (
    select count(*) as total, count(*) filter (where state <> 'open') as checked,
      count(*) filter (where state = 'open'
        and (jsonb_array_length(doubts) > 0 or confidence < ${confidentFrom}::real)) as unsure
    from governance.finding where letter = l.id
  ) n on true
  left join lateral (
    select count(*) as open_doubts from governance.doubt where letter = l.id and handled_at is null
  ) d on true
  where ${id === null ? tx.sql`l.state <> 'discarded'` : tx.sql`l.id = ${id}`}
  order by l.year desc nulls first, l.letter_date desc nulls first, f.recorded_at desc`

/** The list of letters, newest year first. */
export const viewLetters = async (tx: Tx) => ({ letters: await lines(tx, null) })

/** A short text that changes whenever the letter, a finding or a doubt of it changes. Throws `not-found`. */
export const viewLetterRevision = async (tx: Tx, id: string): Promise<string> => {
  const [row] = await tx.sql<{ revision: string }[]>`
    select l.version || '.' || coalesce((select sum(version) || '.' || count(*) from governance.finding
        where letter = l.id), '0') || '.' || coalesce((select sum(version) from governance.doubt
        where letter = l.id), 0) as revision
    from governance.letter l where l.id = ${id}`
  if (!row) throw new ProblemError('not-found', { kind: 'letter' })
  return row.revision
}

/** A letter with all that was found and doubted in it. Throws `not-found`. */
export const viewLetter = async (tx: Tx, id: string): Promise<LetterView> => {
  const { sql } = tx
  const [revision, [line], [more], findings, doubts] = await Promise.all([
    viewLetterRevision(tx, id),
    lines(tx, id),
    sql<(Pick<LetterView, 'warnings' | 'sha256'> & { commitments: number })[]>`select warnings, sha256,
        (select count(*)::int from governance.commitment c where c.letter = l.id and c.parent is null) as commitments
      from governance.letter l where id = ${id}`,
    sql<Finding[]>`select id, kind, position, content, source_start as start, source_end as "end", source_line as line,
        confidence, doubts, state, origin, reason, version, recorded_at as "changedAt",
        access.name_of(recorded_by) as "changedBy"
      from governance.finding where letter = ${id} order by position, recorded_at, id`,
    sql<Doubt[]>`select id, kind, text, line, source_start as start, source_end as "end", handled_note as note, version,
        recorded_at as "changedAt", access.name_of(recorded_by) as "changedBy"
      from governance.doubt where letter = ${id} order by source_start nulls first, id`,
  ])
  if (!line || !more) throw new ProblemError('not-found', { kind: 'letter' })
  const { commitments, ...kept } = more
  const register =
    line.state !== 'approved' || line.year === null
      ? null
      : { commitments, withoutOwner: await totalOf(tx, commitmentList, ownerlessOf(line.year)) }
  return { letter: line, ...kept, register, revision, findings, doubts }
}

/** The text that was read. Throws `not-found`. */
export const viewLetterText = async (tx: Tx, id: string): Promise<{ text: string }> => {
  const [row] = await tx.sql<{ text: string }[]>`select text from governance.letter where id = ${id}`
  if (!row) throw new ProblemError('not-found', { kind: 'letter' })
  return row
}

/** The original file, as it was handed in. Throws `not-found`. */
export const viewLetterFile = async (tx: Tx, id: string): Promise<KeptFile> => {
  const [row] = await tx.sql<KeptFile[]>`
    select f.id, f.name, f.media_type, f.size from governance.letter l join platform.file f on f.id = l.file
    where l.id = ${id}`
  if (!row) throw new ProblemError('not-found', { kind: 'letter' })
  return row
}
