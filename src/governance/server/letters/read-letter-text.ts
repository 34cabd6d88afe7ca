import { findingsFromReading, type ReadFindings } from '../../rules/findings-from-reading.ts'
import { readLetter } from '../../rules/letter/read-letter.ts'
import type { LetterReading } from '../../rules/letter/types.ts'

/** What a text says as a letter, and what that becomes for the people who check it. */
export interface ReadLetter {
  readonly reading: LetterReading
  readonly found: ReadFindings
}

/** Reads a text as a letter; the process that runs it does nothing else (read-file.ts). */
export const run = (text: string): ReadLetter => {
  const reading = readLetter(text)
  return { reading, found: findingsFromReading(reading) }
}
