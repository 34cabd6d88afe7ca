import { describe, expect, it } from 'vitest'
import { sources } from './sources.ts'

const migrations = sources('db/migrations', '.sql')

describe('migrations', () => {
  it.each(migrations.map(({ path, text }) => [path, text]))('%s is named and marked', (path, text) => {
    expect(path).toMatch(/^db\/migrations\/\d{4}-[a-z]+(-[a-z0-9]+)+\.sql$/)
    expect(text.split('\n')[0]).toMatch(/^-- (expand|contract|data): \S.{10,}/)
  })

  it('have each their number', () => {
    const numbers = migrations.map(({ path }) => path.slice('db/migrations/'.length, 'db/migrations/'.length + 4))
    expect(numbers).toEqual([...new Set(numbers)])
  })

  it('take nothing away unless they are marked so', () => {
    const taking =
      /^\s*(drop table|drop column|truncate)|\balter table [^;]*\bdrop column\b|\bhistory\.(drop|rename)_column\('/im
    const wrong = migrations.filter(
      ({ text }) => !text.startsWith('-- contract') && taking.test(text.replace(/--.*$/gm, '')),
    )
    expect(wrong.map(({ path }) => path)).toEqual([])
  })
})
