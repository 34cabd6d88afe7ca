import type { Fragment, Tag } from './sql.ts'

/**
 * A timestamptz as the driver would give it, where it is a value inside of JSON, which the driver does not look into.
 * Infinity has no digits: its own word is taken.
 */
export const instantText = (sql: Tag, at: Fragment): Fragment =>
  sql`coalesce(to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), (${at})::text)`
