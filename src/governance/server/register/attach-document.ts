import { ProblemError } from '../../../platform/rules/problem.ts'
import { keepFile, type Upload } from '../../../platform/server/files.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { refuseWrite } from './lock-commitment.ts'

/** Keeps a document with a delivery that has none: what was delivered is not exchanged afterwards. */
export const attachDocument = async (tx: Tx, delivery: string, upload: Upload) => {
  const [row] = await tx.sql<{ commitment: string; file: string | null }[]>`
    select commitment, file from governance.delivery where id = ${delivery} for update`
  if (!row) {
    const [seen] = await tx.sql<
      { commitment: string }[]
    >`select commitment from governance.delivery where id = ${delivery}`
    if (seen) return refuseWrite(tx, seen.commitment)
    throw new ProblemError('not-found', { kind: 'delivery' })
  }
  if (row.file !== null) throw new ProblemError('already-exists', { field: 'file' })
  const id = await keepFile(tx, upload, { table: 'governance.delivery', record: delivery })
  await tx.sql`update governance.delivery set file = ${id} where id = ${delivery}`
  tx.audit({ action: 'delivery.attach', kind: 'delivery', id: delivery, detail: { file: id, sha256: upload.sha256 } })
  return { name: upload.name, size: upload.size }
}
