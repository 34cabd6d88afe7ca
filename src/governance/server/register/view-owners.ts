import type { Static } from 'typebox'
import type { Tx } from '../../../platform/server/transaction.ts'
import { standingCounts } from '../../rules/follow-up/counts.ts'
import type { OwnerLine, OwnersAnswer } from '../../rules/follow-up/goal-shape.ts'
import type { CommitmentFilter } from './list-source.ts'
import { organisationName } from './organisation-name.ts'
import { countsWithin, nextWithin } from './standing.ts'

/** Who owns what, and how it stands: units first, then people, then what nobody owns; of one year or of all. */
export const viewOwners = async (tx: Tx, year: number | null): Promise<Static<typeof OwnersAnswer>> => {
  const { sql } = tx
  const ofYear: CommitmentFilter = year === null ? {} : { year: String(year) }
  const standing = (filter: CommitmentFilter) =>
    sql`(${countsWithin(tx, { ...ofYear, ...filter }, standingCounts, 'counts')}) as standing,
      ${nextWithin(tx, { ...ofYear, ...filter })} as next`
  const within = sql`(${year}::int is null or c.year = ${year}::int)`
  const owners = await sql<Static<typeof OwnerLine>[]>`
    with line as (
      select 'unit' as kind, 1 as place, u.id, ${standing({ unit: sql`u.id` })},
        (select ${organisationName(tx)} from reference.organisation_name o where o.id = u.id) as name
      from (select distinct c.owner_unit as id from governance.commitment c where c.owner_unit is not null and ${within}) u
      union all
      select 'person', 2, u.id, ${standing({ owner: sql`u.id` })}, access.name_of(u.id)
      from (select distinct c.owner_person as id from governance.commitment c where c.owner_person is not null and ${within}) u
      union all
      select 'none', 3, null, ${standing({ owner: 'none' })}, null
    )
    select kind, id, name, standing, next from line where kind <> 'none' or (standing ->> 'open')::int > 0
    order by place, name collate "nb-NO-x-icu"`
  return { owners: [...owners] }
}
