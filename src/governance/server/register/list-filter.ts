import { osloDate } from '../../../platform/rules/plain-date.ts'
import { containing } from '../../../platform/server/containing.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { windowDates } from '../../rules/follow-up/deadline.ts'
import type { ListFilter } from '../../rules/follow-up/list-shape.ts'
import type { Sorting } from '../../rules/follow-up/sortings.ts'
import { ownedBy, ownerless } from './part-of-whole.ts'

/** The filter as the condition of a query over `governance.commitment c`. */
export const whereOf = (tx: Tx, filter: ListFilter) => {
  const { sql } = tx
  const conditions = [sql`true`]
  const { year, kind, goal, unit, owner, light, state, due, text } = filter
  if (year !== undefined) conditions.push(sql`c.year = ${Number(year)}`)
  if (kind !== undefined) conditions.push(sql`c.kind = any(${kind.split(',')})`)
  if (goal !== undefined) conditions.push(sql`c.goal = ${goal}`)
  if (unit !== undefined) conditions.push(ownedBy(tx, 'owner_unit', unit))
  if (owner === 'mine') conditions.push(ownedBy(tx, 'owner_person', tx.actor.personId))
  else if (owner === 'none') conditions.push(ownerless(tx))
  else if (owner !== undefined) conditions.push(ownedBy(tx, 'owner_person', owner))
  if (light !== undefined) conditions.push(sql`coalesce(c.light, 'none') = any(${light.split(',')})`)
  if (state !== undefined) conditions.push(sql`c.state = any(${state.split(',')})`)
  if (due === 'none') conditions.push(sql`c.next_deadline is null`)
  else if (due !== undefined) {
    const { from, to } = windowDates(due, osloDate(tx.now))
    if (from !== null) conditions.push(sql`c.next_deadline >= ${from}`)
    if (to !== null) conditions.push(sql`c.next_deadline <= ${to}`)
  }
  if (text !== undefined && text.trim() !== '') {
    const pattern = containing(text)
    conditions.push(sql`c.id = any (array(select governance.commitment_containing(${pattern})))`)
  }
  return conditions.reduce((all, next) => sql`${all} and ${next}`)
}

/** The order of a list as a query's `order by`. */
export const orderOf = (tx: Tx, sorting: Sorting) => {
  const { sql } = tx
  const letter = sql`c.year desc, c.kind, c.position, c.id`
  switch (sorting) {
    case 'deadline':
      return sql`c.next_deadline nulls last, ${letter}`
    case 'letter':
      return letter
    case 'title':
      return sql`c.title collate "nb-NO-x-icu", c.id`
    case 'light':
      return sql`array_position(array['red', 'yellow', 'green'], c.light) nulls last, c.next_deadline nulls last, ${letter}`
    case 'changed':
      return sql`c.recorded_at desc, c.id`
  }
}
