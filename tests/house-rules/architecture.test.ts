import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './sources.ts'

const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
const named = [...page.matchAll(/^\| ([\w/-]+) \|/gm)]
  .map(([, folder]) => folder ?? '')
  .filter((folder) => folder !== 'folder')

describe('ARCHITECTURE.md', () => {
  it('names folders', () => expect(named.length).toBeGreaterThan(8))

  it.each(named)('%s exists', (folder) => expect(existsSync(join(root, folder))).toBe(true))

  it('names every folder of src', () => {
    const there = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(there.map(({ name }) => `src/${name}`).filter((folder) => !named.includes(folder))).toEqual([])
  })
})

describe('docs/operations.md', () => {
  it('lists every setting that the program reads', () => {
    const operations = readFileSync(join(root, 'docs/operations.md'), 'utf8')
    const config = readFileSync(join(root, 'src/platform/server/config.ts'), 'utf8')
    const settings = [...new Set([...config.matchAll(/'(FOTFESTE_[A-Z_]+)'/g)].map(([, name]) => name ?? ''))]
    expect(settings.length).toBeGreaterThan(10)
    expect(settings.filter((name) => name !== 'FOTFESTE_' && !operations.includes(`\`${name}\``))).toEqual([])
  })
})
