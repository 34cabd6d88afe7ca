import { containing } from '../../platform/server/containing.ts'
import type { Tx } from '../../platform/server/transaction.ts'

/** People whom the actor may search the log for, by part of a name: colleagues, or for the directorate everybody. */
export const searchLogPeople = async (tx: Tx, text: string): Promise<{ id: string; name: string }[]> => {
  const part = containing(text)
  return [
    ...(await tx.sql<{ id: string; name: string }[]>`
      select id, name from access.account where name ilike ${part} order by name collate "nb-NO-x-icu", id limit 20`),
  ]
}
