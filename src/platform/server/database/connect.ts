import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { embeddedUser } from './embedded-names.ts'
import { ConnectionLostError } from './lost.ts'
import { type Rows, type Send, type Statement, type Tag, tagOf } from './sql.ts'
import { typesAsRead } from './types-as-read.ts'

/** One connection, from {@link Sql.reserve} or inside a transaction: what is asked together travels together. */
export interface Connection extends Tag {
  /** Runs statements that have no parameters, as one text; all of them or, outside a transaction, none. */
  script(text: string): Promise<void>
  /** The driver's own connection, for COPY. */
  readonly client: pg.PoolClient
}

/** A connection taken out of its pool. */
export interface ReservedConnection extends Connection {
  readonly send: Send
  /** Gives it back. One that is lost, or still inside a transaction, is closed instead. */
  release(): void
}

/** A pool of connections. */
export interface Sql extends Tag {
  /** Runs `work` in a transaction of its own; `mode` as BEGIN takes it. */
  begin<T>(work: (tx: Connection) => Promise<T>, mode?: string): Promise<T>
  reserve(): Promise<ReservedConnection>
  script(text: string): Promise<void>
  /** Closes the pool when everything has been given back, or at once what is still out after `timeout` seconds. */
  end(options?: { readonly timeout?: number }): Promise<void>
}

/** What {@link connect} wants to know. */
export interface ConnectOptions {
  /** The database role of the work; without it, the role of the address (the owner). */
  readonly role?: 'fotfeste_app' | 'fotfeste_public'
  /** Connections at most; 10 by default. */
  readonly max?: number
  /** Shown in pg_stat_activity. */
  readonly name: string
  /** Without it, every query is on its way before the one before it is answered; COPY cannot do that. */
  readonly copying?: boolean
  /** Called when a connection is lost while nobody uses it; one in use throws at its user. */
  readonly onLost?: (error: Error) => void
}

/** Statements that are named at most; a text that is made anew each time must not fill the server's memory. */
const namedAtMost = 2_000
const seen = new Map<string, string | null>()
let names = 0

/** A name for a statement from its second use on: the server then keeps its plan. */
const nameOf = (text: string): string | null => {
  const known = seen.get(text)
  if (known) return known
  if (seen.size >= namedAtMost) seen.clear()
  const name = known === undefined || !/^\s*(select|insert|update|delete|with)\b/i.test(text) ? null : `s${++names}`
  seen.set(text, name)
  return name
}

const rowsOf = ({ rows, rowCount, command, fields }: pg.QueryResult): Rows<readonly unknown[]> =>
  // Beside the rows, not among them: two answers with the same rows are equal.
  Object.defineProperties(rows, {
    count: { value: rowCount ?? 0 },
    command: { value: command },
    columns: { value: fields },
  }) as unknown as Rows<readonly unknown[]>

/** What the driver itself says about a connection has no code of PostgreSQL's. */
const explained = (error: Error): Error => (error instanceof pg.DatabaseError ? error : new ConnectionLostError(error))

/** A plan or statement that this connection remembers and the server does not (after a migration, behind a pooler). */
const isForgotten = (error: unknown): boolean =>
  error instanceof pg.DatabaseError &&
  (error.code === '26000' || (error.code === '0A000' && /cached plan/.test(error.message)))

const reserveFrom = async (pool: pg.Pool): Promise<ReservedConnection> => {
  const client = await pool.connect().catch((error: Error) => {
    throw explained(error)
  })
  let broken: Error | undefined
  const onError = (error: Error) => {
    broken = error
  }
  client.on('error', onError)
  const asked = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer
    } catch (error) {
      if (isForgotten(error)) broken = error as Error
      throw explained(error as Error)
    }
  }
  const send = async ({ text, values }: Statement) => {
    const name = nameOf(text)
    return rowsOf(await asked(client.query({ text, values: values as unknown[], ...(name === null ? {} : { name }) })))
  }
  return Object.assign(tagOf(send), {
    client,
    send,
    script: async (text: string) => {
      await asked(client.query(text))
    },
    release: () => {
      client.off('error', onError)
      const idle = client.getTransactionStatus() === 'I'
      client.release(broken ?? (idle ? undefined : new Error('given back inside a transaction')))
    },
  })
}

/** Runs `work` with a connection that is given back however it goes. */
const withConnection = async <T>(pool: pg.Pool, work: (connection: ReservedConnection) => Promise<T>): Promise<T> => {
  const connection = await reserveFrom(pool)
  try {
    return await work(connection)
  } finally {
    connection.release()
  }
}

const inTransactionOf = async <T>(
  connection: ReservedConnection,
  work: (tx: Connection) => Promise<T>,
  mode: string,
): Promise<T> => {
  await connection.script(`begin ${mode}`)
  try {
    const value = await work(connection)
    const { command } = await connection`commit`
    if (command === 'ROLLBACK') throw new Error('the transaction had failed before its commit')
    return value
  } catch (error) {
    await connection`rollback`.catch(() => {}) // a lost connection has rolled back already
    throw error
  }
}

/** Closes the pool; what is still out after the time is cut off. */
const closePool = async (pool: pg.Pool, out: ReadonlySet<pg.PoolClient>, seconds: number): Promise<void> => {
  const ended = pool.end()
  const late = new AbortController()
  const cut = sleep(seconds * 1_000, undefined, { signal: late.signal }).then(
    () => {
      for (const client of out) client.connection.stream.destroy()
    },
    () => {}, // everything was given back in time
  )
  await Promise.race([ended, cut])
  late.abort()
}

/**
 * Opens a pool. `date` comes out as YYYY-MM-DD (a plain date has no time zone), timestamptz as an instant in UTC
 * (`2026-11-28T17:05:00.123Z`), int8 as number (whole kroner stay far below 2^53) and numeric as text. A connection that is lost costs what was asked on it a
 * {@link ConnectionLostError}, and the next one is new.
 *
 * Roles: on the embedded server we log in as the role itself. On another server the owner changes role at the
 * start of each connection, unless the address already names the role. Behind pgbouncer in transaction mode the
 * address must name it, since pgbouncer refuses the start-up setting; it never silently runs as the owner.
 */
export const connect = (url: string, options: ConnectOptions): Sql => {
  const address = new URL(url)
  const role = options.role
  const loginAsRole = role !== undefined && decodeURIComponent(address.username) === embeddedUser
  if (loginAsRole) address.username = role
  const changeRole = role !== undefined && decodeURIComponent(address.username) !== role
  const pool = new pg.Pool({
    connectionString: address.href,
    max: options.max ?? 10,
    connectionTimeoutMillis: 15_000,
    idleTimeoutMillis: 60_000,
    maxLifetimeSeconds: 3_600,
    keepAlive: true,
    pipeline: !options.copying,
    application_name: `fotfeste ${options.name}`,
    types: typesAsRead,
    ...(changeRole ? { options: `-c role=${role}` } : {}),
  })
  pool.on('error', (error) => options.onLost?.(error))
  const out = new Set<pg.PoolClient>()
  pool.on('connect', (client) => {
    out.add(client)
    // Between the pool and its user nobody else listens, and an error that nobody hears ends the process.
    client.on('error', () => {})
  })
  pool.on('remove', (client) => out.delete(client))
  const send = (statement: Statement) => withConnection(pool, (connection) => connection.send(statement))
  let ended: Promise<void> | undefined
  return Object.assign(tagOf(send), {
    begin: <T>(work: (tx: Connection) => Promise<T>, mode = '') =>
      withConnection(pool, (connection) => inTransactionOf(connection, work, mode)),
    reserve: () => reserveFrom(pool),
    script: (text: string) => withConnection(pool, (connection) => connection.script(text)),
    end: ({ timeout = 30 }: { readonly timeout?: number } = {}) => {
      ended ??= closePool(pool, out, timeout)
      return ended
    },
  })
}
