import type { Task } from '../../platform/server/module.ts'

/** Records that one transaction erases at most, so that none runs long. */
const portion = 500

/**
 * The nightly job that erases what has been kept for its time (access.protect names it with the table) and what rests on a
 * consent that was taken back, with earlier versions and files. Each record leaves a line in access.erasure. A record that
 * another stands on is left, and the job fails when it is done, so that somebody looks.
 */
export const eraseDueTask: Task = async (_payload, { inTransaction }) => {
  const left = new Map<string, number>()
  for (let erased = portion; erased >= portion; ) {
    erased = await inTransaction(async (tx) => {
      const rows = await tx.sql<{ target: string; erased: number; failed: number }[]>`
        select target, erased, failed from access.erase_due(${portion})`
      for (const row of rows) {
        if (row.failed > 0) left.set(row.target, row.failed)
        if (row.erased === 0) continue
        tx.audit({ action: 'record.erase', kind: row.target, id: 'retention', detail: { records: row.erased } })
      }
      return rows.reduce((sum, row) => sum + row.erased, 0)
    })
  }
  if (left.size > 0) {
    const where = [...left].map(([target, records]) => `${target} (${records})`)
    throw new Error(`records that others stand on were not erased: ${where.join(', ')}`)
  }
}
