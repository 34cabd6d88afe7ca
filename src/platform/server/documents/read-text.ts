import { ProblemError } from '../../rules/problem.ts'
import { htmlToText } from './html-text.ts'
import { type ParseFailure, type ParseLimits, parseApart } from './parse-apart.ts'
import { pageLines } from './pdf-lines.ts'
import { decodeText, hasDamagedCharacters, type ReadingWarning } from './plain-text.ts'
import { inspectZip } from './zip-guard.ts'

/** The largest file that is opened, in megabytes. A letter with annexes is one or two. */
export const fileLimitMb = 50

const defaultLimits: ParseLimits = { milliseconds: 60_000, memoryMb: 768 }

/** The text of a file, what it was, and what the reader was unsure of. */
export interface ReadText {
  readonly text: string
  readonly format: 'txt' | 'pdf' | 'docx'
  readonly warnings: ReadingWarning[]
}

const latin1 = (bytes: Uint8Array, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.byteLength)).toString('latin1')

/** The name of the stream that Office writes when it locks a document with a password, in UTF-16. */
const lockedOffice = Buffer.from('EncryptedPackage', 'utf16le')

const failed = (failure: ParseFailure, name: string, format: string): ProblemError =>
  failure === 'password'
    ? new ProblemError('file-password', { name })
    : failure === 'too-much'
      ? new ProblemError('file-too-demanding', { name })
      : new ProblemError('file-unreadable', { name, format })

/**
 * Text as it can be kept and found again: PostgreSQL takes no NUL, and half a surrogate pair is no character in JSON.
 * Both become one replacement character, so that places stay where they were.
 */
const keepable = (text: string): string => text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD')

const readPdf = async (bytes: Uint8Array, name: string, limits: ParseLimits): Promise<ReadText> => {
  const parsed = await parseApart('pdf', bytes, limits)
  if (!parsed.ok) throw failed(parsed.failure, name, 'pdf')
  const pages = parsed.value.map(pageLines)
  // A page number stamped on a scan is no text layer.
  const withText = pages.filter((lines) => lines.join('').replace(/[^\p{L}]/gu, '').length > 10).length
  if (withText === 0) throw new ProblemError('file-scanned', { name, pages: pages.length })
  const text = keepable(pages.flat().join('\n'))
  const warnings: ReadingWarning[] = []
  if (withText < pages.length) warnings.push('pages-without-text')
  if (hasDamagedCharacters(text)) warnings.push('damaged-characters')
  return { text, format: 'pdf', warnings }
}

const readWord = async (bytes: Uint8Array, name: string, limits: ParseLimits): Promise<ReadText> => {
  const zip = inspectZip(bytes)
  if (zip.kind === 'encrypted') throw new ProblemError('file-password', { name })
  if (zip.kind === 'too-much') throw new ProblemError('file-too-demanding', { name })
  if (zip.kind !== 'ok') throw new ProblemError('file-unreadable', { name, format: 'docx' })
  if (!zip.names.includes('word/document.xml')) throw new ProblemError('file-format-unknown', { name })
  const parsed = await parseApart('word', bytes, limits)
  if (!parsed.ok) throw failed(parsed.failure, name, 'docx')
  const text = keepable(htmlToText(parsed.value))
  if (text === '') throw new ProblemError('file-empty', { name })
  return { text, format: 'docx', warnings: hasDamagedCharacters(text) ? ['damaged-characters'] : [] }
}

const readPlain = (bytes: Uint8Array, name: string): ReadText => {
  const decoded = decodeText(bytes)
  if (!decoded) throw new ProblemError('file-format-unknown', { name })
  if (decoded.text.trim() === '') throw new ProblemError('file-empty', { name })
  if (/^\s*(<\?xml[^>]*>\s*)?<(!doctype\s+html|html[\s>])/i.test(decoded.text)) {
    throw new ProblemError('file-is-html', { name })
  }
  return { text: keepable(decoded.text.replace(/\r\n?/g, '\n')), format: 'txt', warnings: decoded.warnings }
}

/**
 * The text of a file that a person has handed in: a text file in any common encoding, a PDF with a text layer, or a Word
 * document. The format is told by the content, never by the name, which is only used in messages. Lines are kept, and
 * table rows come out as one line with tabs between the cells.
 *
 * Throws ProblemError: `too-large` (before anything is opened), `file-empty`, `file-scanned` (with the number of pages),
 * `file-password`, `file-is-html`, `file-format-unknown`, `file-unreadable` when the file is damaged, and
 * `file-too-demanding` when it unpacks to too much or takes too long to open.
 */
export const readText = async (
  bytes: Uint8Array,
  name: string,
  limits: ParseLimits = defaultLimits,
): Promise<ReadText> => {
  if (bytes.byteLength > fileLimitMb * 1024 * 1024) throw new ProblemError('too-large', { limitMb: fileLimitMb })
  if (bytes.byteLength === 0) throw new ProblemError('file-empty', { name })
  const head = latin1(bytes, 1024)
  if (head.includes('%PDF-')) return readPdf(bytes, name, limits)
  if (head.startsWith('PK\x03\x04')) return readWord(bytes, name, limits)
  if (head.startsWith('\xd0\xcf\x11\xe0')) {
    const locked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(lockedOffice)
    throw new ProblemError(locked ? 'file-password' : 'file-format-unknown', { name })
  }
  if (head.startsWith('{\\rtf')) throw new ProblemError('file-format-unknown', { name })
  return readPlain(bytes, name)
}
