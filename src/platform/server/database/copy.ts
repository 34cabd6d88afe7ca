import type { Readable, Writable } from 'node:stream'
import { from, to } from 'pg-copy-streams'
import type { Connection } from './connect.ts'
import { compile, type Fragment } from './sql.ts'

/** Both need a connection that was made for copying, see `connect`. COPY takes no parameters: names only. */

/** Rows of a query in PostgreSQL's COPY text form. To be read to its end: until then the connection does nothing else. */
export const copyOut = ({ client }: Connection, query: Fragment): Readable =>
  client.query(to(`copy (${compile(query).text}) to stdout`))

/** Takes rows in PostgreSQL's COPY text form into a table with its columns in brackets. */
export const copyInto = ({ client }: Connection, table: Fragment): Writable =>
  client.query(from(`copy ${compile(table).text} from stdin`))
