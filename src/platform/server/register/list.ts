import { ProblemError } from '../../rules/problem.ts'
import type { Fragment, Tag } from '../database/sql.ts'
import type { Tx } from '../transaction.ts'

/** What rows are put in order by: an expression that is never null, and its type as PostgreSQL names it. */
export interface SortKey {
  readonly by: Fragment
  readonly type: string
  readonly descending?: boolean
}

/**
 * A register's list: which rows a filter means, and in which orders they come. Lists, counts and spreadsheets ask by it,
 * so that a number is always the length of the list that it opens.
 */
export interface ListSource<Filter> {
  /** `schema.table`, with columns id and, where records have parts, parent. */
  readonly table: string
  /** Records have parts: a list shows a part under its whole, and counts the two once. */
  readonly parts: boolean
  /** The condition on one row, the table being called `alias`. */
  readonly where: (tx: Tx, filter: Filter, alias: Fragment) => Fragment
  /** Named orders; the last key of each must tell all rows apart. */
  readonly order: (tx: Tx, name: string, alias: Fragment) => readonly SortKey[]
}

/** A page that is asked for: `after` is the `next` of the page before. */
export interface PageQuestion<Filter> {
  readonly filter: Filter
  /** The name of an order, with `-` before it when it is to be turned round. */
  readonly sort: string
  readonly limit: number
  readonly after?: string | undefined
}

const join = (sql: Tag, parts: readonly Fragment[], by: string): Fragment =>
  parts.slice(1).reduce((all, part) => sql`${all}${sql.raw(by)}${part}`, parts[0] ?? sql``)

const tuple = (sql: Tag, parts: readonly Fragment[]): Fragment => sql`(${join(sql, parts, ', ')})`

/**
 * The condition that a row with `keys` comes after the one with `values`. Keys of one direction are compared as a row, which
 * an index over them answers; where the direction changes, the first ones bound what is read.
 */
const comesAfter = (sql: Tag, keys: readonly SortKey[], values: readonly Fragment[]): Fragment => {
  const descending = keys[0]?.descending === true
  const turn = keys.findIndex((key) => (key.descending === true) !== descending)
  const same = turn === -1 ? keys.length : turn
  const left = tuple(
    sql,
    keys.slice(0, same).map((key) => key.by),
  )
  const right = tuple(sql, values.slice(0, same))
  const beyond = sql.raw(descending ? '<' : '>')
  if (turn === -1) return sql`${left} ${beyond} ${right}`
  const rest = comesAfter(sql, keys.slice(same), values.slice(same))
  return sql`(${left} ${beyond}= ${right} and (${left} ${beyond} ${right} or ${rest}))`
}

const orderBy = (sql: Tag, keys: readonly SortKey[]): Fragment =>
  join(
    sql,
    keys.map((key) => (key.descending === true ? sql`${key.by} desc` : key.by)),
    ', ',
  )

const keysOf = <Filter>(tx: Tx, source: ListSource<Filter>, sort: string, alias: Fragment): readonly SortKey[] => {
  if (!sort.startsWith('-')) return source.order(tx, sort, alias)
  return source.order(tx, sort.slice(1), alias).map((key) => ({ ...key, descending: key.descending !== true }))
}

const cursorOf = (sql: Tag, keys: readonly SortKey[]): Fragment =>
  sql`jsonb_build_array(${join(
    sql,
    keys.map((key) => sql`(${key.by})::text`),
    ', ',
  )})`

const writeCursor = (values: readonly string[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')

const noCursor = () => new ProblemError('invalid-input', { field: 'after', rule: 'format' })

/** A cursor that somebody has made up may hold values of another type: class 22, data exception. */
const isData = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('22')

/** Throws `invalid-input` for what no list has given. */
const readCursor = (text: string, length: number): readonly string[] => {
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (Array.isArray(values) && values.length === length && values.every((value) => typeof value === 'string'))
      return values
  } catch {
    // not a cursor: told below
  }
  throw noCursor()
}

/**
 * A value, or another where there is none. As `case`, since an index below row-level security answers only what cannot leak,
 * and PostgreSQL does not count `coalesce` among that.
 */
export const valueOr = (sql: Tag, value: Fragment, other: Fragment): Fragment =>
  sql`case when ${value} is null then ${other} else ${value} end`

const wholeOf = (sql: Tag, alias: Fragment): Fragment => valueOr(sql, sql`${alias}.parent`, sql`${alias}.id`)

/**
 * One page of a list: the ids of its records in order, and what the next page is asked for by (null: this is the last).
 * A whole stands where the first of it or of its parts that the filter means would stand. Throws `invalid-input`.
 */
export const pageOf = async <Filter>(
  tx: Tx,
  source: ListSource<Filter>,
  { filter, sort, limit, after }: PageQuestion<Filter>,
): Promise<{ ids: string[]; next: string | null }> => {
  const { sql } = tx
  const [row, other] = [sql.raw('q'), sql.raw('o')]
  const keys = keysOf(tx, source, sort, row)
  const conditions = [source.where(tx, filter, row)]
  if (after !== undefined) {
    const values = readCursor(after, keys.length)
    conditions.push(
      comesAfter(
        sql,
        keys,
        keys.map((key, place) => sql`${values[place]}::${sql.raw(key.type)}`),
      ),
    )
  }
  if (source.parts) {
    // As a value to compare, so that it is looked up row by row in the order of the index: as `not exists` it would become a
    // join of the whole table with itself.
    const others = keysOf(tx, source, sort, other)
    conditions.push(sql`q.id = (select o.id from ${sql.identifier(source.table)} o
      where ${wholeOf(sql, other)} = ${wholeOf(sql, row)} and ${source.where(tx, filter, other)}
      order by ${orderBy(sql, others)} limit 1)`)
  }
  const rows = await sql<{ id: string; cursor: string[] }[]>`
    select ${source.parts ? wholeOf(sql, row) : sql`q.id`} as id, ${cursorOf(sql, keys)} as cursor
    from ${sql.identifier(source.table)} q where ${join(sql, conditions, ' and ')}
    order by ${orderBy(sql, keys)} limit ${limit + 1}`.catch((error: unknown) => {
    throw after !== undefined && isData(error) ? noCursor() : error
  })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { ids: rows.slice(0, limit).map(({ id }) => id), next: last ? writeCursor(last.cursor) : null }
}

const counted = <Filter>({ sql }: Tx, source: ListSource<Filter>): Fragment =>
  source.parts ? sql`distinct ${wholeOf(sql, sql.raw('q'))}` : sql`*`

/** How many records a list has in all; with `most`, counting stops there, and one more says that there are more. */
export const totalOf = async <Filter>(
  tx: Tx,
  source: ListSource<Filter>,
  filter: Filter,
  most?: number,
): Promise<number> => {
  const { sql } = tx
  const meant = sql`from ${sql.identifier(source.table)} q where ${source.where(tx, filter, sql.raw('q'))}`
  // Grouped, since to count distinct ones sorts them all.
  const records = source.parts ? sql`${meant} group by ${wholeOf(sql, sql.raw('q'))}` : meant
  const bound = most === undefined ? sql`` : sql`limit ${most + 1}`
  const [found] = await sql<{ total: number }[]>`
    select count(*)::int as total from (select ${records} ${bound}) w`
  return found?.total ?? 0
}

/**
 * One page of a list as its route is asked for it, with how many there are in all when it is the first. Of a table that
 * has no end, `most` are counted, and `beyond` says that there are more. Throws `invalid-input`.
 */
export const listPage = async <Filter>(
  tx: Tx,
  source: ListSource<Filter>,
  asked: Filter & { readonly sort?: string; readonly limit?: string; readonly after?: string },
  { sort: usual, most }: { readonly sort: string; readonly most?: number },
): Promise<{ ids: string[]; next: string | null; total: number | null; beyond?: true }> => {
  const { sort = usual, limit = '50', after } = asked
  const [page, found] = await Promise.all([
    pageOf(tx, source, { filter: asked, sort, limit: Number(limit), after }),
    after === undefined ? totalOf(tx, source, asked, most) : null,
  ])
  return found !== null && most !== undefined && found > most
    ? { ...page, total: most, beyond: true }
    : { ...page, total: found }
}

/**
 * Numbers by name, as JSON: how many records each of the filters means, over the source's table called `q`. A whole and its
 * parts are one, as in the list that the number opens.
 */
export const countsOf = <Filter>(
  tx: Tx,
  source: ListSource<Filter>,
  filters: Readonly<Record<string, Filter>>,
): Fragment => {
  const { sql } = tx
  const numbers = Object.entries(filters).map(
    ([name, filter]) =>
      sql`${name}::text, count(${counted(tx, source)}) filter (where ${source.where(tx, filter, sql.raw('q'))})`,
  )
  return sql`jsonb_build_object(${join(sql, numbers, ', ')})`
}
