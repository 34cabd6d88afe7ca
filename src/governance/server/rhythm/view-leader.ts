import { osloDate, type PlainDate } from '../../../platform/rules/plain-date.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import type { LeaderAnswer, LeaderItem, StatusGroup } from '../../rules/rhythm/shapes.ts'
import { organisationName } from '../register/organisation-name.ts'
import { chooseYear } from './view-calendar.ts'

/** How near a deadline is that a leader should see, in days. */
export const soonDays = 30

/**
 * The counts of {@link StatusGroup} over rows of governance.commitment as `c`: parts are counted with their whole, and
 * late is what has a date that has passed unmet.
 */
export const statusCounts = (tx: Tx, today: PlainDate) => tx.sql`
  count(*)::int as open,
  (count(*) filter (where c.light = 'red'))::int as red,
  (count(*) filter (where c.light = 'yellow'))::int as yellow,
  (count(*) filter (where c.light = 'green'))::int as green,
  (count(*) filter (where c.light is null))::int as none,
  (count(*) filter (where c.next_deadline < ${today}))::int as late,
  (count(*) filter (where c.owner_person is null and c.owner_unit is null))::int as ownerless,
  (count(*) filter (where c.next_deadline between ${today} and ${today}::date + ${soonDays}::int))::int as soon`

const items = (tx: Tx, year: number, condition: ReturnType<Tx['sql']>) =>
  tx.sql<LeaderItem[]>`
    select c.id, c.kind, c.code, c.title, c.light, c.next_deadline as due,
      (select concat_ws(' ', g.number, g.title) from governance.goal g where g.id = c.goal) as goal,
      (select ${organisationName(tx)} from reference.organisation_name o where o.id = c.owner_unit) as unit,
      access.name_of(c.owner_person) as person, note.deviation, note.measures
    from governance.commitment c
    left join lateral (select nullif(n.deviation, '') as deviation, nullif(n.measures, '') as measures
      from governance.status_note n where n.commitment = c.id order by n.recorded_at desc limit 1) note on true
    where c.state = 'open' and c.parent is null and c.kind <> 'meeting' and c.year = ${year} and ${condition}
    order by c.next_deadline nulls last, c.code, c.title limit 200`

/** What is red, late, without owner and soon due in a budget year, by unit and goal. */
export const viewLeader = async (tx: Tx, wanted: number | undefined): Promise<LeaderAnswer> => {
  const { year, years } = await chooseYear(tx, wanted)
  const today = osloDate(tx.now)
  const { sql } = tx
  const counts = statusCounts(tx, today)
  const open = sql`c.state = 'open' and c.parent is null and c.kind <> 'meeting' and c.year = ${year}`
  const [[total], units, goals, red, late, ownerless, soon] = await Promise.all([
    sql<Omit<StatusGroup, 'id' | 'name'>[]>`select ${counts} from governance.commitment c where ${open}`,
    sql<StatusGroup[]>`
      select c.owner_unit as id, max(o.name) as name, ${counts}
      from governance.commitment c left join lateral (
        select ${organisationName(tx)} as name from reference.organisation_name where id = c.owner_unit) o on true
      where ${open} group by c.owner_unit order by max(o.name) collate "nb-NO-x-icu" nulls last`,
    sql<StatusGroup[]>`
      select c.goal as id, max(concat_ws(' ', g.number, g.title)) as name, ${counts}
      from governance.commitment c left join governance.goal g on g.id = c.goal
      where ${open} group by c.goal order by min(g.position) nulls last`,
    items(tx, year, sql`c.light = 'red'`),
    items(tx, year, sql`c.next_deadline < ${today}`),
    items(tx, year, sql`c.owner_person is null and c.owner_unit is null`),
    items(tx, year, sql`c.next_deadline between ${today} and ${today}::date + ${soonDays}::int`),
  ])
  if (total === undefined) throw new Error('a count without a row')
  return {
    year,
    years,
    today,
    total,
    units: units.map((group) => (group.id === null ? { ...group, name: null } : group)),
    goals: goals.map((group) => (group.id === null ? { ...group, name: null } : group)),
    red,
    late,
    ownerless,
    soon,
  }
}
