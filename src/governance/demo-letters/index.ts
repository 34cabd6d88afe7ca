/** A letter of the demo, written for a directorate that does not exist. */
export interface DemoLetter {
  /** What people see. */
  readonly name: string
  /** File name in `demoLetterFolder`; a file of the same name that ends in `.expected.json` says what is in it. */
  readonly file: string
  /** Its place in the order in which the ministry sent them; later letters change what earlier ones gave. */
  readonly order: number
  readonly language: 'nb' | 'nn'
}

/** Where the letters lie, from the root of the project. */
export const demoLetterFolder = 'src/governance/demo-letters'

/**
 * Two years of letters to «Direktoratet for bosetting og inkludering», in the order in which they came. Together they have
 * an assignment carried on with a new number, one revised, one moved to another goal, one withdrawn, and money given twice.
 * With intent, the letter of 2026 has a chapter sum that does not add up and a date that does not exist.
 */
export const demoLetters: readonly DemoLetter[] = [
  { name: 'Tildelingsbrev 2025', file: 'tildelingsbrev-2025.txt', order: 1, language: 'nb' },
  { name: 'Tildelingsbrev 2026', file: 'tildelingsbrev-2026.txt', order: 2, language: 'nb' },
  { name: 'Tillegg nr. 1 til tildelingsbrev 2026', file: 'tillegg-1-2026.txt', order: 3, language: 'nb' },
  { name: 'Tillegg nr. 2 til tildelingsbrev 2026', file: 'tillegg-2-2026.txt', order: 4, language: 'nn' },
]
