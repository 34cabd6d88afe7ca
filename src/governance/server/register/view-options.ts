import { osloDate } from '../../../platform/rules/plain-date.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import type { Options } from '../../rules/follow-up/options-shape.ts'
import { organisationName } from './organisation-name.ts'

/** The options, in one query. People and units are those that may own: the directorate's, today. */
export const viewOptions = async (tx: Tx): Promise<Options> => {
  const today = osloDate(tx.now)
  const name = organisationName(tx)
  const [row] = await tx.sql<Options[]>`
    with unit as (
      select id, ${name} as name from reference.organisation_name
      where kind = 'directorate-unit' and valid_from <= ${today} and (valid_to is null or valid_to >= ${today})
    ), person as (
      select r.account as id, r.name, jsonb_agg(distinct r.organisation) as units
      from access.role_in_force(${today}) r where r.kind = 'directorate-unit'
      group by r.account, r.name
    )
    select
      coalesce((select jsonb_agg(y.year order by y.year desc)
        from (select distinct year from governance.commitment) y), '[]') as years,
      coalesce((select jsonb_agg(jsonb_build_object('id', id, 'year', year, 'number', number, 'title', title)
        order by year desc, position) from governance.goal), '[]') as goals,
      coalesce((select jsonb_agg(jsonb_build_object('id', id, 'name', name)
        order by name collate "nb-NO-x-icu") from unit), '[]') as units,
      coalesce((select jsonb_agg(jsonb_build_object('id', id, 'name', name, 'units', units)
        order by name collate "nb-NO-x-icu") from person), '[]') as people`
  return row ?? { years: [], goals: [], units: [], people: [] }
}
