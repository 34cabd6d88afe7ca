import { osloDate } from '../../../platform/rules/plain-date.ts'
import type { Tx } from '../../../platform/server/transaction.ts'

/** The counts of {@link Standing} over `governance.commitment c`, as JSON. */
export const standing = (tx: Tx) => tx.sql`jsonb_build_object(
  'open', count(*) filter (where c.state = 'open'),
  'red', count(*) filter (where c.state = 'open' and c.light = 'red'),
  'yellow', count(*) filter (where c.state = 'open' and c.light = 'yellow'),
  'green', count(*) filter (where c.state = 'open' and c.light = 'green'),
  'late', count(*) filter (where c.state = 'open' and c.next_deadline < ${osloDate(tx.now)}::date),
  'ownerless', count(*) filter (where c.state = 'open' and c.owner_unit is null and c.owner_person is null),
  'done', count(*) filter (where c.state = 'done'),
  'next', min(c.next_deadline) filter (where c.state = 'open'))`
