import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from '../rules/problem.ts'
import type { AppContext } from './module.ts'
import { inTransaction, type Tx } from './transaction.ts'

/** A file as it was handed in. Its parts are in the database already, and nobody's until {@link keepFile}. */
export interface Upload {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
}

/** Runs a transaction of its own. */
export type InTx = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** What a process holds of a file at once, in bytes. */
const partSize = 1024 * 1024

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain',
  csv: 'text/csv; charset=utf-8',
}

/** What a browser may be told that a file is: by its name, never what the sender claimed, and never a page or a script. */
const mediaTypeOf = (name: string): string =>
  mediaTypes[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'

/** The last part of a path as any system writes it, without control characters, and short. */
const safeName = (name: string): string =>
  basename(name.replaceAll('\\', '/'))
    .replace(/\p{Cc}/gu, '_')
    .slice(-200) || 'fil'

/** What a file is called and is given back as, by the name that it came with. */
export const describeFile = (name: string): Pick<Upload, 'name' | 'mediaType'> => ({
  name: safeName(name),
  mediaType: mediaTypeOf(name),
})

/** What the parser of form data throws itself has no status: the form data is not whole, or not to be told apart. */
const broken = (error: unknown): never => {
  if ((error as { statusCode?: number }).statusCode !== undefined) throw error
  throw new ProblemError('invalid-input', { field: 'file', rule: 'multipart' })
}

/** What the sender sends, with the parser's own errors told apart from those of keeping it. */
async function* sentBy(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks
  } catch (error) {
    broken(error)
  }
}

/** Gathers chunks of any size into parts. A part is valid until the next is asked for. */
async function* partsOf(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Buffer> {
  const part = Buffer.allocUnsafe(partSize)
  let filled = 0
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.byteLength; ) {
      const some = chunk.subarray(at, at + partSize - filled)
      part.set(some, filled)
      filled += some.byteLength
      at += some.byteLength
      if (filled < partSize) continue
      yield part
      filled = 0
    }
  }
  if (filled > 0) yield part.subarray(0, filled)
}

/**
 * Writes a file into the database as it comes, each part in a transaction of its own, so that it is never held whole and
 * a slow sender holds no connection. What is cut off leaves parts without a file, which are swept.
 */
export const storeParts = async (
  inTx: InTx,
  name: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Upload> => {
  const id = crypto.randomUUID()
  const hash = createHash('sha256')
  let size = 0
  let number = 0
  for await (const part of partsOf(chunks)) {
    hash.update(part)
    await inTx((tx) => tx.sql`insert into platform.file_part (file, part, bytes) values (${id}, ${number}, ${part})`)
    size += part.byteLength
    number += 1
  }
  return { id, ...describeFile(name), size, sha256: hash.digest('hex') }
}

/** Takes in the one file of a multipart request. Throws `invalid-input`, `file-empty`, and `too-large` by the app's limit. */
export const receiveUpload = async (context: AppContext, request: FastifyRequest): Promise<Upload> => {
  const part = request.isMultipart() ? await request.file().catch(broken) : undefined
  if (!part) throw new ProblemError('invalid-input', { field: 'file', rule: 'required' })
  const asSender: InTx = (work) => inTransaction(context.databases, context.actorOf(request), context.clock(), work)
  const upload = await storeParts(asSender, part.filename, sentBy(part.file))
  if (part.file.truncated) throw new request.server.multipartErrors.RequestFileTooLargeError()
  if (upload.size === 0) throw new ProblemError('file-empty', { name: upload.name })
  return upload
}

/**
 * Keeps a file with a record, for those who may read that; gives its id. The record may be made afterwards, in the same
 * transaction. `table` is a guarded table, as `schema.table`.
 */
export const keepFile = async (
  tx: Tx,
  upload: Upload,
  owner: { readonly table: string; readonly record: string },
): Promise<string> => {
  await tx.sql`insert into platform.file (id, name, media_type, size, sha256, record_table, record)
    values (${upload.id}, ${upload.name}, ${upload.mediaType}, ${upload.size}, ${upload.sha256}, ${owner.table}, ${owner.record})`
  return upload.id
}

/** A file as its row says it. */
export interface KeptFile {
  readonly id: string
  readonly name: string
  readonly media_type: string
  readonly size: number
}

/** The bytes of a file, part by part, each in a transaction of its own: a slow receiver holds no connection. */
export async function* readParts(inTx: InTx, file: Pick<KeptFile, 'id' | 'size'>): AsyncGenerator<Buffer> {
  let sent = 0
  for (let number = 0; sent < file.size; number += 1) {
    const [row] = await inTx(
      (tx) => tx.sql<{ bytes: Buffer | null }[]>`
        select coalesce(p.bytes, substring(f.bytes from ${sent + 1}::integer for ${partSize}::integer)) as bytes
        from platform.file f left join platform.file_part p on p.file = f.id and p.part = ${number}
        where f.id = ${file.id}`,
    )
    if (!row?.bytes?.byteLength) throw new Error(`file ${file.id} ends at ${sent} of ${file.size} bytes`)
    yield row.bytes
    sent += row.bytes.byteLength
  }
}

/** The whole of a file, held once. */
export const readWhole = async (inTx: InTx, file: Pick<KeptFile, 'id' | 'size'>): Promise<Buffer> => {
  const whole = Buffer.allocUnsafe(file.size)
  let filled = 0
  for await (const part of readParts(inTx, file)) filled += part.copy(whole, filled)
  return whole
}

/** Answers a file as a download, part by part as the request's actor. The name: {@link asDownload}. */
export const sendFile = (
  context: AppContext,
  request: FastifyRequest,
  reply: FastifyReply,
  file: KeptFile,
): Readable => {
  asDownload(reply, file.name, file.media_type)
  reply.header('content-length', file.size)
  const asReader: InTx = (work) =>
    inTransaction(context.databases, context.actorOf(request), context.clock(), work, { reading: true })
  return Readable.from(readParts(asReader, file), { highWaterMark: 1 })
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
