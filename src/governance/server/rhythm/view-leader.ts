import { osloDate } from '../../../platform/rules/plain-date.ts'
import { pageOf } from '../../../platform/server/register/list.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { assessedOf, counted, statusCounts } from '../../rules/follow-up/counts.ts'
import type { ListFilter } from '../../rules/follow-up/list-shape.ts'
import type { LeaderAnswer, LeaderItem, StatusGroup } from '../../rules/rhythm/shapes.ts'
import { type CommitmentFilter, commitmentList } from '../register/list-source.ts'
import { organisationName } from '../register/organisation-name.ts'
import { countsWithin } from '../register/standing.ts'
import { commitmentRows } from '../register/view-commitments.ts'
import { chooseYear } from './view-calendar.ts'

/** How many of each list the page shows; the rest is a link away. */
const shown = 200

/** The first of a list of the register, with what the latest status note says. */
const items = async (tx: Tx, filter: ListFilter): Promise<LeaderItem[]> => {
  const { ids } = await pageOf(tx, commitmentList, { filter, sort: 'deadline', limit: shown })
  const [rows, notes] = await Promise.all([
    commitmentRows(tx, filter, ids),
    tx.sql<{ commitment: string; deviation: string | null; measures: string | null }[]>`
      select distinct on (n.commitment) n.commitment, nullif(n.deviation, '') as deviation,
        nullif(n.measures, '') as measures
      from governance.status_note n where n.commitment = any(${ids}::uuid[])
      order by n.commitment, n.recorded_at desc`,
  ])
  const noteOf = new Map(notes.map((note) => [note.commitment, note]))
  return rows.map((row) => ({
    ...row,
    deviation: noteOf.get(row.id)?.deviation ?? null,
    measures: noteOf.get(row.id)?.measures ?? null,
  }))
}

interface Group {
  readonly id: string | null
  readonly name: string | null
  readonly counts: Omit<StatusGroup, 'id' | 'name'>
}

const flat = ({ id, name, counts }: Group): StatusGroup => ({ id, name, ...counts })

/** What is red, late, without owner and soon due in a budget year, by unit and goal. */
export const viewLeader = async (tx: Tx, wanted: number | undefined): Promise<LeaderAnswer> => {
  const { year, years } = await chooseYear(tx, wanted)
  const today = osloDate(tx.now)
  const { sql } = tx
  const all = assessedOf(year)
  const counts = (filter: CommitmentFilter) => countsWithin(tx, { ...all, ...filter }, statusCounts, 'counts')
  const [[total], units, goals] = await Promise.all([
    sql<{ counts: Group['counts'] }[]>`${counts({})}`,
    sql<Group[]>`
      select * from (
        select u.id, (select ${organisationName(tx)} from reference.organisation_name o where o.id = u.id) as name,
          (${counts({ unit: sql`u.id` })}) as counts
        from (select distinct owner_unit as id from governance.commitment
          where year = ${year} and owner_unit is not null) u
        union all select null, null, (${counts({ unit: 'none' })})) line
      where (counts ->> 'open')::int > 0 order by name collate "nb-NO-x-icu" nulls last`,
    sql<Group[]>`
      select id, name, counts from (
        select g.id, concat_ws(' ', g.number, g.title) as name, g.position, (${counts({ goal: sql`g.id` })}) as counts
        from governance.goal g where g.year = ${year}
        union all select null, null, null, (${counts({ goal: 'none' })})) line
      where (counts ->> 'open')::int > 0 order by position nulls last`,
  ])
  if (total === undefined) throw new Error('a count without a row')
  return {
    year,
    years,
    today,
    total: total.counts,
    units: units.map(flat),
    goals: goals.map(flat),
    red: await items(tx, { ...all, ...counted.red }),
    late: await items(tx, { ...all, ...counted.late }),
    ownerless: await items(tx, { ...all, ...counted.ownerless }),
    soon: await items(tx, { ...all, ...counted.soon }),
  }
}
