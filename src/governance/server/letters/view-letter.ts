import { ProblemError } from '../../../platform/rules/problem.ts'
import type { KeptFile } from '../../../platform/server/files.ts'
import type { Tx } from '../../../platform/server/transaction.ts'

interface LineRow {
  readonly id: string
  readonly state: string
  readonly kind: string | null
  readonly title: string
  readonly agency: string | null
  readonly ministry: string | null
  readonly reference: string | null
  readonly letter_date: string | null
  readonly year: number | null
  readonly supplements: string | null
  readonly file_name: string
  readonly failure: { code: string; params: Record<string, unknown> } | null
  readonly version: number
  readonly recorded_at: Date
  readonly recorded_by: string | null
  readonly approved_at: Date | null
  readonly approved_by: string | null
  readonly total: number
  readonly checked: number
  readonly doubtful: number
  readonly open_doubts: number
}

const shown = (row: LineRow) => ({
  id: row.id,
  state: row.state,
  kind: row.kind,
  title: row.title,
  agency: row.agency,
  ministry: row.ministry,
  reference: row.reference,
  date: row.letter_date,
  year: row.year,
  supplements: row.supplements,
  fileName: row.file_name,
  failure: row.failure,
  version: row.version,
  recordedAt: row.recorded_at.toISOString(),
  recordedBy: row.recorded_by,
  approvedAt: row.approved_at?.toISOString() ?? null,
  approvedBy: row.approved_by,
  progress: {
    total: row.total,
    checked: row.checked,
    doubtful: row.doubtful,
    openDoubts: row.open_doubts,
  },
})

/** Letters with their progress, in one query; `id` null: all that are not put away. */
const lines = (tx: Tx, id: string | null) => tx.sql<LineRow[]>`
  select l.id, l.state, l.kind, l.title, l.agency, l.ministry, l.reference, l.letter_date, l.year, l.supplements,
    l.failure, l.version, f.recorded_at, access.name_of(f.recorded_by) as recorded_by, l.approved_at,
    access.name_of(l.approved_by) as approved_by, f.name as file_name,
    coalesce(n.total, 0)::int as total, coalesce(n.checked, 0)::int as checked,
    coalesce(n.doubtful, 0)::int as doubtful, coalesce(d.open_doubts, 0)::int as open_doubts
  from governance.letter l
  join platform.file f on f.id = l.file
  left join lateral (
    select count(*) as total, count(*) filter (where state <> 'open') as checked,
      count(*) filter (where state = 'open' and jsonb_array_length(doubts) > 0) as doubtful
    from governance.finding where letter = l.id
  ) n on true
  left join lateral (
    select count(*) as open_doubts from governance.doubt where letter = l.id and handled_at is null
  ) d on true
  where ${id === null ? tx.sql`l.state <> 'discarded'` : tx.sql`l.id = ${id}`}
  order by l.year desc nulls first, l.letter_date desc nulls first, f.recorded_at desc`

/** The list of letters, newest year first. */
export const viewLetters = async (tx: Tx) => ({ letters: (await lines(tx, null)).map(shown) })

interface FindingViewRow {
  readonly id: string
  readonly kind: string
  readonly position: number
  readonly content: unknown
  readonly source_start: number | null
  readonly source_end: number | null
  readonly source_line: number | null
  readonly confidence: number
  readonly doubts: { kind: string; text: string; line: number; start: number; end: number }[]
  readonly state: string
  readonly origin: string
  readonly reason: string | null
  readonly version: number
  readonly recorded_at: Date
  readonly by: string | null
}

interface DoubtViewRow {
  readonly id: string
  readonly kind: string
  readonly text: string
  readonly line: number | null
  readonly source_start: number | null
  readonly source_end: number | null
  readonly handled_note: string | null
  readonly version: number
  readonly recorded_at: Date
  readonly by: string | null
}

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
export const viewLetter = async (tx: Tx, id: string) => {
  const { sql } = tx
  const [revision, [line], [more], findings, doubts] = await Promise.all([
    viewLetterRevision(tx, id),
    lines(tx, id),
    sql<{ warnings: string[]; sha256: string }[]>`select warnings, sha256 from governance.letter where id = ${id}`,
    sql<FindingViewRow[]>`select id, kind, position, content, source_start, source_end, source_line, confidence,
        doubts, state, origin, reason, version, recorded_at, access.name_of(recorded_by) as by
      from governance.finding where letter = ${id} order by position, recorded_at, id`,
    sql<DoubtViewRow[]>`select id, kind, text, line, source_start, source_end, handled_note, version, recorded_at,
        access.name_of(recorded_by) as by
      from governance.doubt where letter = ${id} order by source_start nulls first, id`,
  ])
  if (!line || !more) throw new ProblemError('not-found', { kind: 'letter' })
  return {
    letter: shown(line),
    ...more,
    revision,
    findings: findings.map((row) => ({
      id: row.id,
      kind: row.kind,
      position: row.position,
      content: row.content,
      start: row.source_start,
      end: row.source_end,
      line: row.source_line,
      confidence: row.confidence,
      doubts: row.doubts,
      state: row.state,
      origin: row.origin,
      reason: row.reason,
      version: row.version,
      changedAt: row.recorded_at.toISOString(),
      changedBy: row.by,
    })),
    doubts: doubts.map((row) => ({
      id: row.id,
      kind: row.kind,
      text: row.text,
      line: row.line,
      start: row.source_start,
      end: row.source_end,
      note: row.handled_note,
      version: row.version,
      changedAt: row.recorded_at.toISOString(),
      changedBy: row.by,
    })),
  }
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
