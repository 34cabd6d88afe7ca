import { connect } from './database/connect.ts'

/** Advisory lock that every process holds, shared, while it runs jobs. */
const runnersLock = 4_707_005

/** This process's mark that it runs jobs. */
export interface RunnerMark {
  release(): Promise<void>
}

/**
 * Marks that this process runs jobs, and frees the jobs of processes that were killed: a job that a dead process had
 * taken would otherwise wait four hours, as the queue cannot tell dead from slow. PostgreSQL can: a dead process's lock
 * is gone. Only when no other process runs jobs is everything that is taken abandoned; else it is left to the queue.
 */
export const markRunner = async (ownerUrl: string): Promise<RunnerMark> => {
  const pool = connect(ownerUrl, { name: 'job runner', max: 1 })
  try {
    const sql = await pool.reserve()
    const [only] = await sql<{ alone: boolean }[]>`select pg_try_advisory_lock(${runnersLock}) as alone`
    if (only?.alone) {
      await sql`update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null`
      await sql`update graphile_worker._private_job_queues set locked_at = null, locked_by = null
        where locked_at is not null`
    }
    await sql`select pg_advisory_lock_shared(${runnersLock})`
    if (only?.alone) await sql`select pg_advisory_unlock(${runnersLock})`
  } catch (error) {
    await pool.end({ timeout: 0 })
    throw error
  }
  return { release: () => pool.end({ timeout: 0 }) }
}
