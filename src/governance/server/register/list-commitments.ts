import { type Static, Type } from 'typebox'
import type { PlainDate } from '../../../platform/rules/plain-date.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import type { CommitmentKind } from '../../rules/follow-up/kinds.ts'
import type { Light } from '../../rules/follow-up/light.ts'
import type { CommitmentState } from '../../rules/follow-up/state.ts'
import { ListFilter, orderOf, type Sorting, sortings, whereOf } from './list-filter.ts'
import { Id, Kind, NullableLight, NullableText, State } from './shapes.ts'

/** The question of the register's list. */
export const ListQuery = Type.Object({
  ...ListFilter.properties,
  sort: Type.Optional(Type.Enum([...sortings])),
  limit: Type.Optional(Type.String({ pattern: '^([1-9]|[1-9][0-9]|1[0-9]{2}|200)$', description: '1–200, else 50' })),
  offset: Type.Optional(Type.String({ pattern: '^[0-9]{1,6}$' })),
})

/** A row of the register's list: what is shown, and the version that a bulk assignment sends back. */
export const ListRow = Type.Object({
  id: Id,
  kind: Kind,
  code: NullableText,
  title: Type.String(),
  year: Type.Integer(),
  goal: NullableText,
  unit: NullableText,
  person: NullableText,
  light: NullableLight,
  state: State,
  due: NullableText,
  version: Type.Integer(),
})

/** See {@link ListRow}. */
export type ListRow = Static<typeof ListRow>

/** The answer: one page of rows, and how many there are in all. */
export const ListAnswer = Type.Object({ total: Type.Integer(), rows: Type.Array(ListRow) })

interface Row {
  readonly total: number
  readonly id: string
  readonly kind: CommitmentKind
  readonly code: string | null
  readonly title: string
  readonly year: number
  readonly goal: string | null
  readonly unit: string | null
  readonly person: string | null
  readonly light: Light | null
  readonly state: CommitmentState
  readonly due: PlainDate | null
  readonly version: number
}

/** The column of an organisation's name in the actor's language; English has no names of its own. */
export const organisationName = (tx: Tx) => (tx.actor.locale === 'nn' ? tx.sql`name_nn` : tx.sql`name_nb`)

/** The rows of a page, in one query: the page is found first, and names are looked up for its rows only. */
export const listRows = (tx: Tx, filter: ListFilter, sorting: Sorting, limit: number, offset: number) =>
  tx.sql<Row[]>`
    with found as materialized (
      select c.*, count(*) over () as total, row_number() over (order by ${orderOf(tx, sorting)}) as place
      from governance.commitment c where ${whereOf(tx, filter)}
      order by place limit ${limit} offset ${offset}
    )
    select f.total, f.id, f.kind, f.code, f.title, f.year, g.number as goal, o.name as unit,
      access.name_of(f.owner_person) as person, f.light, f.state, f.next_deadline as due, f.version
    from found f
    left join governance.goal g on g.id = f.goal
    left join lateral (select ${organisationName(tx)} as name from reference.organisation where id = f.owner_unit) o on true
    order by f.place`

/** One page of the register's list. */
export const listCommitments = async (tx: Tx, query: Static<typeof ListQuery>): Promise<Static<typeof ListAnswer>> => {
  const { sort = 'deadline', limit = '50', offset = '0', ...filter } = query
  const rows = await listRows(tx, filter, sort, Number(limit), Number(offset))
  return { total: rows[0]?.total ?? 0, rows }
}
