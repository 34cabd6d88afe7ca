import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { toParseOutput } from '../../src/governance/rules/letter/parse-output.ts'
import { readLetter } from '../../src/governance/rules/letter/read-letter.ts'
import { differencesOf, type ExpectedLetter } from './compare.ts'

/**
 * Letters written for this project, in forms that the reader was not made from, and those of the demo. Beside each
 * lies what a careful reader gets; every difference is named, so that a failure reads as a list of what to mend.
 */
const folders = [
  { folder: import.meta.dirname, expected: '.json' },
  { folder: join(import.meta.dirname, '../../src/governance/demo-letters'), expected: '.expected.json' },
]

describe.each(folders)('letters in $folder', ({ folder, expected }) => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))

  it.each(names)('%s', (name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    const wanted: ExpectedLetter = JSON.parse(readFileSync(join(folder, name.replace(/\.txt$/, expected)), 'utf8'))
    expect(differencesOf(wanted, toParseOutput(readLetter(text)))).toEqual([])
  })
})
