import { describe, expect, it } from 'vitest'
import { compile, type Statement, tagOf } from './sql.ts'

const sent: Statement[] = []
const sql = tagOf(async (statement) => {
  sent.push(statement)
  return Object.assign([], { count: 0, command: 'SELECT', columns: [] })
})

describe('a template', () => {
  it.each([
    ['values as parameters', sql`select ${1}, ${'a'}, ${null}`, 'select $1, $2, $3', ['1', 'a', null]],
    ['parts of templates', sql`a ${sql`b ${1} c`} ${2}`, 'a b $1 c $2', ['1', '2']],
    ['names', sql`${sql.identifier('a.b"c')}`, '"a"."b""c"', []],
    ['lists of names', sql`${sql.identifiers(['a', 'b'])}`, '"a", "b"', []],
    [
      'rows',
      sql`insert into t ${sql.values([
        { a: 1, b: 'x' },
        { b: 'y', a: 2 },
      ])}`,
      'insert into t ("a", "b") values ($1, $2), ($3, $4)',
      ['1', 'x', '2', 'y'],
    ],
    ['columns to change', sql`set ${sql.set({ a: 1, b: null })}`, 'set "a" = $1, "b" = $2', ['1', null]],
    ['an instant, with its type', sql`${new Date(0)}`, '$1::timestamptz', ['1970-01-01T00:00:00.000Z']],
    ['truth', sql`${true}`, '$1::boolean', ['true']],
    ['lists as arrays', sql`= any(${['a', null, 'b']})`, '= any($1)', [['a', null, 'b']]],
    ['json', sql`${sql.json({ a: [1] })}`, '$1', ['{"a":[1]}']],
    ['text that looks like SQL as a parameter', sql`${"'; drop table t; --"}`, '$1', ["'; drop table t; --"]],
  ])('holds %s', (_, query, text, values) => expect(compile(query)).toEqual({ text, values }))

  it.each([
    ['undefined', undefined],
    ['an object', { a: 1 }],
    ['a function', () => 1],
    ['an invalid date', new Date(Number.NaN)],
    ['an array with undefined in it', [undefined]],
  ])('refuses %s before anything is sent', async (_, value) => {
    const before = sent.length
    await expect(async () => await sql`select ${value}`).rejects.toThrow()
    expect(sent).toHaveLength(before)
  })

  it('refuses rows without columns, and no rows at all', () => {
    expect(() => sql.values([])).toThrow(TypeError)
    expect(() => sql.set({})).toThrow(TypeError)
  })
})

it('a query is sent once, when it is first awaited, and never as a part of another', async () => {
  sent.length = 0
  const part = sql`where a = ${1}`
  const query = sql`select ${part}`
  expect(sent).toEqual([])
  await Promise.all([query, query, query.then(() => {})])
  expect(sent).toEqual([{ text: 'select where a = $1', values: ['1'] }])
})
