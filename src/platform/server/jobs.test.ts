import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { joinPermissions } from '../rules/permission.ts'
import { readConfig } from './config.ts'
import { dropJob, listJobs, retryJob } from './job-desk.ts'
import { type Jobs, startJobs } from './jobs.ts'
import type { AppContext, Module } from './module.ts'
import { freeTheDead, markRunner } from './runner-mark.ts'
import { type TestDatabase, testDatabase } from './testing/database.ts'
import { knownActor, systemActor } from './transaction.ts'

let database: TestDatabase
const ran: string[] = []
const notified: string[] = []
let hold: Promise<void> = Promise.resolve()

const work: Module = {
  name: 'work',
  tasks: {
    'do-it': async ({ name }) => {
      ran.push(String(name))
      await hold
    },
  },
  setAside: {
    'do-it': async ({ name }) => {
      notified.push(String(name))
    },
  },
}

const log = { info: () => {}, error: () => {} }
const start = (innocent: number | null = null): Promise<Jobs> => {
  const context: AppContext = {
    config: readConfig({ FOTFESTE_SECRET: 'x'.repeat(40) }),
    databases: { app: database.app },
    clock: () => new Date(),
    actorOf: () => knownActor(systemActor('test')),
    permissions: joinPermissions([]),
  }
  return startJobs(context, [work], database.url, log, innocent)
}

const add = async (name: string): Promise<string> => {
  const [row] = await database.owner<{ id: string }[]>`
    select id::text from graphile_worker.add_job('do-it', ${database.owner.json({ name })}::json)`
  return row?.id ?? ''
}

/** The jobs that somebody has taken. */
const taken = async (): Promise<number> =>
  (await database.owner`select from graphile_worker.jobs where locked_at is not null`).length

/** Takes everything as a process would that is killed before it is done. */
const takeAs = (pool: string, ago = '0') => database.owner`
  update graphile_worker._private_jobs set locked_at = now() - ${ago}::interval, locked_by = ${pool}`

const fates = () => database.owner<{ ended: number }[]>`select ended from platform.job_fate`

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  ran.length = 0
  notified.length = 0
  hold = Promise.resolve()
  await database.owner`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`
  await database.owner.script('truncate platform.job_fate, platform.job_runner, platform.job_set_aside')
})

describe('a process that died', () => {
  it('leaves its jobs to others, who count them; one that lives keeps them', async () => {
    await add('a')
    const mark = await markRunner(database.url)
    await mark.record('pool-x')
    await takeAs('pool-x')
    await freeTheDead(database.owner)
    expect(await taken()).toBe(1)
    await mark.release()
    await expect
      .poll(async () => {
        await freeTheDead(database.owner)
        return taken()
      })
      .toBe(0)
    expect(await fates()).toEqual([{ ended: 1 }])
  })

  it('is not blamed when its database was lost', async () => {
    await add('a')
    const mark = await markRunner(database.url)
    await mark.record('pool-x')
    await takeAs('pool-x')
    await mark.release()
    await expect
      .poll(async () => {
        await freeTheDead(database.owner, mark.runner)
        return taken()
      })
      .toBe(0)
    expect(await fates()).toEqual([])
  })

  it('without a recorded name is left alone at first, and freed when it has been long', async () => {
    await add('a')
    await takeAs('pool-of-somebody', '9 minutes')
    await freeTheDead(database.owner)
    expect(await taken()).toBe(1)
    await takeAs('pool-of-somebody', '11 minutes')
    await freeTheDead(database.owner)
    expect(await taken()).toBe(0)
  })
})

describe('a job', () => {
  it('is run by a process that marks itself, and of which nothing is left when it stops', async () => {
    let go = (): void => {}
    hold = new Promise((resolve) => {
      go = resolve
    })
    const jobs = await start()
    await add('a')
    await expect.poll(() => ran).toEqual(['a'])
    await freeTheDead(database.owner)
    expect(await taken()).toBe(1)
    go()
    await jobs.stop()
    expect(await listJobs(database.owner)).toEqual([])
  })

  it('that ended its process twice is set aside and reported, and is run when somebody says so', async () => {
    const id = await add('bad')
    await database.owner`insert into platform.job_fate (job, ended) values (${id}, 2)`
    const jobs = await start()
    await expect.poll(() => notified).toEqual(['bad'])
    await expect.poll(() => listJobs(database.owner)).toMatchObject([{ task: 'do-it', state: 'aside', tries: 2 }])
    expect(ran).toEqual([])
    const [aside] = await listJobs(database.owner)
    expect(await retryJob(database.owner, aside?.id ?? '')).toBe(true)
    await expect.poll(() => ran).toEqual(['bad'])
    await jobs.stop()
  })

  it('can be dropped, and what is not there is said so', async () => {
    const id = await add('a')
    expect(await dropJob(database.owner, id)).toBe(true)
    for (const none of [id, 'a1', 'x', '', "1'"]) {
      expect(await dropJob(database.owner, none)).toBe(false)
      expect(await retryJob(database.owner, none)).toBe(false)
    }
  })
})

it('a process that loses the mark says so, and the next one does its jobs', async () => {
  hold = new Promise(() => {})
  const jobs = await start()
  await add('a')
  await expect.poll(() => ran).toEqual(['a'])
  await database.owner`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'fotfeste job runner' and datname = current_database()`
  await jobs.lost
  hold = Promise.resolve()
  const next = await start(jobs.runner)
  await expect.poll(() => ran).toEqual(['a', 'a'])
  expect(await fates()).toEqual([])
  await next.stop()
})
