import { createRequire } from 'node:module'
import type { StructuredTextItem } from 'unpdf'
import { type Limits, runIsolated } from '../isolated/run-isolated.ts'

/**
 * PDF and Word files come from outside, and the libraries that open them are large: a crafted file can make them loop or
 * eat memory, most of it outside the JavaScript heap. Each file is opened in a process of its own, which is ended when a
 * limit is reached. The process only opens the file; making lines of it is ours and linear.
 */
const tasks = {
  pdf: `return (async () => {
  const unpdf = require(input.library)
  try {
    const pdf = await unpdf.getDocumentProxy(input.bytes, { verbosity: 0 })
    return { value: (await unpdf.extractTextItems(pdf)).items }
  } catch (error) {
    return { locked: error?.name === 'PasswordException' }
  }
})()`,
  word: `return (async () => {
  const mammoth = require(input.library)
  const noImage = mammoth.images.imgElement(async () => ({ src: '' }))
  try {
    return { value: (await mammoth.convertToHtml({ buffer: Buffer.from(input.bytes) }, { convertImage: noImage })).value }
  } catch {
    return { locked: false }
  }
})()`,
} as const

const require = createRequire(import.meta.url)
const libraries = { pdf: 'unpdf', word: 'mammoth' } as const

/** Limits for opening one file. */
export type ParseLimits = Limits

/** Why a file could not be opened. */
export type ParseFailure = 'password' | 'unreadable' | 'too-much'

type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: ParseFailure }

interface ParseResults {
  pdf: StructuredTextItem[][]
  word: string
}

type Opened<T> = { readonly value: T } | { readonly locked: boolean }

/** Opens a PDF (text items by page) or a Word document (plain HTML) in a process of its own. */
export const parseApart = async <K extends keyof ParseResults>(
  kind: K,
  bytes: Uint8Array,
  limits: ParseLimits,
): Promise<Parsed<ParseResults[K]>> => {
  const input = { bytes: new Uint8Array(bytes), library: require.resolve(libraries[kind]) }
  const answer = await runIsolated<Opened<ParseResults[K]>>(tasks[kind], input, limits)
  if (answer.kind !== 'value') return { ok: false, failure: answer.kind === 'ended' ? 'unreadable' : 'too-much' }
  if ('value' in answer.value) return { ok: true, value: answer.value.value }
  return { ok: false, failure: answer.value.locked ? 'password' : 'unreadable' }
}
