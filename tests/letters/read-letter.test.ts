import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { toParseOutput } from '../../src/governance/rules/letter/parse-output.ts'
import { readLetter } from '../../src/governance/rules/letter/read-letter.ts'
import { differencesOf } from './compare.ts'

const folder = import.meta.dirname
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace(/\.json$/, ''))

/** Letters of fictional agencies in the forms that letters have had, with what a careful reader gets. */
describe('letters in many forms', () => {
  it.each(names)('reads %s', (name) => {
    const text = readFileSync(join(folder, `${name}.txt`), 'utf8')
    const expected = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
    expect(differencesOf(expected, toParseOutput(readLetter(text)))).toEqual([])
  })
})
