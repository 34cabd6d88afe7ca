import type { Static } from 'typebox'
import { listPage } from '../../../platform/server/register/list.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import type { ListAnswer, ListQuery, ListRow } from '../../rules/follow-up/list-shape.ts'
import { type CommitmentFilter, commitmentList } from './list-source.ts'
import { organisationName } from './organisation-name.ts'
import { codeWithWhole, ownerWithWhole } from './part-of-whole.ts'

/** The rows of the given commitments, in that order, each with the parts that the filter means; names are looked up here. */
export const commitmentRows = async (
  tx: Tx,
  filter: CommitmentFilter,
  ids: readonly string[],
): Promise<readonly ListRow[]> => {
  const { sql } = tx
  if (ids.length === 0) return []
  const owner = ownerWithWhole(tx)
  const name = organisationName(tx)
  return sql<ListRow[]>`
    with part as (
      select c.parent, jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'code', ${codeWithWhole(tx)},
        'title', c.title, 'unit', (select ${name} from reference.organisation_name where id = ${owner.unit}),
        'person', case when ${owner.person} is not null then access.name_of(${owner.person}) end,
        'light', coalesce(c.light, p.light), 'state', c.state, 'due', c.next_deadline, 'version', c.version)
        order by c.next_deadline nulls last, c.position, c.id) as parts
      from governance.commitment c join governance.commitment p on p.id = c.parent
      where c.parent = any(${ids}::uuid[]) and ${commitmentList.where(tx, filter, sql.raw('c'))}
      group by c.parent
    )
    select c.id, c.kind, c.code, c.title, c.year, g.number as goal,
      (select ${name} from reference.organisation_name where id = c.owner_unit) as unit,
      case when c.owner_person is not null then access.name_of(c.owner_person) end as person,
      c.light, c.state, c.next_deadline as due, c.version,
      ${commitmentList.where(tx, filter, sql.raw('c'))} as meant, coalesce(part.parts, '[]') as parts
    from unnest(${ids}::uuid[]) with ordinality f(id, place)
    join governance.commitment c on c.id = f.id
    left join governance.goal g on g.id = c.goal
    left join part on part.parent = c.id
    order by f.place`
}

/** One page of the register's list. */
export const viewCommitments = async (tx: Tx, query: Static<typeof ListQuery>): Promise<Static<typeof ListAnswer>> => {
  const { ids, ...page } = await listPage(tx, commitmentList, query, { sort: 'deadline' })
  return { ...page, rows: [...(await commitmentRows(tx, query, ids))] }
}
