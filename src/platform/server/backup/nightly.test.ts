import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { joinPermissions } from '../../rules/permission.ts'
import { buildApp } from '../app.ts'
import { type Config, readConfig } from '../config.ts'
import { type Jobs, startJobs } from '../jobs.ts'
import type { AppContext, Module } from '../module.ts'
import { emptyTestDatabase, type TestDatabase, testDatabase } from '../testing/database.ts'
import { inTransaction, knownActor, systemActor } from '../transaction.ts'
import { nightlyBackupTask, nightlyCron } from './nightly.ts'
import { nightlyTime } from './nightly-files.ts'
import { restore } from './restore.ts'

const scratch = mkdtempSync(join(tmpdir(), 'fotfeste-nightly-'))
const account = '00000000-0000-4000-8000-00000000e001'
const module: Module = { name: 'test', installationAdministrators: async () => [account] }
let database: TestDatabase
let target: TestDatabase
let folder: string
let config: Config

const contextAt = (now: string): AppContext => ({
  config,
  databases: { app: database.app },
  clock: () => new Date(now),
  actorOf: () => knownActor(systemActor('test')),
  permissions: joinPermissions([]),
})

/** The job as it is run at an instant. */
const runAt = (now: string): Promise<void> => {
  const context = contextAt(now)
  return nightlyBackupTask({ ownerUrl: database.url, installationAdministrators: async () => [account], log })(
    {},
    {
      ...context,
      inTransaction: (work) => inTransaction(context.databases, systemActor('test'), new Date(now), work),
    },
  )
}

const logged: string[] = []
const log = {
  info: () => {},
  error: (detail: object) => {
    logged.push(String((detail as { err?: unknown }).err))
  },
}

const there = () => readdirSync(folder).sort()
const known = () => database.owner`
  select night::text, file, reason is not null as failed from platform.backup order by id`
const notified = async () =>
  (await database.owner`select from platform.notification where code = 'backup-failed' and account = ${account}`).length
const settle = (keep: string) => {
  config = readConfig({
    FOTFESTE_SECRET: 'x'.repeat(40),
    FOTFESTE_BACKUP_FOLDER: folder,
    FOTFESTE_BACKUP_AT: '02:30',
    FOTFESTE_BACKUP_KEEP: keep,
  })
}

beforeAll(async () => {
  database = await testDatabase()
  target = await emptyTestDatabase()
  await database.owner`insert into access.account (id, name, email) values (${account}, 'Driftsansvarlig', 'x@example.org')`
}, 60_000)
afterAll(async () => {
  await database.drop()
  await target.drop()
  rmSync(scratch, { recursive: true, force: true })
})
beforeEach(async () => {
  folder = mkdtempSync(join(scratch, 'at-'))
  settle('2 daily')
  await database.owner.script('truncate platform.backup, platform.notification')
})

describe('the nightly backup', () => {
  it('is made once a night, can be restored, and takes the place of the old ones', async () => {
    for (const night of ['26', '27', '28']) {
      await runAt(`2026-11-${night}T01:30:00Z`)
      await runAt(`2026-11-${night}T02:30:00Z`)
      // Before half past two the next night it is still this night's.
      await runAt(`2026-11-${night}T23:30:00Z`)
    }
    expect(there()).toEqual([
      'fotfeste-nightly-2026-11-27-01-30-00.backup',
      'fotfeste-nightly-2026-11-28-01-30-00.backup',
    ])
    expect(await known()).toMatchObject([{ night: '2026-11-26' }, { night: '2026-11-27' }, { night: '2026-11-28' }])
    await restore({ url: target.url, file: join(folder, 'fotfeste-nightly-2026-11-28-01-30-00.backup') })
    expect(await target.owner`select name from access.account`).toEqual([{ name: 'Driftsansvarlig' }])
    // What this installation knows of its backups is not the new one's.
    expect(await target.owner`select from platform.backup`).toHaveLength(0)
  }, 60_000)

  it('removes nothing that is not its own, but what it has left half written', async () => {
    settle('0 daily')
    const others = [
      'fotfeste-2020-01-01-01-30-00.backup',
      'fotfeste-nightly-2020-02-30-01-30-00.backup',
      'fotfeste-nightly-2020-01-01-01-30-00.backup.gpg',
      'fotfeste-nightly-2020-01-01.backup',
      'notes.part',
    ]
    for (const name of others) writeFileSync(join(folder, name), 'x')
    mkdirSync(join(folder, 'fotfeste-nightly-2019-01-01-01-30-00.backup'))
    writeFileSync(join(folder, 'fotfeste-nightly-2020-01-01-01-30-00.backup'), 'x')
    writeFileSync(join(folder, 'fotfeste-nightly-2020-01-02-01-30-00.backup.part'), 'x')
    await runAt('2026-11-28T01:30:00Z')
    expect(there()).toEqual(
      [...others, 'fotfeste-nightly-2019-01-01-01-30-00.backup', 'fotfeste-nightly-2026-11-28-01-30-00.backup'].sort(),
    )
  })

  it('keeps the one just made, though others say that they are from a later day', async () => {
    settle('1 daily')
    writeFileSync(join(folder, 'fotfeste-nightly-2031-01-01-01-30-00.backup'), 'x')
    await runAt('2026-11-28T01:30:00Z')
    expect(there()).toContain('fotfeste-nightly-2026-11-28-01-30-00.backup')
  })

  it('is made again when its file is gone', async () => {
    await runAt('2026-11-28T01:30:00Z')
    rmSync(join(folder, there()[0] ?? ''))
    await runAt('2026-11-28T02:30:00Z')
    expect(there()).toEqual(['fotfeste-nightly-2026-11-28-02-30-00.backup'])
  })

  it('is never made by two at once', async () => {
    await Promise.all([1, 2, 3].map((second) => runAt(`2026-11-28T01:30:0${second}Z`)))
    expect(there()).toHaveLength(1)
    expect(await known()).toHaveLength(1)
  })
})

describe('a nightly backup that fails', () => {
  const fail = async (now: string) => {
    const before = (await known()).length
    await runAt(now)
    const [row, ...more] = (await known()).slice(before)
    expect([row?.failed, more]).toEqual([true, []])
    expect(logged.at(-1)).toMatch(/ENOENT/)
  }

  it('leaves the old ones alone, is written down, and is reported on the second night, once', async () => {
    await runAt('2026-11-25T01:30:00Z')
    const whole = there()
    rmSync(join(scratch, 'away'), { recursive: true, force: true })
    const away = { ...config, backup: config.backup && { ...config.backup, folder: join(scratch, 'away') } }
    const back = config
    config = away
    await fail('2026-11-26T01:30:00Z')
    await fail('2026-11-26T02:30:00Z')
    expect(await notified()).toBe(0)
    await fail('2026-11-27T01:30:00Z')
    await fail('2026-11-27T02:30:00Z')
    expect(await notified()).toBe(1)
    config = back
    expect(there()).toEqual(whole)
    expect((await known()).map(({ failed }) => failed)).toEqual([false, true, true, true, true])
    await runAt('2026-11-27T03:30:00Z')
    config = away
    await fail('2026-11-28T01:30:00Z')
    expect(await notified()).toBe(1)
  })

  it('is not reported on the first night of an installation', async () => {
    rmSync(folder, { recursive: true })
    await fail('2026-11-26T01:30:00Z')
    expect(await notified()).toBe(0)
  })

  it('is reported at once after a night on which nobody tried', async () => {
    await runAt('2026-11-24T01:30:00Z')
    rmSync(folder, { recursive: true })
    await fail('2026-11-26T01:30:00Z')
    expect(await notified()).toBe(1)
  })

  it('shows in the figures, as does the last whole one', async () => {
    const { app } = await buildApp(contextAt('2026-11-28T12:00:00Z'), [], { version: 'test', webFolder: null })
    const figure = async (name: string) =>
      Number(new RegExp(`^fotfeste_backup_${name} (\\S+)$`, 'm').exec((await app.inject('/metrics')).body)?.[1])
    expect([await figure('last_whole_timestamp_seconds'), await figure('failures')]).toEqual([0, 0])
    await runAt('2026-11-27T01:30:00Z')
    rmSync(folder, { recursive: true })
    await fail('2026-11-28T01:30:00Z')
    expect(await figure('failures')).toBe(1)
    expect(Math.abs((await figure('last_whole_timestamp_seconds')) - Date.now() / 1000)).toBeLessThan(60)
    await app.close()
  })
})

describe('in the process that runs jobs', () => {
  const start = (): Promise<Jobs> => startJobs(contextAt('2026-11-28T01:30:00Z'), [module], database.url, log)
  /** As the clock does it. */
  const queue = () => database.owner`
    select graphile_worker.add_job('nightly-backup', '{}', job_key := 'nightly-backup', queue_name := 'nightly-backup')`

  it('is asked for each hour at the minute configured, and run by one of two processes', async () => {
    if (config.backup === null) throw new Error('no schedule')
    expect(nightlyCron(config.backup).match).toBe('30 * * * *')
    const both = [await start(), await start()]
    const crons = await database.owner`select identifier from graphile_worker._private_known_crontabs`
    expect(crons).toContainEqual({ identifier: 'nightly-backup' })
    await queue()
    await expect.poll(() => there().map(nightlyTime), { timeout: 20_000 }).toEqual([new Date('2026-11-28T01:30:00Z')])
    for (const jobs of both) await jobs.stop()
  }, 60_000)

  it('that failed leaves nothing in the queue, and is made the next hour', async () => {
    const jobs = await start()
    const left = () => database.owner`select from graphile_worker.jobs`
    rmSync(folder, { recursive: true })
    await queue()
    await expect.poll(known, { timeout: 20_000 }).toMatchObject([{ failed: true }])
    await expect.poll(left, { timeout: 20_000 }).toHaveLength(0)
    mkdirSync(folder)
    await queue()
    await expect.poll(there, { timeout: 20_000 }).toHaveLength(1)
    await jobs.stop()
  }, 60_000)

  it('is not taken by a process that has no folder for it', async () => {
    config = { ...config, backup: null }
    const jobs = await start()
    await queue()
    await database.owner`select graphile_worker.add_job('sweep-file-parts', '{}')`
    const waiting = () => database.owner<{ task: string }[]>`select task_identifier as task from graphile_worker.jobs`
    await expect.poll(waiting, { timeout: 20_000 }).toEqual([{ task: 'nightly-backup' }])
    await jobs.stop()
  }, 60_000)
})
