import { afterAll, beforeAll, expect, it } from 'vitest'
import { markRunner } from './abandoned-jobs.ts'
import { type TestDatabase, testDatabase } from './testing/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

it('frees what a killed process had taken, and nothing while another process runs jobs', async () => {
  const { owner } = database
  await owner`select graphile_worker.add_job('read-letter')`
  const take = () => owner`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-of-somebody'`
  const taken = async (): Promise<number> =>
    (await owner`select from graphile_worker._private_jobs where locked_at is not null`).length

  await take()
  const first = await markRunner(database.url)
  expect(await taken()).toBe(0)

  await take() // by the first, which lives
  const second = await markRunner(database.url)
  expect(await taken()).toBe(1)

  await first.release()
  const third = await markRunner(database.url)
  expect(await taken()).toBe(1) // the second lives
  await Promise.all([second.release(), third.release()])
  await (await markRunner(database.url)).release()
  expect(await taken()).toBe(0)
})
