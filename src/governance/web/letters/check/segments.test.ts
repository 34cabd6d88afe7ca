import { describe, expect, it } from 'vitest'
import { blocksOf, type Span } from './segments.ts'

const span = (id: string, start: number, end: number): Span => ({ id, start, end, state: 'open' })

describe('cutting a letter into blocks and runs', () => {
  it('covers every character once', () => {
    const text = 'En linje som er lang nok.\n'.repeat(400)
    const segments = blocksOf(text, [span('a', 10, 5_000), span('b', 40, 60), span('c', 50, 90)]).flatMap(
      (block) => block.segments,
    )
    expect(segments.map((one) => text.slice(one.start, one.end)).join('')).toBe(text)
    expect(segments.every((one) => one.end > one.start)).toBe(true)
  })

  it('names the shortest span first, where spans lie inside each other', () => {
    const [block] = blocksOf('x'.repeat(100), [span('whole', 0, 100), span('part', 40, 60)])
    expect(block?.segments.map((one) => one.spans.map((each) => each.id))).toEqual([
      ['whole'],
      ['part', 'whole'],
      ['whole'],
    ])
  })

  it('gives another signature only to the block that changed', () => {
    const text = 'En linje som er lang nok.\n'.repeat(400)
    const before = blocksOf(text, [span('a', 5_000, 5_010)])
    const after = blocksOf(text, [{ ...span('a', 5_000, 5_010), state: 'accepted' }])
    const changed = after.filter((block, index) => block.signature !== before[index]?.signature)
    expect(changed).toHaveLength(1)
  })

  it('cuts 115 000 characters with 400 spans in a moment', () => {
    const text = `${'Direktoratet skal levere noe innen fristen. '.repeat(3)}\n`.repeat(880)
    const spans = Array.from({ length: 400 }, (_, index) => span(String(index), index * 280, index * 280 + 200))
    const started = performance.now()
    blocksOf(text, spans)
    expect(performance.now() - started).toBeLessThan(200)
  })
})
