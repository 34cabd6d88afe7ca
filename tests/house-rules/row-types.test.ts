import { expect, it } from 'vitest'
import { sources } from './sources.ts'

/** The type that a query says its rows have: it ends where the template begins. */
const rowType = /<\(?[^`()]*\)?\[\]>\s*`/g
/** What is called a row, and a column in another type: only columns have names with an underscore. */
const row = /\binterface \w*Row\b[^{]*\{[^}]*: Date\b/
const column = /\b[a-z]+_[a-z_]+\??: Date\b/

const saysDate = (text: string): boolean =>
  row.test(text) || column.test(text) || [...text.matchAll(rowType)].some(([type]) => /: Date\b/.test(type))

// The driver gives instants as text. Row types are written by hand, so the compiler would believe a Date.
it('no row has a Date', () => {
  const files = sources('src', '.ts').filter(({ path }) => !path.includes('/web/'))
  expect(files.length).toBeGreaterThan(300)
  expect(files.filter(({ text }) => saysDate(text)).map(({ path }) => path)).toEqual([])
})

it.each([
  ['tx.sql<{ at: Date }[]>`select now() as at`', true],
  ['interface LogRow {\n  readonly at: Date\n}', true],
  ['interface State {\n  readonly whole_at: Date | null\n}', true],
  ['interface Row {\n  readonly at: Instant\n}\nconst of = (now: Date) => now', false],
  ['tx<{ id: string; at: Date }[]>`\n  select 1`', true],
  ['tx.sql<{ at: Instant }[]>`select now() as at`', false],
  ['const of = (now: Date) => tx.sql<Row[]>`select 1`', false],
  ['tx.sql<(Row & { at: Date })[]>`select 1`', true],
])('%s: %s', (text, found) => expect(saysDate(text)).toBe(found))
