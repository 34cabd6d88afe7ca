import type { Connection, ReservedConnection, Sql } from './database/connect.ts'
import { type Rows, type Statement, tagOf } from './database/sql.ts'

/**
 * Whose data a request has read. Tables about people name the column that says whose data a row is (access.protect), and
 * PostgreSQL says of each column of an answer from which table it comes. So it is known whom a request has seen, whatever
 * its queries look like, and one that leaves fewer access log entries than that is refused.
 */

/** A table about people, its history, or a view of them: its name, and the number of the column that says about whom. */
interface PeopleTable {
  readonly name: string
  /** Null: a view without that column. */
  readonly column: number | null
  /** The numbers of the columns that tell of the version and not of the person. */
  readonly bookkeeping: readonly number[]
  /** Finds the name in a statement, that of the function that gives its rows as known earlier included. */
  readonly pattern: RegExp
}

/** By the number that PostgreSQL gives the table. */
type PeopleTables = ReadonlyMap<number, PeopleTable>

const tablesOf = new WeakMap<Sql, Promise<PeopleTables>>()

const patternOf = (name: string): RegExp => new RegExp(`\\b${name.replace('.', '\\.')}(_as_of)?(?![a-z_])`)

/** The database's tables about people. Asked once for a pool: they change with migrations only. */
export const peopleTables = (pool: Sql, connection: Connection): Promise<PeopleTables> => {
  const known = tablesOf.get(pool)
  if (known) return known
  const asked = connection<(Omit<PeopleTable, 'pattern'> & { relation: number })[]>`
    select relation::int8 as relation, name, attribute::int as column, bookkeeping::int[] as bookkeeping
    from platform.people_tables()`.then(
    (rows) => new Map(rows.map(({ relation, ...table }) => [relation, { ...table, pattern: patternOf(table.name) }])),
  )
  tablesOf.set(pool, asked)
  asked.catch(() => tablesOf.delete(pool))
  return asked
}

/** Types that a computed column can hide a person's data in: text, json, rows, and arrays (whose numbers are not fixed). */
const harmlessTypes = new Set([16, 20, 21, 23, 700, 701, 1082, 1114, 1184, 1700])

/** Names the people in a statement's answer that is computed from people's tables: an array of their ids, `shown_people`. */
const named = 'shown_people'

/** The people's tables that a statement names. */
const mentioned = (people: PeopleTables, text: string): string[] => {
  const plain = text.replaceAll('"', '')
  return [...people.values()].filter(({ pattern }) => pattern.test(plain)).map(({ name }) => name)
}

/** Adds whom an answer tells about. Throws when it tells about people and does not say about whom. */
const note = (seen: Set<string>, people: PeopleTables, text: string, rows: Rows<readonly unknown[]>): void => {
  if (rows.length === 0) return
  const answered = new Set<number>()
  const said = new Set<number>()
  for (const { name, tableID, columnID } of rows.columns) {
    const table = people.get(tableID)
    if (table === undefined && name !== named) continue
    if (name === named || table?.column === columnID) {
      said.add(tableID)
      for (const row of rows as readonly Record<string, string | string[] | null>[]) {
        for (const person of [row[name] ?? []].flat()) seen.add(person)
      }
    } else if (!table?.bookkeeping.includes(columnID)) answered.add(tableID)
  }
  const silent = [...answered].filter((table) => !said.has(table)).map((table) => people.get(table)?.name)
  const computed = rows.columns.some(({ tableID, dataTypeID }) => tableID === 0 && !harmlessTypes.has(dataTypeID))
  if (computed && said.size === 0) silent.push(...mentioned(people, text))
  if (silent.length > 0) throw new Error(`an answer tells about people of ${silent.join(', ')} and not about whom`)
}

/** The connection as a request's work gets it, and the people whom it has been answered about so far. */
export const seeing = (
  sql: ReservedConnection,
  people: PeopleTables,
): { readonly sql: Connection; readonly seen: ReadonlySet<string> } => {
  const seen = new Set<string>()
  const send = async (statement: Statement) => {
    const rows = await sql.send(statement)
    note(seen, people, statement.text, rows)
    return rows
  }
  return { sql: Object.assign(tagOf(send), { script: sql.script, client: sql.client }), seen }
}
