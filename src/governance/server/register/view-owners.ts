import type { Static } from 'typebox'
import type { Tx } from '../../../platform/server/transaction.ts'
import type { OwnerLine, OwnersAnswer } from '../../rules/follow-up/goal-shape.ts'
import { organisationName } from './organisation-name.ts'
import { ownerWithWhole } from './part-of-whole.ts'
import { standing } from './standing.ts'

/** Who owns what, and how it stands: units first, then people, then what nobody owns; of one year or of all. */
export const viewOwners = async (tx: Tx, year: number | null): Promise<Static<typeof OwnersAnswer>> => {
  const owner = ownerWithWhole(tx)
  const owners = await tx.sql<Static<typeof OwnerLine>[]>`
    with c as materialized (
      select ${owner.unit} as owner_unit, ${owner.person} as owner_person, c.state, c.light, c.next_deadline
      from governance.commitment c left join governance.commitment p on p.id = c.parent
      where ${year}::int is null or c.year = ${year}::int
    ), line as (
      select 'unit' as kind, 1 as place, owner_unit as id, ${standing(tx)} as standing
      from c where owner_unit is not null group by owner_unit
      union all
      select 'person', 2, owner_person, ${standing(tx)} from c where owner_person is not null group by owner_person
      union all
      select 'none', 3, null, ${standing(tx)} from c where owner_unit is null and owner_person is null
        having count(*) filter (where c.state = 'open') > 0
    ), named as (
      select line.*, case kind
        when 'unit' then (select ${organisationName(tx)} from reference.organisation_name o where o.id = line.id)
        when 'person' then access.name_of(line.id) end as name
      from line
    )
    select kind, id, name, standing from named order by place, name collate "nb-NO-x-icu"`
  return { owners: [...owners] }
}
