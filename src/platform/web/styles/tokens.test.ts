import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const theme = (start: string): Map<string, string> => {
  const block = css.slice(css.indexOf(start)).split('}')[0] ?? ''
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']))
}
const light = theme(':root,')
const dark = theme('.dark {')

/** Relative luminance and contrast as WCAG 2.1 defines them. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (one: string, other: string): number => {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

const grounds = ['ax-bg-default', 'ax-bg-sunken', 'ax-neutral-100', 'ax-neutral-200', 'ax-accent-100', 'ax-accent-200']
const texts = [
  'ax-neutral-900',
  'ax-neutral-1000',
  'ax-accent-800',
  'ax-accent-1000',
  'ff-light-red',
  'ff-light-yellow',
  'ff-light-green',
]

describe.each([
  ['light', light, '#ffffff'],
  ['dark', dark, '#000000'],
] as const)('the %s theme', (_name, tokens, onStrong) => {
  const of = (name: string) => tokens.get(name) ?? expect.fail(`tokens.css lacks --${name}`)

  it.each(texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)))(
    '%s is readable on %s',
    (text, ground) => expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5),
  )

  it.each(['ax-accent-600', 'ax-accent-700', 'ax-accent-800'])('the text of a button is readable on %s', (strong) =>
    expect(contrast(onStrong, of(strong))).toBeGreaterThanOrEqual(4.5),
  )

  it.each(['ff-chart-1', 'ff-chart-2', 'ff-chart-3', 'ax-neutral-600'])('%s stands out from the page', (mark) =>
    expect(contrast(of(mark), of('ax-bg-default'))).toBeGreaterThanOrEqual(3),
  )
})

it.each(['ax-neutral-900', 'ax-neutral-1000', 'ax-accent-1000'])(
  '%s of the dark theme is readable in the header',
  (text) => {
    const words = dark.get(text) ?? expect.fail(text)
    for (const ground of ['ff-header', 'ff-header-raised'])
      expect(contrast(words, light.get(ground) ?? expect.fail(ground))).toBeGreaterThanOrEqual(4.5)
  },
)
