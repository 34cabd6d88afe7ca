import { describe, expect, it } from 'vitest'
import { sources } from './sources.ts'

const rules = sources('src', '.ts').filter(
  ({ path }) => /^src\/[^/]+\/rules\//.test(path) && !path.endsWith('.test.ts'),
)

/** What makes a rule answer differently on another day or machine. Imports are held by dependency-cruiser. */
const impure = {
  'the clock': /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/,
  chance: /\bMath\.random\(|\brandomUUID\(|\bgetRandomValues\(/,
  'the surroundings': /\bprocess\.|\bglobalThis\.|\bwindow\.|\bdocument\.|\blocalStorage\b|\bfetch\(/,
  'the machine’s own language': /\.toLocale\w*String\(\s*\)|\bIntl\.\w+\(\s*\)/,
}

describe('rules', () => {
  it('are there', () => expect(rules.length).toBeGreaterThan(20))

  it.each(Object.entries(impure))('do not look at %s', (_what, pattern) => {
    const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    expect(rules.filter(({ text }) => pattern.test(code(text))).map(({ path }) => path)).toEqual([])
  })
})
