import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { joinPermissions } from '../../rules/permission.ts'
import { readConfig } from '../config.ts'
import { type Jobs, startJobs } from '../jobs.ts'
import type { AppContext, Module } from '../module.ts'
import { startTestInbox, type TestInbox } from '../test-inbox.ts'
import { emptyTestDatabase, type TestDatabase, testDatabase } from '../testing/database.ts'
import { inTransaction, knownActor, systemActor } from '../transaction.ts'
import { backUp } from './back-up.ts'
import { restore } from './restore.ts'

const scratch = mkdtempSync(join(tmpdir(), 'fotfeste-resume-'))
const account = '00000000-0000-4000-8000-00000000e001'
let source: TestDatabase
let target: TestDatabase
let inbox: TestInbox
let resumed = 0

const module: Module = {
  name: 'test',
  resume: async () => {
    resumed += 1
  },
}

const start = (): Promise<Jobs> => {
  const context: AppContext = {
    config: readConfig({ FOTFESTE_SECRET: 'x'.repeat(40), FOTFESTE_SMTP_URL: inbox.url }),
    databases: { app: target.app },
    clock: () => new Date(),
    actorOf: () => knownActor(systemActor('test')),
    permissions: joinPermissions([]),
  }
  return startJobs(context, [module], target.url, { info: () => {}, error: () => {} })
}

const received = () => target.owner<{ subject: string }[]>`select subject from platform.test_inbox order by subject`
const states = async () =>
  (
    await target.owner<{ state: string }[]>`select code || ' ' || mail as state from platform.notification order by 1`
  ).map(({ state }) => state)

beforeAll(async () => {
  source = await testDatabase()
  target = await emptyTestDatabase()
  const file = join(scratch, 'all.fotfeste')
  await source.owner`insert into access.account (id, name, email) values (${account}, 'Mottaker', 'en@example.org')`
  await inTransaction({ app: source.app }, systemActor('test'), new Date(), async (tx) => {
    for (const code of ['quiet', 'read', 'sent', 'unsent']) {
      tx.notify({ to: account, code, params: {}, link: '/', mail: code !== 'quiet' })
    }
  })
  await source.owner`update platform.notification set mail = 'sent' where code = 'sent'`
  await source.owner`update platform.notification set read_at = now() where code = 'read'`
  await backUp({ url: source.url, file, release: 'test', now: new Date() })
  await restore({ url: target.url, file })
  inbox = await startTestInbox({ app: target.app }, () => new Date())
}, 60_000)
afterAll(async () => {
  await inbox.close()
  for (const database of [source, target]) await database.drop()
  rmSync(scratch, { recursive: true, force: true })
})

it('sends what was unsent when the backup was made, once, and lets every module find its own once', async () => {
  const first = await start()
  await vi.waitFor(async () => expect(await states()).toContain('unsent sent'), { timeout: 20_000, interval: 50 })
  await first.stop()
  const second = await start()
  await vi.waitFor(
    async () =>
      expect(await target.owner`select from graphile_worker.jobs where task_identifier = 'send-notice'`).toHaveLength(
        0,
      ),
    { timeout: 20_000, interval: 50 },
  )
  await second.stop()
  expect(await received()).toEqual([{ subject: 'unsent' }])
  expect(await states()).toEqual(['quiet none', 'read waiting', 'sent sent', 'unsent sent'])
  expect(resumed).toBe(1)
}, 60_000)
