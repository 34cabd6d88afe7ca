import { ProblemError } from '../../rules/problem.ts'
import { builtEntry } from '../isolated/built-entry.ts'
import { answeredValue, type Limits, runIsolated } from '../isolated/run-isolated.ts'
import type { ReadText, ToOpen } from './open-text.ts'

/** The largest file that is opened, in megabytes. A letter with annexes is one or two. */
export const fileLimitMb = 50

/**
 * Characters of the longest text that is handed back, some twenty times the longest letter known: what reads it further
 * takes some seconds for each million.
 */
export const longestText = 2_000_000

/** A letter takes a second or two, many when the machine is shared, and some hundred megabytes at most. */
const defaultLimits: Limits = { milliseconds: 60_000, memoryMb: 1024 }

/**
 * The text of a file that a person has handed in: a text file in any common encoding, a PDF with a text layer, or a Word
 * document. The format is told by the content, never by the name, which is only used in messages. Lines are kept, and
 * table rows come out as one line with tabs between the cells. The file is opened in a process of its own, which is
 * ended when a limit is reached.
 *
 * Throws ProblemError: `too-large` (the file before anything is opened, or its text), `file-empty`, `file-scanned` (with
 * the number of pages), `file-password`, `file-is-html`, `file-format-unknown`, `file-unreadable` when the file is
 * damaged, and `file-too-demanding` when it unpacks to too much or takes too long to open.
 */
export const readText = async (bytes: Uint8Array, name: string, limits: Limits = defaultLimits): Promise<ReadText> => {
  if (bytes.byteLength > fileLimitMb * 1024 * 1024) throw new ProblemError('too-large', { limitMb: fileLimitMb })
  if (bytes.byteLength === 0) throw new ProblemError('file-empty', { name })
  const file: ToOpen = { bytes, name, longest: longestText }
  return answeredValue(await runIsolated<ReadText>(await builtEntry('open-text'), file, limits), name)
}
