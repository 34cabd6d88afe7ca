import type { Tx } from '../../../platform/server/transaction.ts'

/**
 * The code of `governance.commitment c` as lists show it: a part of an assignment is known by the assignment's code
 * `p.code` and its own label, and a label that is also its title is left out. The calendar's view does the same.
 */
export const codeWithWhole = (tx: Tx) => tx.sql`case when p.id is null then c.code
  else nullif(concat_ws(' ', p.code, case when lower(c.code) <> lower(c.title) then c.code end), '') end`

/** Who owns `c`: a part that nobody owns belongs to the owner of its whole `p`. */
export const ownerWithWhole = (tx: Tx) => ({
  person: tx.sql`case when coalesce(c.owner_person, c.owner_unit) is null then p.owner_person else c.owner_person end`,
  unit: tx.sql`case when coalesce(c.owner_person, c.owner_unit) is null then p.owner_unit else c.owner_unit end`,
})
