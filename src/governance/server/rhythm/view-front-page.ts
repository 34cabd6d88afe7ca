import { addDays, osloDate } from '../../../platform/rules/plain-date.ts'
import { instantText } from '../../../platform/server/database/instant-text.ts'
import { countsOf } from '../../../platform/server/register/list.ts'
import { may, type Tx } from '../../../platform/server/transaction.ts'
import { assessedOf, statusCounts, urgent } from '../../rules/follow-up/counts.ts'
import type { FrontPageAnswer } from '../../rules/rhythm/shapes.ts'
import { commitmentList } from '../register/list-source.ts'
import { organisationName } from '../register/organisation-name.ts'
import { codeWithWhole } from '../register/part-of-whole.ts'
import { countsWithin } from '../register/standing.ts'

/** How many of the next deadlines, and of the latest changes, the page shows. */
const shown = { deadlines: 8, changes: 8 } as const

/**
 * Everything that the front page's blocks show, in one query: the page is opened by everybody every morning. What the
 * actor may not do is not counted.
 */
export const viewFrontPage = async (tx: Tx): Promise<FrontPageAnswer> => {
  const { sql, actor } = tx
  const today = osloDate(tx.now)
  const thisYear = Number(today.slice(0, 4))
  const [budget] = await sql<{ year: number | null }[]>`
    select max(year) as year from governance.commitment where year <= ${thisYear}`
  const year = budget?.year ?? thisYear
  const has = (permission: string) => may(actor, permission)
  // Who may not give owners is not shown what lacks one.
  const { ownerless, ...own } = urgent(year)
  const mine = has('followup.assign') ? { ...own, ownerless } : own
  const [row] = await sql<Omit<FrontPageAnswer, 'today' | 'year'>[]>`
    with date as materialized (
      -- narrow on purpose: thousands of dates are counted, and only the few that are shown need their words
      select d.id, d.record, d.due, d.code, d.state, d.met_on, d.light,
        coalesce(d.owner_person = ${actor.personId}, false) as mine,
        coalesce(d.owner_unit = ${actor.organisationId}, false) as of_unit
      from governance.due_date d where d.due >= ${addDays(today, -400)}
    ), waiting as not materialized (
      select * from date where state = 'open' and met_on is null
    ), first as materialized (
      select id, row_number() over (order by due, code, id) as place, not mine as unit_only
      from waiting
      where mine or (of_unit and not exists (select from waiting where mine))
      order by due, code, id limit ${shown.deadlines}
    ), next as (
      select d.*, f.place, f.unit_only from first f join governance.due_date d on d.id = f.id
    ), change as (
      (select 'status' as what, n.commitment as record, n.light, access.name_of(n.recorded_by) as by, n.recorded_at as at
        from governance.status_note n order by n.recorded_at desc limit ${shown.changes})
      union all
      (select 'delivery', v.commitment, null, access.name_of(v.recorded_by), v.recorded_at
        from governance.delivery v order by v.recorded_at desc limit ${shown.changes})
    ), latest as (
      select h.*, ${codeWithWhole(tx)} as code, c.title, p.title as whole
      from change h join governance.commitment c on c.id = h.record left join governance.commitment p on p.id = c.parent
      order by h.at desc limit ${shown.changes}
    )
    select
      (select jsonb_build_object('ownerless', 0) || ${countsOf(tx, commitmentList, mine)} || jsonb_build_object(
        'lettersToCheck', case when ${has('letter.check')} then (select count(*) from governance.letter l
          where l.state = 'checking') else 0 end,
        'unmeasurable', case when ${has('measurability.write')} then (select count(*) from governance.measure m
          join governance.commitment c on c.id = m.commitment
          where m.way = 'not-measurable' and not m.confirmed and c.state = 'open' and c.year = ${year}) else 0 end)
        from governance.commitment q where q.state = 'open') as urgent,
      coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'record', d.record, 'kind', d.kind, 'code', d.code,
        'title', d.title, 'whole', d.whole_title, 'label', d.label, 'due', d.due, 'countDate', d.count_date,
        'metOn', d.met_on, 'light', d.light, 'goal', null,
        'unit', (select ${organisationName(tx)} from reference.organisation_name o where o.id = d.owner_unit),
        'person', access.name_of(d.owner_person)) order by d.place) from next d), '[]') as deadlines,
      coalesce((select bool_and(unit_only) from first), false) as "ofUnit",
      (${countsWithin(tx, assessedOf(year), statusCounts, 'counts')}) as status,
      coalesce((select jsonb_agg(m order by m.month) from (
        select extract(month from due)::int as month,
          (count(*) filter (where met_on is null and state = 'open' and due < ${today}))::int as late,
          (count(*) filter (where met_on is null and state = 'open' and due >= ${today} and coalesce(light, 'none') = 'red'))::int as red,
          (count(*) filter (where met_on is null and state = 'open' and due >= ${today} and coalesce(light, 'none') = 'yellow'))::int as yellow,
          (count(*) filter (where met_on is null and state = 'open' and due >= ${today} and coalesce(light, 'none') = 'green'))::int as green,
          (count(*) filter (where met_on is null and state = 'open' and due >= ${today} and coalesce(light, 'none') = 'none'))::int as none,
          (count(*) filter (where met_on is not null or state = 'done'))::int as done
        from date where due between ${`${thisYear}-01-01`} and ${`${thisYear}-12-31`} group by 1) m), '[]') as months,
      coalesce((select jsonb_agg(jsonb_build_object('what', what, 'record', record, 'code', code, 'title', title,
        'whole', whole, 'light', light, 'by', by, 'at', ${instantText(sql, sql`latest.at`)}) order by at desc) from latest), '[]') as changes`
  if (row === undefined) throw new Error('a front page without a row')
  return { today, year, ...row }
}
