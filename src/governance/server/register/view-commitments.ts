import type { Static } from 'typebox'
import type { Tx } from '../../../platform/server/transaction.ts'
import type { ListAnswer, ListFilter, ListQuery, ListRow } from '../../rules/follow-up/list-shape.ts'
import type { Sorting } from '../../rules/follow-up/sortings.ts'
import { orderOf, whereOf } from './list-filter.ts'
import { organisationName } from './organisation-name.ts'
import { codeWithWhole, ownerWithWhole } from './part-of-whole.ts'

interface Row extends ListRow {
  readonly total: number
}

/** The rows of a page, in one query: the page is found first, and names are looked up for its rows only. */
export const commitmentRows = (tx: Tx, filter: ListFilter, sorting: Sorting, limit: number, offset: number) => {
  const owner = ownerWithWhole(tx)
  return tx.sql<Row[]>`
    with found as materialized (
      select c.id, c.kind, c.code, c.title, c.year, c.goal, c.parent, c.owner_unit, c.owner_person, c.light, c.state,
        c.next_deadline, c.version, count(*) over () as total,
        row_number() over (order by ${orderOf(tx, sorting)}) as place
      from governance.commitment c where ${whereOf(tx, filter)}
      order by place limit ${limit} offset ${offset}
    )
    select c.total, c.id, c.kind, ${codeWithWhole(tx)} as code, c.title, c.year, g.number as goal, o.name as unit,
      case when ${owner.person} is not null then access.name_of(${owner.person}) end as person,
      c.light, c.state, c.next_deadline as due, c.version
    from found c
    left join governance.commitment p on p.id = c.parent
    left join governance.goal g on g.id = c.goal
    left join lateral (select ${organisationName(tx)} as name from reference.organisation_name where id = ${owner.unit}) o
      on true
    order by c.place`
}

/** How many commitments the filter finds. */
export const countCommitments = async (tx: Tx, filter: ListFilter): Promise<number> => {
  const [row] = await tx.sql<{ total: number }[]>`
    select count(*) as total from governance.commitment c where ${whereOf(tx, filter)}`
  return row?.total ?? 0
}

/** One page of the register's list. */
export const viewCommitments = async (tx: Tx, query: Static<typeof ListQuery>): Promise<Static<typeof ListAnswer>> => {
  const { sort = 'deadline', limit = '50', offset = '0', ...filter } = query
  const rows = await commitmentRows(tx, filter, sort, Number(limit), Number(offset))
  return { total: rows[0]?.total ?? 0, rows }
}
