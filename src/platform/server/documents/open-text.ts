import type { StructuredTextItem } from 'unpdf'
import { ProblemError } from '../../rules/problem.ts'
import { htmlToText } from './html-text.ts'
import { pageLines } from './pdf-lines.ts'
import { decodeText, hasDamagedCharacters, type ReadingWarning } from './plain-text.ts'
import { inspectZip } from './zip-guard.ts'

/** A file to open. */
export interface ToOpen {
  readonly bytes: Uint8Array
  /** Only used in messages. */
  readonly name: string
  /** Characters of the longest text that is handed back. */
  readonly longest: number
}

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

/**
 * Text as it can be kept and found again: PostgreSQL takes no NUL, and half a surrogate pair is no character in JSON.
 * Both become one replacement character, so that places stay where they were.
 */
const keepable = (text: string): string => text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD')

/** The text items of a PDF by page. The library is large, is loaded only for a PDF, and takes no Buffer. */
const itemsOf = async (bytes: Uint8Array, name: string): Promise<StructuredTextItem[][]> => {
  const { extractTextItems, getDocumentProxy } = await import('unpdf')
  try {
    return (await extractTextItems(await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }))).items
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new ProblemError('file-password', { name })
    throw new ProblemError('file-unreadable', { name, format: 'pdf' })
  }
}

const readPdf = async (bytes: Uint8Array, name: string): Promise<ReadText> => {
  const pages = (await itemsOf(bytes, name)).map(pageLines)
  // A page number stamped on a scan is no text layer.
  const withText = pages.filter((lines) => lines.join('').replace(/[^\p{L}]/gu, '').length > 10).length
  if (withText === 0) throw new ProblemError('file-scanned', { name, pages: pages.length })
  const text = keepable(pages.flat().join('\n'))
  const warnings: ReadingWarning[] = []
  if (withText < pages.length) warnings.push('pages-without-text')
  if (hasDamagedCharacters(text)) warnings.push('damaged-characters')
  return { text, format: 'pdf', warnings }
}

/** The plain HTML of a Word document. */
const htmlOf = async (bytes: Uint8Array, name: string): Promise<string> => {
  const { convertToHtml, images } = (await import('mammoth')).default
  const convertImage = images.imgElement(async () => ({ src: '' }))
  try {
    return (await convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage })).value
  } catch {
    throw new ProblemError('file-unreadable', { name, format: 'docx' })
  }
}

const readWord = async (bytes: Uint8Array, name: string): Promise<ReadText> => {
  const zip = inspectZip(bytes)
  if (zip.kind === 'encrypted') throw new ProblemError('file-password', { name })
  if (zip.kind === 'too-much') throw new ProblemError('file-too-demanding', { name })
  if (zip.kind !== 'ok') throw new ProblemError('file-unreadable', { name, format: 'docx' })
  if (!zip.names.includes('word/document.xml')) throw new ProblemError('file-format-unknown', { name })
  const text = keepable(htmlToText(await htmlOf(bytes, name)))
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

const open = ({ bytes, name }: ToOpen): ReadText | Promise<ReadText> => {
  const head = latin1(bytes, 1024)
  if (head.includes('%PDF-')) return readPdf(bytes, name)
  if (head.startsWith('PK\x03\x04')) return readWord(bytes, name)
  if (head.startsWith('\xd0\xcf\x11\xe0')) {
    const locked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(lockedOffice)
    throw new ProblemError(locked ? 'file-password' : 'file-format-unknown', { name })
  }
  if (head.startsWith('{\\rtf')) throw new ProblemError('file-format-unknown', { name })
  return readPlain(bytes, name)
}

/**
 * Opens a file; the process that runs it does nothing else (read-text.ts). PDF and Word files come from outside, and the
 * libraries that open them are large: a crafted file can make them loop or eat memory, most of it outside the JavaScript
 * heap. Throws ProblemError.
 */
export const run = async (file: ToOpen): Promise<ReadText> => {
  const read = await open(file)
  if (read.text.length > file.longest) throw new ProblemError('too-large', { limitMb: file.longest / 1e6 })
  return read
}
