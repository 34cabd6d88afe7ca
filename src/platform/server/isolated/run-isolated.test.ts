import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { runIsolated } from './run-isolated.ts'

const limits = { milliseconds: 20_000, memoryMb: 256 }
const folder = mkdtempSync(join(tmpdir(), 'fotfeste-isolated-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let made = 0
/** A file with a task. */
const entryOf = (body: string): string => {
  const file = join(folder, `task-${++made}.mjs`)
  writeFileSync(file, `import { inflateRawSync } from 'node:zlib'\nexport const run = async (input) => { ${body} }\n`)
  return file
}

describe('a task in a process of its own', () => {
  it('answers with its value, bytes too', async () => {
    const answer = await runIsolated(entryOf('return input.map((n) => n + 1)'), new Uint8Array([1, 2]), limits)
    expect(answer).toEqual({ kind: 'value', value: new Uint8Array([2, 3]) })
  })

  it.each([
    ['too-long', 'for (;;) {}', { ...limits, milliseconds: 500 }],
    ['too-much-memory', 'const all = []; for (;;) all.push({ all: [...all] })', limits],
    ['too-much-memory', 'return inflateRawSync(input).length', limits],
    ['ended', 'process.exit(3)', limits],
  ])('reports that it was %s: %s', async (kind, task, own) => {
    const bomb = task.includes('inflate') ? deflateRawSync(new Uint8Array(700 * 1024 * 1024)) : null
    const before = process.memoryUsage.rss()
    expect(await runIsolated(entryOf(task), bomb, own)).toEqual({ kind })
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024)
  })

  it('reports the problem that was thrown, and of any other error where it was, not what it said', async () => {
    const problem = { code: 'file-empty', params: { name: 'a' } }
    const thrown = entryOf(`throw Object.assign(new Error('x'), { problem: ${JSON.stringify(problem)} })`)
    expect(await runIsolated(thrown, null, limits)).toEqual({ kind: 'problem', problem })
    const answer = await runIsolated(entryOf("throw new RangeError('of the file')"), null, limits)
    expect(answer).toEqual({ kind: 'failed', where: expect.stringMatching(/^RangeError\n +at .*task-/) })
    expect(JSON.stringify(answer)).not.toContain('of the file')
  })

  it('waits for its turn when two others run', async () => {
    const entry = entryOf('await new Promise((done) => setTimeout(done, 700)); return Date.now()')
    const starts = await Promise.all(
      [1, 2, 3, 4].map(async () => {
        const answer = await runIsolated<number>(entry, null, limits)
        return answer.kind === 'value' ? answer.value - 700 : Number.NaN
      }),
    )
    const [first = 0, second = 0, third = 0, fourth = 0] = starts.sort((a, b) => a - b)
    expect(third).toBeGreaterThanOrEqual(first + 700)
    expect(fourth).toBeGreaterThanOrEqual(second + 700)
  })
})
