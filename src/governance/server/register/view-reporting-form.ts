import type { Static } from 'typebox'
import type { Tx } from '../../../platform/server/transaction.ts'
import type { FormAnswer, FormQuery } from '../../rules/follow-up/form-shape.ts'
import { formKinds } from '../../rules/follow-up/kinds.ts'
import { organisationName } from './organisation-name.ts'

/**
 * The internal reporting form of 2006, in one query: requirement with its reporting duty and responsible unit (ANSV),
 * and a row for each activity. For a unit: what the unit owns, and what it has activities under.
 */
export const viewReportingForm = async (tx: Tx, query: Static<typeof FormQuery>): Promise<FormAnswer> => {
  const { sql } = tx
  const { goal = null, unit = null } = query
  const name = organisationName(tx)
  const requirements = await sql<FormAnswer['requirements'][number][]>`
    select c.id, c.kind, c.code, c.title, g.number as goal, coalesce(c.frequency, c.recurrence) as reporting,
      (select ${name} from reference.organisation_name o where o.id = c.owner_unit) as unit,
      governance.commitment_writable(c.id) as "mayWrite",
      coalesce((select jsonb_agg(r.text order by r.position) from governance.requirement r
        where r.commitment = c.id), '[]') as requirements,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'version', a.version, 'mayWrite', governance.activity_writable(a.id), 'ownerUnit', a.owner_unit,
          'unit', (select ${name} from reference.organisation_name o where o.id = a.owner_unit),
          'activity', a.activity, 'indicator', a.indicator, 'achievement', a.achievement, 'deviation', a.deviation,
          'remark', a.remark, 'measuresDone', a.measures_done, 'measuresPlanned', a.measures_planned)
          order by a.position, a.recorded_at)
        from governance.activity a where a.commitment = c.id
          and (${unit}::uuid is null or c.owner_unit = ${unit}::uuid or a.owner_unit = ${unit}::uuid)), '[]') as activities
    from governance.commitment c left join governance.goal g on g.id = c.goal
    where c.year = ${Number(query.year)} and c.kind = any(${[...formKinds]}) and c.state in ('open', 'done')
      and (${goal}::uuid is null or c.goal = ${goal}::uuid)
      and (${unit}::uuid is null or c.owner_unit = ${unit}::uuid
        or exists (select from governance.activity a where a.commitment = c.id and a.owner_unit = ${unit}::uuid))
    order by g.position nulls last, c.kind = 'assignment', c.kind, c.position, c.id`
  return { requirements: [...requirements] }
}
