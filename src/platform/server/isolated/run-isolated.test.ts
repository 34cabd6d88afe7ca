import { describe, expect, it } from 'vitest'
import { runIsolated } from './run-isolated.ts'

const limits = { milliseconds: 20_000, memoryMb: 256 }

describe('a task in a process of its own', () => {
  it('answers with its value, bytes too', async () => {
    const answer = await runIsolated<Uint8Array>('return input.map((n) => n + 1)', new Uint8Array([1, 2]), limits)
    expect(answer).toEqual({ kind: 'value', value: new Uint8Array([2, 3]) })
  })

  it.each([
    ['too-long', 'for (;;) {}', { ...limits, milliseconds: 500 }],
    ['too-much-memory', 'const all = []; for (;;) all.push({ all: [...all] })', limits],
    ['too-much-memory', "return require('node:zlib').inflateRawSync(input).length", limits],
    ['ended', "throw new Error('of the task')", limits],
    ['ended', 'process.exit(3)', limits],
  ])('is told that it was %s: %s', async (kind, task, own) => {
    const { deflateRawSync } = await import('node:zlib')
    const bomb = task.includes('zlib') ? deflateRawSync(new Uint8Array(700 * 1024 * 1024)) : null
    const before = process.memoryUsage.rss()
    expect(await runIsolated(task, bomb, own)).toEqual({ kind })
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024)
  })
})
