import type { Fragment } from '../../platform/server/database/sql.ts'
import type { ListSource } from '../../platform/server/register/list.ts'

/** How a log is asked for: it has no end, so that no more than this is counted. */
export const newestFirst = { sort: 'newest', most: 10_000 } as const

interface Days {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** A log as a list, newest first: narrowed by days in Oslo, both counting, and by columns that equal what is given. */
export const logSource = <Filter extends Days>(
  table: string,
  columns: readonly (Exclude<keyof Filter, keyof Days> & string)[],
): ListSource<Filter> => ({
  table,
  parts: false,
  where: ({ sql }, filter, line) => {
    const dayOf = (day: string, after: number): Fragment =>
      sql`(${day}::date + ${after}::int)::timestamp at time zone 'Europe/Oslo'`
    const conditions = [
      ...columns.flatMap((column) =>
        filter[column] === undefined ? [] : [sql`${line}.${sql.identifier(column)} = ${filter[column]}`],
      ),
      ...(filter.from === undefined ? [] : [sql`${line}.at >= ${dayOf(filter.from, 0)}`]),
      ...(filter.to === undefined ? [] : [sql`${line}.at < ${dayOf(filter.to, 1)}`]),
    ]
    return conditions.reduce((all, next) => sql`${all} and ${next}`, sql`true`)
  },
  order: ({ sql }, _name, line) => [{ by: sql`${line}.id`, type: 'bigint', descending: true }],
})
