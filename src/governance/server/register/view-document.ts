import { ProblemError } from '../../../platform/rules/problem.ts'
import type { KeptFile } from '../../../platform/server/files.ts'
import type { Tx } from '../../../platform/server/transaction.ts'

/** The document of a delivery. Throws `not-found`. */
export const viewDocument = async (tx: Tx, delivery: string): Promise<KeptFile> => {
  const [file] = await tx.sql<KeptFile[]>`
    select f.id, f.name, f.media_type, f.size from governance.delivery d join platform.file f on f.id = d.file
    where d.id = ${delivery}`
  if (!file) throw new ProblemError('not-found', { kind: 'document' })
  return file
}
