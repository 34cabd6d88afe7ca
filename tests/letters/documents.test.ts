import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { Document, Packer, Paragraph } from 'docx'
import { describe, expect, it } from 'vitest'
import { demoLetterFolder, demoLetters } from '../../src/governance/demo-letters/index.ts'
import { toParseOutput } from '../../src/governance/rules/letter/parse-output.ts'
import { readLetter } from '../../src/governance/rules/letter/read-letter.ts'
import { readText } from '../../src/platform/server/documents/read-text.ts'
import { differencesOf, type ExpectedLetter } from './compare.ts'

const root = join(import.meta.dirname, '../..')

const asWord = async (lines: readonly string[]) =>
  new Uint8Array(
    await Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] })),
  )

/** With page numbers at the foot, in the middle of whatever stands there, as a ministry's own PDF has. */
const asPdf = async (lines: readonly string[]) => {
  const source = ['#set page(paper: "a4", footer: context [Side #counter(page).display()])']
  for (const line of lines) source.push(`#par(text(${JSON.stringify(line)}))`)
  return new Uint8Array(NodeCompiler.create().pdf({ mainFileContent: source.join('\n') }, {}))
}

describe.each([
  ['Word', asWord],
  ['PDF', asPdf],
])('a letter as %s gives the same register', (_form, write) => {
  it.each(demoLetters.map(({ file }) => file))('%s', async (file) => {
    const path = join(root, demoLetterFolder, file)
    const bytes = await write(readFileSync(path, 'utf8').trimEnd().split('\n'))
    const { text } = await readText(bytes, file)
    const expected: ExpectedLetter = JSON.parse(readFileSync(path.replace(/\.txt$/, '.expected.json'), 'utf8'))
    expect(differencesOf(expected, toParseOutput(readLetter(text)))).toEqual([])
  })
})
