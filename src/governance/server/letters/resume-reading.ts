import type { Tx } from '../../../platform/server/transaction.ts'

/** After a restore: queues the reading of letters that had not been read when the backup was made. */
export const resumeReading = async (tx: Tx): Promise<void> => {
  const unread = await tx.sql<{ id: string }[]>`select id from governance.letter where state = 'reading' order by id`
  for (const { id } of unread) tx.enqueue('read-letter', { letter: id }, { key: `read-letter ${id}` })
}
