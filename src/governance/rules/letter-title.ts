import type { LetterKind } from './letter/types.ts'

const names: Readonly<Record<LetterKind, string>> = {
  'allocation-letter': 'Tildelingsbrev',
  supplement: 'Tillegg til tildelingsbrev',
  'assignment-letter': 'Oppdragsbrev',
  instruction: 'Instruks',
}

/** What a letter is called in lists, in the letters' own language: `Tillegg nr. 1 til tildelingsbrev 2026`. */
export const letterTitle = (kind: LetterKind, year: number | null, supplementNo: string | null): string => {
  const name = kind === 'supplement' && supplementNo ? `Tillegg nr. ${supplementNo} til tildelingsbrev` : names[kind]
  return year === null ? name : `${name} ${year}`
}

/** What a letter is called until it has been read: its file's name without the ending, when that is a name at all. */
export const titleOfFile = (name: string): string => {
  const title = name.replace(/\.[^.]*$/, '').trim()
  return /[\p{L}\p{N}\p{S}]/u.test(title) ? title : 'Brev'
}
