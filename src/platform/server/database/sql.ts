/**
 * SQL as tagged templates. `` sql`select … ${value}` `` is a query: whatever stands in `${}` travels as a parameter, never
 * as text, unless it is another template, which becomes a part of this one. A query is sent when it is awaited (or
 * given to `Promise.all`), once; one that is only a part of another is never sent.
 */

/** A column of an answer: its name, the table and column that it was read from (0 when it was computed), and its type. */
export interface AnswerColumn {
  readonly name: string
  readonly tableID: number
  readonly columnID: number
  readonly dataTypeID: number
}

/** Rows as an answer, with what PostgreSQL did: `SELECT`, `COMMIT`, …, how many rows it concerned, and of which columns. */
export type Rows<T extends readonly unknown[]> = T & {
  readonly count: number
  readonly command: string
  readonly columns: readonly AnswerColumn[]
}

/** A statement as it is sent: `$1` and so on stand for the values. */
export interface Statement {
  readonly text: string
  readonly values: readonly Value[]
}

/** What travels beside a statement; anything else has been refused or made into one of these. */
export type Value = string | Buffer | null | readonly Value[]

/** Sends a statement on some connection. */
export type Send = (statement: Statement) => Promise<Rows<readonly unknown[]>>

/** A piece of SQL with its parameters. */
export class Fragment {
  readonly strings: readonly string[]
  readonly values: readonly unknown[]

  constructor(strings: readonly string[], values: readonly unknown[]) {
    this.strings = strings
    this.values = values
  }
}

/** A value for a json or jsonb column. */
class Json {
  readonly text: string

  constructor(value: unknown) {
    // JSON has no word for undefined; a missing value is SQL's null, never the text "undefined".
    this.text = JSON.stringify(value) ?? 'null'
  }
}

/** A fragment that can be awaited: then it is sent. */
export class Query<T extends readonly unknown[]> extends Fragment implements Promise<Rows<T>> {
  readonly [Symbol.toStringTag] = 'Query'
  readonly #send: Send
  #answer: Promise<Rows<T>> | undefined

  constructor(strings: readonly string[], values: readonly unknown[], send: Send) {
    super(strings, values)
    this.#send = send
  }

  #ask(): Promise<Rows<T>> {
    this.#answer ??= this.#send(compile(this)) as Promise<Rows<T>>
    return this.#answer
  }

  // biome-ignore lint/suspicious/noThenProperty: being awaited is what sends a query
  then: Promise<Rows<T>>['then'] = (onAnswer, onError) => this.#ask().then(onAnswer, onError)
  catch: Promise<Rows<T>>['catch'] = (onError) => this.#ask().catch(onError)
  finally: Promise<Rows<T>>['finally'] = (onEnd) => this.#ask().finally(onEnd)
}

/** What a handle for queries offers: the tag, and the parts that a template cannot say by itself. */
export interface Tag {
  <T extends readonly unknown[] = Record<string, unknown>[]>(
    strings: TemplateStringsArray,
    ...values: readonly unknown[]
  ): Query<T>
  /** The name of a table or column, `schema.table` too. */
  identifier(name: string): Fragment
  /** Names of columns, with commas. */
  identifiers(names: readonly string[]): Fragment
  /** `(column, …) values (…), …` of rows with the same columns, for INSERT. */
  values(rows: object | readonly object[]): Fragment
  /** `column = value, …`, for UPDATE. */
  set(row: object): Fragment
  /** A value for a json or jsonb column. */
  json(value: unknown): unknown
  /** SQL that we wrote ourselves, as it is. Never with anything from outside in it. */
  raw(text: string): Fragment
}

const quoted = (name: string): string =>
  name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.')

const raw = (text: string): Fragment => new Fragment([text], [])

/** Puts the values between the texts of a list, as in `(a, b)`. */
const listed = (before: string, values: readonly unknown[], after: string): Fragment =>
  new Fragment([before, ...values.slice(1).map(() => ', '), after], values)

const columnsOf = (row: object): string[] => {
  const columns = Object.keys(row)
  if (columns.length === 0) throw new TypeError('a row without columns')
  return columns
}

const valuesOf = (rows: object | readonly object[]): Fragment => {
  const all: readonly object[] = Array.isArray(rows) ? rows : [rows]
  const [first] = all
  if (first === undefined) throw new TypeError('no rows')
  const columns = columnsOf(first)
  const lines = all.map((row) =>
    listed(
      '(',
      columns.map((column) => (row as Record<string, unknown>)[column]),
      ')',
    ),
  )
  return listed(`(${columns.map(quoted).join(', ')}) values `, lines, '')
}

const setOf = (row: object): Fragment => {
  const columns = columnsOf(row)
  const strings = columns.map((column, index) => `${index === 0 ? '' : ', '}${quoted(column)} = `)
  return new Fragment([...strings, ''], Object.values(row))
}

/** The tag whose queries go to `send`. */
export const tagOf = (send: Send): Tag =>
  Object.assign(
    <T extends readonly unknown[]>(strings: TemplateStringsArray, ...values: readonly unknown[]) =>
      new Query<T>(strings, values, send),
    {
      identifier: (name: string) => raw(quoted(name)),
      identifiers: (names: readonly string[]) => raw(names.map(quoted).join(', ')),
      values: valuesOf,
      set: setOf,
      json: (value: unknown): unknown => new Json(value),
      raw,
    },
  )

/**
 * The value as PostgreSQL reads it, as text. Done here and not in the driver, where a value that cannot be serialised
 * leaves the connection with a statement that is only half known (26000 at its next use).
 */
const asValue = (value: unknown): Value => {
  if (value === null || typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value)
  if (value instanceof Json) return value.text
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  if (Array.isArray(value)) return value.map(asValue)
  throw new TypeError(`a parameter cannot be ${value === undefined ? 'undefined' : `an ${typeof value}`}`)
}

/** Without its type, `$1 - interval '1 day'` would be read as a difference of two intervals. */
const castOf = (value: unknown): string => {
  if (value instanceof Date) return '::timestamptz'
  if (typeof value === 'boolean') return '::boolean'
  return value instanceof Uint8Array ? '::bytea' : ''
}

/** Puts a fragment and all that stand in it into one statement. Throws TypeError for what cannot be a parameter. */
export const compile = (fragment: Fragment): Statement => {
  const values: Value[] = []
  const textOf = ({ strings, values: inner }: Fragment): string =>
    strings.reduce((text, string, index) => {
      const value = inner[index - 1]
      if (value instanceof Fragment) return `${text}${textOf(value)}${string}`
      values.push(asValue(value))
      return `${text}$${values.length}${castOf(value)}${string}`
    })
  return { text: textOf(fragment), values }
}
