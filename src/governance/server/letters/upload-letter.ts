import { ProblemError } from '../../../platform/rules/problem.ts'
import { keepFile, type Upload } from '../../../platform/server/files.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { titleOfFile } from '../../rules/letter-title.ts'
import { governanceProblem } from '../../rules/problems.ts'

/**
 * Keeps the file and queues its reading, in one transaction. The same file is not read twice: throws
 * `letter-already-read` with the letter that it became.
 */
export const uploadLetter = async (tx: Tx, upload: Upload): Promise<{ id: string; version: number }> => {
  const { sql } = tx
  const id = crypto.randomUUID()
  const file = await keepFile(tx, upload, { table: 'governance.letter', record: id })
  const title = titleOfFile(upload.name)
  const [letter] = await sql<{ id: string; version: number }[]>`
    insert into governance.letter (id, title, file, sha256) values (${id}, ${title}, ${file}, ${upload.sha256})
    on conflict (sha256) where state in ('reading', 'checking', 'approved') do nothing
    returning id, version`
  if (!letter) {
    const [same] = await sql<{ id: string }[]>`select id from governance.letter
      where sha256 = ${upload.sha256} and state in ('reading', 'checking', 'approved')`
    throw new ProblemError(governanceProblem('letter-already-read', { name: upload.name, letterId: same?.id ?? '' }))
  }
  tx.enqueue('read-letter', { letter: letter.id }, { key: `read-letter ${letter.id}` })
  tx.audit({
    action: 'letter.upload',
    kind: 'letter',
    id: letter.id,
    detail: { name: upload.name, size: upload.size, sha256: upload.sha256 },
  })
  return letter
}
