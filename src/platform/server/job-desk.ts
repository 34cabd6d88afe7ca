import type { Instant } from '../rules/shapes.ts'
import type { Sql } from './database/connect.ts'

/**
 * A job as its operator sees it, without what it was given, which may be somebody's data. `aside`: it ended its process
 * twice and is not run any more; `failed`: it has used up its tries; `waiting`: it is run when its time comes.
 */
export interface DeskJob {
  /** A number in the queue; `a` and a number for what is set aside. */
  readonly id: string
  readonly task: string
  readonly state: 'waiting' | 'running' | 'failed' | 'aside'
  readonly tries: number
  readonly error: string | null
  /** When it is run next, or was set aside. */
  readonly at: Instant
}

/** Everything in the queue and beside it; what needs somebody comes first. */
export const listJobs = (owner: Sql): Promise<readonly DeskJob[]> => owner<DeskJob[]>`
  select * from (
    select 'a' || id as id, task, 'aside' as state, ended as tries, null as error, at from platform.job_set_aside
    union all
    select id::text, task_identifier, case when locked_at is not null then 'running'
      when attempts >= max_attempts then 'failed' else 'waiting' end, attempts, last_error, run_at
    from graphile_worker.jobs) j
  order by array_position(array['aside', 'failed', 'running', 'waiting'], state), at, id`

const asideId = (id: string): number | null => (/^a\d{1,15}$/.test(id) ? Number(id.slice(1)) : null)
const queueId = (id: string): number | null => (/^\d{1,15}$/.test(id) ? Number(id) : null)

/** Runs a job again from now on. False when there is no such job, or it is running. */
export const retryJob = async (owner: Sql, id: string): Promise<boolean> => {
  const aside = asideId(id)
  const { count } =
    aside === null
      ? await owner`select from graphile_worker.reschedule_jobs(array[${queueId(id)}::bigint], run_at := now(), attempts := 0)`
      : await owner`with taken as (delete from platform.job_set_aside where id = ${aside} returning task, payload)
          select graphile_worker.add_job(task, payload) from taken`
  return count > 0
}

/** Takes a job away without running it. False when there is no such job, or it is running. */
export const dropJob = async (owner: Sql, id: string): Promise<boolean> => {
  const aside = asideId(id)
  const { count } =
    aside === null
      ? await owner`select from graphile_worker.complete_jobs(array[${queueId(id)}::bigint])`
      : await owner`delete from platform.job_set_aside where id = ${aside}`
  return count > 0
}
