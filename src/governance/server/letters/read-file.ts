import type { ReadText } from '../../../platform/server/documents/open-text.ts'
import { readText } from '../../../platform/server/documents/read-text.ts'
import { builtEntry } from '../../../platform/server/isolated/built-entry.ts'
import { answeredValue, type Limits, runIsolated } from '../../../platform/server/isolated/run-isolated.ts'
import type { ReadLetter } from './read-letter-text.ts'

/**
 * The longest text that is read takes ten to twenty seconds (bench/reading-beside.ts) and some hundred megabytes; a known
 * letter a fifth of a second.
 */
const defaultLimits: Limits = { milliseconds: 60_000, memoryMb: 1024 }

/**
 * The text of a file and what it says as a letter. Both are made in processes of their own, so that the worst file costs
 * those and this one goes on answering. Throws ProblemError as {@link readText} does.
 */
export const readLetterFile = async (
  bytes: Uint8Array,
  name: string,
  limits: Limits = defaultLimits,
): Promise<ReadText & ReadLetter> => {
  const read = await readText(bytes, name, limits)
  const answer = await runIsolated<ReadLetter>(await builtEntry('read-letter-text'), read.text, limits)
  return { ...read, ...answeredValue(answer, name) }
}
