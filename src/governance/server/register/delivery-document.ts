import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from '../../../platform/rules/problem.ts'
import { uploadLimit } from '../../../platform/server/app.ts'
import type { Tx } from '../../../platform/server/transaction.ts'

/** An uploaded document, read whole. */
export interface Upload {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
}

/** Control characters and path separators have no place in a file's name. */
const safeName = (name: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed.
  name.replace(/[\u0000-\u001f\u007f/\\]/g, '_').slice(-200) || 'dokument'

/** Reads the one file of a multipart request; throws `file-empty`, `too-large`, `invalid-input`. */
export const readUpload = async (request: FastifyRequest): Promise<Upload> => {
  if (!request.isMultipart()) throw new ProblemError('invalid-input', { field: 'file', rule: 'required' })
  const part = await request.file()
  if (!part) throw new ProblemError('invalid-input', { field: 'file', rule: 'required' })
  const name = safeName(part.filename)
  const bytes = await part.toBuffer().catch((error: { statusCode?: number }) => {
    if (error.statusCode === 413) throw new ProblemError('too-large', { limitMb: uploadLimit / 1024 / 1024 })
    throw error
  })
  if (bytes.length === 0) throw new ProblemError('file-empty', { name })
  return { name, mediaType: part.mimetype, bytes }
}

/** Keeps a document with a delivery that has none: what was delivered is not exchanged afterwards. */
export const attachDocument = async (tx: Tx, delivery: string, upload: Upload) => {
  const [row] = await tx.sql<{ commitment: string; file: string | null }[]>`
    select commitment, file from governance.delivery where id = ${delivery} for update`
  if (!row) throw new ProblemError('not-found', { kind: 'delivery' })
  if (row.file !== null) throw new ProblemError('already-exists', { field: 'file' })
  const id = crypto.randomUUID()
  const sha256 = createHash('sha256').update(upload.bytes).digest('hex')
  await tx.sql`insert into platform.file (id, name, media_type, size, sha256, bytes, permission)
    values (${id}, ${upload.name}, ${upload.mediaType}, ${upload.bytes.length}, ${sha256}, ${upload.bytes},
      'followup.read')`
  await tx.sql`update governance.delivery set file = ${id} where id = ${delivery}`
  tx.audit({ action: 'delivery.attach', kind: 'delivery', id: delivery, detail: { file: id, sha256 } })
  return { name: upload.name, size: upload.bytes.length }
}

/** Makes the answer a file to be kept: never shown in our own pages, whatever its type says. */
export const asDownload = (reply: FastifyReply, name: string, mediaType: string): void => {
  reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`).type(mediaType)
}

/** The document of a delivery. */
export const deliveryDocument = async (tx: Tx, delivery: string, reply: FastifyReply): Promise<Buffer> => {
  const [file] = await tx.sql<{ name: string; media_type: string; bytes: Buffer }[]>`
    select f.name, f.media_type, f.bytes from governance.delivery d join platform.file f on f.id = d.file
    where d.id = ${delivery}`
  if (!file) throw new ProblemError('not-found', { kind: 'document' })
  asDownload(reply, file.name, file.media_type)
  return file.bytes
}
