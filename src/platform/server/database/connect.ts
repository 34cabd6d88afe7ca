import postgres from 'postgres'
import { embeddedUser } from './embedded-names.ts'

/** A pool of connections. */
export type Sql = postgres.Sql

/** What {@link connect} wants to know. */
export interface ConnectOptions {
  /** The database role of the work; without it, the role of the address (the owner). */
  readonly role?: 'fotfeste_app' | 'fotfeste_public'
  /** Connections at most; 10 unless told. */
  readonly max?: number
  /** Shown in pg_stat_activity. */
  readonly name: string
  /** Keeps a connection for ever, instead of making a new one once an hour. */
  readonly holdOpen?: boolean
}

/** postgres.js reads `?host=` as a run-time setting of the server, so a socket folder is taken out of the address. */
const socketOf = (address: URL): { host: string; port: number } | null => {
  const host = address.searchParams.get('host')
  if (host === null) return null
  const port = Number(address.searchParams.get('port') ?? '5432')
  address.searchParams.delete('host')
  address.searchParams.delete('port')
  return { host, port }
}

/**
 * Opens a pool. `date` comes out as YYYY-MM-DD (a plain date has no time zone), timestamptz as Date, int8 as number
 * (whole kroner stay far below 2^53) and numeric as text.
 *
 * Roles: on the embedded server we log in as the role itself. On another server the owner changes role at the
 * start of each connection, unless the address already names the role. Behind pgbouncer in transaction mode the
 * address must name it, since pgbouncer refuses the start-up setting; it never silently runs as the owner.
 */
export const connect = (url: string, options: ConnectOptions): Sql => {
  const address = new URL(url)
  const socket = socketOf(address)
  const role = options.role
  const loginAsRole = role !== undefined && decodeURIComponent(address.username) === embeddedUser
  if (loginAsRole) address.username = role
  const changeRole = role !== undefined && decodeURIComponent(address.username) !== role
  return postgres(address.href, {
    ...(socket ?? {}),
    max: options.max ?? 10,
    connect_timeout: 15,
    onnotice: () => {},
    ...(options.holdOpen ? { max_lifetime: null } : {}),
    connection: { application_name: `fotfeste ${options.name}`, ...(changeRole ? { role } : {}) },
    types: {
      plainDate: { to: 1082, from: [1082], serialize: (value: string) => value, parse: (value: string) => value },
      wholeNumber: {
        to: 20,
        from: [20],
        serialize: (value: number) => String(value),
        parse: (value: string) => {
          const number = Number(value)
          if (!Number.isSafeInteger(number)) throw new RangeError(`int8 ${value} does not fit a number`)
          return number
        },
      },
    },
  }) as unknown as Sql
}
