import { osloDate } from '../../platform/rules/plain-date.ts'
import type { Tx } from '../../platform/server/transaction.ts'

/** The administrators of the directorate and its units: those who can speak to whoever runs the installation. */
export const caretakers = async (tx: Tx): Promise<string[]> => {
  const today = osloDate(tx.now)
  const rows = await tx.sql<{ account: string }[]>`
    select distinct m.account from access.membership m join reference.organisation o on o.id = m.organisation
    where m.role = 'administrator' and o.kind = 'directorate-unit' and m.ended_at is null
      and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today})`
  return rows.map(({ account }) => account)
}
