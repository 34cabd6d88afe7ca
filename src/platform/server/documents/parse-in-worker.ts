import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { StructuredTextItem } from 'unpdf'

/**
 * PDF and Word files come from outside, and the libraries that open them are large: a crafted file can make them loop or
 * eat memory. They run in a thread of their own with a time limit and a memory limit, so that the worst
 * file costs one request and never the server. The thread only opens the file; making lines of it is ours and linear.
 *
 * The thread's code is a string because the server is bundled into one file: a file beside it would not be there.
 */
const source = `
const { parentPort, workerData } = require('node:worker_threads')
const readPdf = async () => {
  const unpdf = require(workerData.library)
  const pdf = await unpdf.getDocumentProxy(workerData.bytes, { verbosity: 0 })
  return (await unpdf.extractTextItems(pdf)).items
}
const readWord = async () => {
  const mammoth = require(workerData.library)
  const noImage = mammoth.images.imgElement(async () => ({ src: '' }))
  return (await mammoth.convertToHtml({ buffer: Buffer.from(workerData.bytes) }, { convertImage: noImage })).value
}
;(workerData.kind === 'pdf' ? readPdf() : readWord()).then(
  (value) => parentPort.postMessage({ ok: true, value }),
  (error) => parentPort.postMessage({ ok: false, name: String(error && error.name) }),
)
`

const require = createRequire(import.meta.url)
const libraries = { pdf: 'unpdf', word: 'mammoth' } as const

/** Limits for opening one file. */
export interface ParseLimits {
  readonly milliseconds: number
  readonly memoryMb: number
}

/** Why a file could not be opened. */
export type ParseFailure = 'password' | 'unreadable' | 'too-slow'

type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: ParseFailure }

interface ParseResults {
  pdf: StructuredTextItem[][]
  word: string
}

type Message<T> = { ok: true; value: T } | { ok: false; name: string }

/** Opens a PDF (text items by page) or a Word document (plain HTML) in a thread that is ended when a limit is reached. */
export const parseInWorker = <K extends keyof ParseResults>(
  kind: K,
  bytes: Uint8Array,
  limits: ParseLimits,
): Promise<Parsed<ParseResults[K]>> =>
  new Promise((resolve) => {
    const worker = new Worker(source, {
      eval: true,
      workerData: { kind, bytes, library: require.resolve(libraries[kind]) },
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
      // Warnings from the libraries may quote the file's text; they do not belong in the server's log.
      stdout: true,
      stderr: true,
    })
    const finish = (parsed: Parsed<ParseResults[K]>) => {
      clearTimeout(timer)
      resolve(parsed)
      void worker.terminate()
    }
    const timer = setTimeout(() => finish({ ok: false, failure: 'too-slow' }), limits.milliseconds)
    worker.once('message', (message: Message<ParseResults[K]>) =>
      finish(
        message.ok
          ? { ok: true, value: message.value }
          : { ok: false, failure: message.name === 'PasswordException' ? 'password' : 'unreadable' },
      ),
    )
    worker.once('error', () => finish({ ok: false, failure: 'unreadable' }))
    worker.once('exit', () => finish({ ok: false, failure: 'unreadable' }))
  })
