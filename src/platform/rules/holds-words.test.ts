import { expect, it } from 'vitest'
import { holdsWords } from './holds-words.ts'

it.each([
  ['Oppdrag og krav', 'oppdrag', true],
  ['Oppdrag og krav', 'KRAV opp', true],
  ['Oppdrag og krav', 'ra', false],
  ['Innsynslogg', 'logg', true],
  ['Innsynslogg', 'lo', false],
  ['Årshjul', 'år', true],
  ['Mine innlogginger', 'mine brev', false],
  ['Bytt til nynorsk', 'bytt nyno', true],
])('in %j, %j: %s', (text, sought, holds) => expect(holdsWords(text, sought)).toBe(holds))
