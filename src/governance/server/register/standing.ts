import type { Fragment } from '../../../platform/server/database/sql.ts'
import { countsOf } from '../../../platform/server/register/list.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { type CountName, counted } from '../../rules/follow-up/counts.ts'
import { type CommitmentFilter, commitmentList } from './list-source.ts'

/** The numbers of {@link counted} within a filter, as a query of one row whose column is `name`. */
export const countsWithin = (tx: Tx, within: CommitmentFilter, names: readonly CountName[], name: string): Fragment => {
  const filters = Object.fromEntries(names.map((each) => [each, { ...within, ...counted[each] }]))
  return tx.sql`select ${countsOf(tx, commitmentList, filters)} as ${tx.sql.identifier(name)}
    from governance.commitment q where ${commitmentList.where(tx, within, tx.sql.raw('q'))}`
}

/** The day by which something within a filter is due next. */
export const nextWithin = (tx: Tx, within: CommitmentFilter): Fragment =>
  tx.sql`(select min(q.next_deadline) from governance.commitment q
    where ${commitmentList.where(tx, { ...within, ...counted.open }, tx.sql.raw('q'))})`
