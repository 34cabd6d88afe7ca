import { osloDate } from '../../../platform/rules/plain-date.ts'
import { containing } from '../../../platform/server/containing.ts'
import type { Fragment, Tag } from '../../../platform/server/database/sql.ts'
import { type ListSource, type SortKey, valueOr } from '../../../platform/server/register/list.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { windowDates } from '../../rules/follow-up/deadline.ts'
import type { ListFilter } from '../../rules/follow-up/list-shape.ts'
import type { Sorting } from '../../rules/follow-up/sortings.ts'

/** The list's filter; the goal and the owners may also be columns, for counts by goal and by owner. */
export type CommitmentFilter = Omit<ListFilter, 'goal' | 'unit' | 'owner'> & {
  readonly [K in 'goal' | 'unit' | 'owner']?: ListFilter[K] | Fragment
}

/**
 * What a part lacks it has from its whole: goal and owner. The wholes are found first, so that an index answers: few things
 * have one goal or one owner.
 */
const ownOrWhole = (sql: Tag, row: Fragment, lacks: Fragment, own: Fragment, ofWhole: Fragment) =>
  sql`(${own} or ${lacks} and ${row}.parent = any (array(select w.id from governance.commitment w where ${ofWhole})))`

/** That a part’s whole is such: asked of each part, since many things are of one kind or light. */
const wholeIs = (sql: Tag, row: Fragment, condition: Fragment) =>
  sql`(${row}.parent is not null and exists (
    select from governance.commitment w where w.id = ${row}.parent and ${condition}))`

const ownedBy = (sql: Tag, row: Fragment, column: 'owner_person' | 'owner_unit', owner: unknown) => {
  const name = sql.identifier(column)
  return ownOrWhole(
    sql,
    row,
    sql`${row}.owner_person is null and ${row}.owner_unit is null`,
    sql`${row}.${name} = ${owner}`,
    sql`w.${name} = ${owner}`,
  )
}

const ownerless = (sql: Tag, row: Fragment) => sql`(${row}.owner_person is null and ${row}.owner_unit is null
  and not ${wholeIs(sql, row, sql`(w.owner_person is not null or w.owner_unit is not null)`)})`

/** No unit owns it; a person may. */
const unitless = (sql: Tag, row: Fragment) => sql`(${row}.owner_unit is null and (${row}.owner_person is not null
  or not ${wholeIs(sql, row, sql`w.owner_unit is not null`)}))`

const ofLight = (sql: Tag, row: Fragment, lights: readonly string[]) =>
  sql`(coalesce(${row}.light, 'none') = any(${lights}) and (${row}.light is not null or ${row}.parent is null)
    or ${row}.light is null and ${wholeIs(sql, row, sql`coalesce(w.light, 'none') = any(${lights})`)})`

const dueIn = (tx: Tx, row: Fragment, window: NonNullable<ListFilter['due']>) => {
  const { sql } = tx
  if (window === 'none') return sql`${row}.next_deadline is null`
  const { from, to } = windowDates(window, osloDate(tx.now))
  const after = from === null ? sql`true` : sql`${row}.next_deadline >= ${from}`
  return to === null ? after : sql`${after} and ${row}.next_deadline <= ${to}`
}

const where = (tx: Tx, filter: CommitmentFilter, row: Fragment): Fragment => {
  const { sql } = tx
  const conditions: Fragment[] = []
  const { year, kind, goal, unit, owner, light, state, due, text } = filter
  if (year !== undefined) conditions.push(sql`${row}.year = ${Number(year)}`)
  if (kind !== undefined) {
    const kinds = kind.split(',')
    // A part is found with its assignment: it is what is to be delivered of it, not another kind of thing.
    conditions.push(sql`(${row}.kind = any(${kinds}) or ${wholeIs(sql, row, sql`w.kind = any(${kinds})`)})`)
  }
  if (goal === 'none') conditions.push(sql`(${row}.goal is null and not ${wholeIs(sql, row, sql`w.goal is not null`)})`)
  else if (goal !== undefined)
    conditions.push(ownOrWhole(sql, row, sql`${row}.goal is null`, sql`${row}.goal = ${goal}`, sql`w.goal = ${goal}`))
  if (unit === 'none') conditions.push(unitless(sql, row))
  else if (unit !== undefined) conditions.push(ownedBy(sql, row, 'owner_unit', unit))
  if (owner === 'mine') conditions.push(ownedBy(sql, row, 'owner_person', tx.actor.personId))
  else if (owner === 'none') conditions.push(ownerless(sql, row))
  else if (owner !== undefined) conditions.push(ownedBy(sql, row, 'owner_person', owner))
  if (light !== undefined) conditions.push(ofLight(sql, row, light.split(',')))
  if (state !== undefined) conditions.push(sql`${row}.state = any(${state.split(',')})`)
  if (due !== undefined) conditions.push(dueIn(tx, row, due))
  if (text !== undefined && text.trim() !== '') {
    const pattern = containing(text)
    conditions.push(sql`${row}.id = any (array(select governance.commitment_containing(${pattern})))`)
  }
  return conditions.reduce((all, next) => sql`${all} and ${next}`, sql`true`)
}

const light = (sql: Tag, row: Fragment) =>
  sql`case ${row}.light when 'red' then 1 when 'yellow' then 2 when 'green' then 3 else 4 end`

const orders: Readonly<Record<Sorting, (sql: Tag, row: Fragment) => readonly SortKey[]>> = {
  deadline: (sql, row) => [
    { by: valueOr(sql, sql`${row}.next_deadline`, sql`'infinity'`), type: 'date' },
    { by: sql`${row}.kind`, type: 'text' },
    { by: sql`${row}.position`, type: 'int' },
  ],
  letter: (sql, row) => [
    { by: sql`${row}.year`, type: 'int', descending: true },
    { by: sql`${row}.kind`, type: 'text' },
    { by: sql`${row}.position`, type: 'int' },
  ],
  title: (sql, row) => [{ by: sql`${row}.title collate "nb-NO-x-icu"`, type: 'text' }],
  light: (sql, row) => [
    { by: light(sql, row), type: 'int' },
    { by: valueOr(sql, sql`${row}.next_deadline`, sql`'infinity'`), type: 'date' },
  ],
  changed: (sql, row) => [{ by: sql`${row}.recorded_at`, type: 'timestamptz', descending: true }],
}

/** The register that is followed up, as its list, its counts and its spreadsheet ask for it. */
export const commitmentList: ListSource<CommitmentFilter> = {
  table: 'governance.commitment',
  parts: true,
  where,
  order: ({ sql }, name, row) => {
    const keys = orders[name as Sorting](sql, row)
    return [...keys, { by: sql`${row}.id`, type: 'uuid', descending: keys.at(-1)?.descending === true }]
  },
}
