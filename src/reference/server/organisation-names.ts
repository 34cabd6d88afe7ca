import type { Tx } from '../../platform/server/transaction.ts'

/** The names of organisations by identifier, in a language; those that the actor may not read are left out. */
export const organisationNames = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await tx.sql<{ id: string; name: string }[]>`
    select id, case when ${tx.actor.locale} = 'nn' then name_nn else name_nb end as name
    from reference.organisation where id = any(${[...ids]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row.name]))
}
