import { randomInt } from 'node:crypto'
import { connect, type Sql } from './database/connect.ts'

/** Advisory lock class: each process that runs jobs holds (class, its number) for as long as it lives. */
const runnerLock = 4_707_005

/** This process's mark that it runs jobs. */
export interface RunnerMark {
  readonly runner: number
  /** Records the name under which this process takes jobs. To be done before any of them is run. */
  record(pool: string): Promise<void>
  /** Resolves when the mark is lost with its connection: from then on others may take this process for dead. */
  readonly lost: Promise<void>
  /** As the owner, on the mark's own pool. */
  readonly sql: Sql
  release(): Promise<void>
}

/** Marks that this process runs jobs. The mark vanishes with the process, however it ends. */
export const markRunner = async (ownerUrl: string): Promise<RunnerMark> => {
  const sql = connect(ownerUrl, { name: 'job runner', max: 2 })
  try {
    const holder = await sql.reserve()
    const lost = new Promise<void>((resolve) => holder.client.once('end', resolve))
    for (;;) {
      const runner = randomInt(1, 2 ** 31 - 1)
      const [row] = await holder<{ taken: boolean }[]>`
        select pg_try_advisory_lock(${runnerLock}::int, ${runner}::int) as taken`
      if (!row?.taken) continue
      return {
        runner,
        record: async (pool) => {
          await sql`insert into platform.job_runner (pool, runner) values (${pool}, ${runner})`
        },
        lost,
        sql,
        release: () => sql.end({ timeout: 0 }),
      }
    }
  } catch (error) {
    await sql.end({ timeout: 0 })
    throw error
  }
}

/** A name that no process has recorded is one that died while it started, or another release's. */
const unknownAfter = '10 minutes'

/**
 * Frees the jobs of processes that are dead: the queue itself cannot tell dead from slow, and would let them wait four
 * hours. PostgreSQL can: the mark of a dead process is gone. Each job that was running is counted as having ended its
 * process, unless the process is `innocent`: it was ended by the database, not by what it ran.
 */
export const freeTheDead = async (sql: Sql, innocent: number | null = null): Promise<void> => {
  await sql.begin(async (tx) => {
    const dead = await tx<{ pool: string; blamed: boolean }[]>`
      select pool, runner is distinct from ${innocent}::int as blamed from platform.job_runner
      where pg_try_advisory_xact_lock(${runnerLock}::int, runner)
      union all
      select distinct locked_by, false from graphile_worker.jobs
      where locked_at < now() - ${unknownAfter}::interval and locked_by not in (select pool from platform.job_runner)`
    if (dead.length === 0) return
    const pools = dead.map(({ pool }) => pool)
    await tx`insert into platform.job_fate (job, ended)
      select id, 1 from graphile_worker.jobs
      where locked_by = any(${dead.filter(({ blamed }) => blamed).map(({ pool }) => pool)})
      on conflict (job) do update set ended = job_fate.ended + 1, last_at = now()`
    await tx`select graphile_worker.force_unlock_workers(${pools}::text[])`
    await tx`delete from platform.job_runner where pool = any(${pools})`
  })
}
