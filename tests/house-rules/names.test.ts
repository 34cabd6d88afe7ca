import { describe, expect, it } from 'vitest'
import { sources } from './sources.ts'

/** What a file of a server does is the first word of its name, and of what it exports. */
const reading = ['view', 'search', 'export'] as const

const served = sources('src', '.ts').filter(({ path }) => path.includes('/server/') && !/\.test\.ts$/.test(path))
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
const exported = (text: string): string[] =>
  [...text.matchAll(/^export const (\w+)(?= = (?:async )?\(|: SearchSource|: ExportList)/gm)].map(
    ([, name]) => name ?? '',
  )

describe.each(reading)('a file of the server that begins with %s', (verb) => {
  const files = served.filter(({ path }) => nameOf(path).startsWith(`${verb}-`))
  const own = new RegExp(`^${verb}[A-Z]`)

  it('is there', () => expect(files.length).toBeGreaterThan(2))

  it('holds what begins so, which stands nowhere else', () => {
    const elsewhere = served.filter(
      (file) => !files.includes(file) && exported(file.text).some((name) => own.test(name)),
    )
    const without = files.filter(({ text }) => !exported(text).some((name) => own.test(name)))
    expect([...elsewhere, ...without].map(({ path }) => path)).toEqual([])
  })

  it('writes nothing', () => {
    const writes = /\b(insert into|delete from|update [a-z_.]+ set)\b|\btx\.(audit|enqueue|notify)\(/
    expect(files.filter(({ text }) => writes.test(text)).map(({ path }) => path)).toEqual([])
  })
})
