import type { Static } from 'typebox'
import type { Instant } from '../../../platform/rules/shapes.ts'
import { changesBetween } from '../../../platform/server/history.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import type { HistoryAnswer, HistoryLine } from '../../rules/follow-up/history-shape.ts'
import { organisationName } from './organisation-name.ts'

interface VersionRow {
  readonly kind: HistoryLine['kind']
  readonly record: Readonly<Record<string, unknown>>
  readonly at: Instant
  readonly by: string | null
  /** Set on the last version of what is no more. */
  readonly removed_at: Instant | null
  readonly removed_by: string | null
  readonly unit: string | null
  readonly person: string | null
}

/** Columns that say nothing to a reader. */
const hidden = new Set([
  'position',
  'commitment',
  'letter',
  'goal',
  'parent',
  'source_start',
  'source_end',
  'file',
  'deadline',
  'kind',
  'year',
])

const aboutWhat = (kind: HistoryLine['kind'], record: VersionRow['record']): string | null => {
  const field = {
    commitment: null,
    deadline: 'due',
    delivery: 'delivered_on',
    requirement: 'text',
    activity: 'activity',
  }[kind]
  const value = field === null ? null : record[field]
  return typeof value === 'string' ? value : null
}

/** Owners by name instead of by id. */
const readable = (row: VersionRow): VersionRow['record'] => ({
  ...row.record,
  ...('owner_unit' in row.record ? { owner_unit: row.unit } : {}),
  ...('owner_person' in row.record ? { owner_person: row.person } : {}),
})

/** Who changed what on a commitment, its deadlines, deliveries, requirements and activities, in one query. */
export const viewCommitmentHistory = async (tx: Tx, id: string): Promise<Static<typeof HistoryAnswer>> => {
  const { sql } = tx
  const versions = (kind: string) => {
    const key = kind === 'commitment' ? sql`id` : sql`commitment`
    return sql`
      select ${kind}::text as kind, to_jsonb(t) as record from ${sql.identifier(`governance.${kind}`)} t where ${key} = ${id}
      union all
      select ${kind}::text, to_jsonb(h) from ${sql.identifier(`history.governance_${kind}`)} h where ${key} = ${id}`
  }
  const rows = await sql<VersionRow[]>`
    with version as (
      ${versions('commitment')} union all ${versions('deadline')} union all ${versions('delivery')}
      union all ${versions('requirement')} union all ${versions('activity')}
    ), versioned as (
      select *, not exists (select from version l where l.kind = v.kind and l.record ->> 'id' = v.record ->> 'id'
        and (l.record ->> 'version')::int > (v.record ->> 'version')::int) as last
      from version v
    )
    select kind, record, (record ->> 'recorded_at')::timestamptz as at,
      access.name_of((record ->> 'recorded_by')::uuid) as by,
      case when last then (record ->> 'recorded_until')::timestamptz end as removed_at,
      case when last then access.name_of((record ->> 'superseded_by')::uuid) end as removed_by,
      (select ${organisationName(tx)} from reference.organisation_name o where o.id = (record ->> 'owner_unit')::uuid) as unit,
      access.name_of((record ->> 'owner_person')::uuid) as person
    from versioned order by (record ->> 'version')::int`
  return { lines: linesOf(rows).sort((a, b) => b.at.localeCompare(a.at)) }
}

const linesOf = (rows: readonly VersionRow[]): HistoryLine[] => {
  const before = new Map<string, VersionRow['record']>()
  const lines: HistoryLine[] = []
  for (const row of rows) {
    const record = readable(row)
    const id = String(record.id)
    const what = aboutWhat(row.kind, record)
    const earlier = before.get(id)
    const changes = changesBetween(earlier, record, hidden)
    const { at } = row
    if (earlier === undefined) lines.push({ at, by: row.by, kind: row.kind, verb: 'made', what, changes: [] })
    // Writes on what hangs on a commitment count its version up too; they have lines of their own.
    else if (changes.length > 0) lines.push({ at, by: row.by, kind: row.kind, verb: 'changed', what, changes })
    if (row.removed_at !== null) {
      lines.push({ at: row.removed_at, by: row.removed_by, kind: row.kind, verb: 'removed', what, changes: [] })
    }
    before.set(id, record)
  }
  return lines
}
