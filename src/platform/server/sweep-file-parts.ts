import type { Task } from './module.ts'

/** No upload takes a day. */
const patience = 24 * 60 * 60 * 1000

/** The nightly job that removes parts whose file never came: the upload was cut off, or refused afterwards. */
export const sweepFilePartsTask: Task = async (_payload, { inTransaction }) => {
  await inTransaction(
    (tx) => tx.sql`delete from platform.file_part p where p.recorded_at < ${new Date(tx.now.getTime() - patience)}
      and not exists (select from platform.file f where f.id = p.file)`,
  )
}
