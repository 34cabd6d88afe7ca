import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../../../platform/rules/problem.ts'
import type { Tx } from '../../../platform/server/transaction.ts'

/** A file as it was handed in, read before any transaction is opened. */
export interface Upload {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
  readonly sha256: string
}

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain',
}

/** What a browser may be told that a file is; never what the sender claimed. */
const mediaTypeOf = (name: string): string =>
  mediaTypes[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'

/** A file from its name and bytes, with its checksum. */
export const uploadOf = (name: string, bytes: Buffer): Upload => ({
  name,
  mediaType: mediaTypeOf(name),
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})

/** Reads the one file of a multipart request. Throws `invalid-input` when there is none; the size limit is the app's. */
export const receiveUpload = async (request: FastifyRequest): Promise<Upload> => {
  const part = await request.file()
  if (!part) throw new ProblemError('invalid-input', { field: 'file', rule: 'required' })
  const bytes = await part.toBuffer()
  const name = basename(part.filename.replaceAll('\\', '/')).slice(0, 200) || 'brev'
  if (bytes.byteLength === 0) throw new ProblemError('file-empty', { name })
  return uploadOf(name, bytes)
}

/**
 * Keeps the file and queues its reading, in one transaction. The same file is not read twice: throws
 * `letter-already-read` with the letter that it became.
 */
export const uploadLetter = async (tx: Tx, upload: Upload): Promise<{ id: string; version: number }> => {
  const { sql } = tx
  const file = crypto.randomUUID()
  await sql`insert into platform.file (id, name, media_type, size, sha256, bytes, permission)
    values (${file}, ${upload.name}, ${upload.mediaType}, ${upload.bytes.byteLength}, ${upload.sha256},
      ${upload.bytes}, 'letter.read')`
  const title = upload.name.replace(/\.[^.]+$/, '')
  const [letter] = await sql<{ id: string; version: number }[]>`
    insert into governance.letter (title, file, sha256) values (${title}, ${file}, ${upload.sha256})
    on conflict (sha256) where state in ('reading', 'checking', 'approved') do nothing
    returning id, version`
  if (!letter) {
    const [same] = await sql<{ id: string }[]>`select id from governance.letter
      where sha256 = ${upload.sha256} and state in ('reading', 'checking', 'approved')`
    throw new ProblemError('letter-already-read', { name: upload.name, letterId: same?.id ?? '' })
  }
  tx.enqueue('read-letter', { letter: letter.id }, { key: `read-letter ${letter.id}` })
  tx.audit({
    action: 'letter.upload',
    kind: 'letter',
    id: letter.id,
    detail: { name: upload.name, size: upload.bytes.byteLength, sha256: upload.sha256 },
  })
  return letter
}
