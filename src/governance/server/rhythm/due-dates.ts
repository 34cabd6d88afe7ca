import type { PlainDate } from '../../../platform/rules/plain-date.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import type { DueDate, Scope } from '../../rules/rhythm/shapes.ts'
import { organisationName } from '../register/organisation-name.ts'

/** Whose dates `d` (of governance.due_date) are: the actor's own, the unit's and the own, or all. */
export const inScope = (tx: Tx, scope: Scope) => {
  const { personId, organisationId } = tx.actor
  if (scope === 'all') return tx.sql`true`
  if (scope === 'mine') return tx.sql`d.owner_person = ${personId}`
  return tx.sql`(d.owner_person = ${personId} or d.owner_unit = ${organisationId})`
}

/** The columns of a {@link DueDate} from governance.due_date as `d`, with goal and unit named. */
export const dueDateColumns = (tx: Tx) => tx.sql`
  d.id, d.record, d.kind, d.code, d.title, d.whole_title as whole, d.label, d.due, d.count_date as "countDate",
  d.met_on as "metOn", d.light,
  (select concat_ws(' ', g.number, g.title) from governance.goal g where g.id = d.goal) as goal,
  (select ${organisationName(tx)} from reference.organisation_name o where o.id = d.owner_unit) as unit,
  access.name_of(d.owner_person) as person`

/** The dates of a period, both ends included, in order. */
export const listDueDates = (tx: Tx, scope: Scope, from: PlainDate, to: PlainDate) =>
  tx.sql<DueDate[]>`select ${dueDateColumns(tx)} from governance.due_date d
    where d.due between ${from} and ${to} and ${inScope(tx, scope)} order by d.due, d.code, d.title, d.id`
