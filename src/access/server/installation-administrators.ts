import { osloDate } from '../../platform/rules/plain-date.ts'
import type { Tx } from '../../platform/server/transaction.ts'

/** The installation's administrators are those of the directorate and its units: they can speak to whoever runs the installation. */
export const installationAdministrators = async (tx: Tx): Promise<string[]> => {
  const rows = await tx.sql<{ account: string }[]>`
    select distinct account from access.role_in_force(${osloDate(tx.now)})
    where role = 'administrator' and kind = 'directorate-unit'`
  return rows.map(({ account }) => account)
}
