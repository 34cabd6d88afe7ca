import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from '../rules/problem.ts'
import type { Tx } from './transaction.ts'

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
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain',
}

/** What a browser may be told that a file is: by its name, never what the sender claimed, and never a page or a script. */
const mediaTypeOf = (name: string): string =>
  mediaTypes[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'

/** The last part of a path as any system writes it, without control characters, and short. */
const safeName = (name: string): string =>
  basename(name.replaceAll('\\', '/'))
    .replace(/\p{Cc}/gu, '_')
    .slice(-200) || 'fil'

/** A file from its name and bytes, with its checksum. */
export const uploadOf = (name: string, bytes: Buffer): Upload => ({
  name: safeName(name),
  mediaType: mediaTypeOf(name),
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})

/** What the parser of form data throws itself has no status: the form data is not whole, or not to be told apart. */
const broken = (error: unknown): never => {
  if ((error as { statusCode?: number }).statusCode !== undefined) throw error
  throw new ProblemError('invalid-input', { field: 'file', rule: 'multipart' })
}

const readUpload = async (request: FastifyRequest): Promise<Upload | null> => {
  const part = request.isMultipart() ? await request.file() : undefined
  return part ? uploadOf(part.filename, await part.toBuffer()) : null
}

/** Reads the one file of a multipart request. Throws `invalid-input` and `file-empty`; the size limit is the app's. */
export const receiveUpload = async (request: FastifyRequest): Promise<Upload> => {
  const upload = await readUpload(request).catch(broken)
  if (!upload) throw new ProblemError('invalid-input', { field: 'file', rule: 'required' })
  if (upload.bytes.byteLength === 0) throw new ProblemError('file-empty', { name: upload.name })
  return upload
}

/** Keeps a file for those with `permission`; gives its id. */
export const keepFile = async (tx: Tx, upload: Upload, permission: string): Promise<string> => {
  const id = crypto.randomUUID()
  await tx.sql`insert into platform.file (id, name, media_type, size, sha256, bytes, permission)
    values (${id}, ${upload.name}, ${upload.mediaType}, ${upload.bytes.byteLength}, ${upload.sha256},
      ${upload.bytes}, ${permission})`
  return id
}

/**
 * Makes the answer a file to be kept, never shown in our own pages. The name may have any letters: RFC 6266 with
 * RFC 8187, and a plain form for programs that know only that.
 */
export const asDownload = (reply: FastifyReply, name: string, mediaType: string): void => {
  const plain = name.replace(/[^\w. -]/g, '_')
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  reply.header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${whole}`).type(mediaType)
}
