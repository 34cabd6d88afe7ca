import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type ReservedConnection, type Sql } from './connect.ts'

/** A connection that holds a session lock for as long as it lives. */
export interface Holder {
  readonly pool: Sql
  readonly connection: ReservedConnection
}

/** A session lock that is taken again whenever its connection is lost. */
export interface HeldLock {
  /** The connection that holds it just now. */
  connection(): ReservedConnection
  /** Lets go for good, after `last` has been done with the lock still held. */
  release(last?: () => Promise<void>): Promise<void>
}

/** Lets go of the lock and closes its connection. */
export const drop = async ({ pool, connection }: Holder): Promise<void> => {
  connection.release()
  await pool.end({ timeout: 1 })
}

/** Takes an advisory lock, shared, on a connection of its own. Rejects when the database does not answer. */
export const takeShared = async (url: string, name: string, lock: number): Promise<Holder> => {
  const pool = connect(url, { name, max: 1 })
  try {
    const connection = await pool.reserve()
    await connection`select pg_advisory_lock_shared(${lock})`
    return { pool, connection }
  } catch (error) {
    await pool.end({ timeout: 0 })
    throw error
  }
}

/**
 * Holds on to a lock: a session lock vanishes with its connection, without a word to its holder, so the connection's end
 * is watched, and `again` asked until it has taken the lock anew.
 */
export const holdOn = (first: Holder, again: () => Promise<Holder>): HeldLock => {
  let holder = first
  let released = false
  const retake = async (): Promise<void> => {
    await drop(holder)
    while (!released) {
      try {
        holder = await again()
        if (released) await drop(holder)
        else watch()
        return
      } catch {
        await sleep(250)
      }
    }
  }
  const watch = () => {
    holder.connection.client.once('end', () => {
      if (!released) void retake()
    })
  }
  watch()
  return {
    connection: () => holder.connection,
    release: async (last = async () => {}) => {
      if (released) return
      released = true
      await last()
      await drop(holder)
    },
  }
}
