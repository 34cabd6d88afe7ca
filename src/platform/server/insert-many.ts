import type { Tx } from './transaction.ts'

/** Rows a statement: PostgreSQL takes at most 65 535 parameters in one, and no table of ours has sixty columns. */
const batch = 1_000

/** Inserts rows with the same columns into `schema.table`, in as many statements as it takes; none for no rows. */
export const insertMany = async (tx: Pick<Tx, 'sql'>, table: string, rows: readonly object[]): Promise<void> => {
  for (let from = 0; from < rows.length; from += batch) {
    await tx.sql`insert into ${tx.sql.identifier(table)} ${tx.sql.values(rows.slice(from, from + batch))}`
  }
}
