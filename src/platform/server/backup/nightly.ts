import { existsSync } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { nightOf, whichStay } from '../../rules/backup-schedule.ts'
import { addDays, type PlainDate } from '../../rules/plain-date.ts'
import type { BackupSchedule } from '../config.ts'
import { connect, type ReservedConnection } from '../database/connect.ts'
import type { Task } from '../module.ts'
import { release } from '../release.ts'
import type { Tx } from '../transaction.ts'
import { backUp } from './back-up.ts'
import { nightlyFiles, nightlyName, removeDrafts } from './nightly-files.ts'
import { readBackup } from './read-backup.ts'

/** Advisory lock of whoever makes the nightly backup. */
const nightlyLock = 4_707_006

/** What the nightly backup needs besides a job's context. */
export interface NightlyOptions {
  /** The owner's address: a backup is more than the application may read. */
  readonly ownerUrl: string
  /** The accounts of those who are notified when it has failed for two nights. */
  readonly installationAdministrators: (tx: Tx) => Promise<readonly string[]>
  readonly log: { error(detail: object, message: string): void }
}

/** Asked for every hour, so that a night that was missed or failed is made up for; the first hour is the time configured. */
export const nightlyCron = ({ at }: BackupSchedule) => ({
  task: 'nightly-backup',
  match: `${Number(at.slice(3))} * * * *`,
  options: { jobKey: 'nightly-backup', queueName: 'nightly-backup' },
})

/** Makes the file, reads it back, and gives its size. What is not whole is removed again. */
const makeWhole = async (url: string, file: string, now: Date): Promise<number> => {
  await backUp({ url, file, release, now })
  try {
    await readBackup(file)
    return (await stat(file)).size
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
}

/** Removes what the schedule does not keep; never the file that was made just now, whatever the others' names say. */
const removeOld = async ({ folder, keep }: BackupSchedule, made: string): Promise<void> => {
  const files = await nightlyFiles(folder)
  const times = files.map(({ madeAt }) => madeAt)
  const stay = new Set(whichStay(times, keep).map(Number))
  for (const { name, madeAt } of files) {
    if (name !== made && !stay.has(Number(madeAt))) await rm(join(folder, name), { force: true })
  }
}

/** Whether this failure is the first of its night, and the night before has had no whole backup either. */
const isSecondNight = async (owner: ReservedConnection, night: PlainDate): Promise<boolean> => {
  const [row] = await owner<{ first: boolean; before: boolean; since: boolean }[]>`
    select count(*) filter (where night = ${night}::date and reason is not null) = 1 as first,
      count(*) filter (where night < ${night}::date) > 0 as before,
      count(*) filter (where night >= ${addDays(night, -1)}::date and file is not null) > 0 as since
    from platform.backup`
  return row?.first === true && row.before && !row.since
}

/**
 * The job that makes the night's backup: into a file of its own, read back before anything older is removed. Does
 * nothing when the night has one already, or when another process is making it. When it cannot be made, the job writes
 * down why, and is done: the next hour tries again, where the queue itself would at once and often.
 */
export const nightlyBackupTask =
  ({ ownerUrl, installationAdministrators, log }: NightlyOptions): Task =>
  async (_payload, { config: { backup }, clock, inTransaction }) => {
    if (backup === null) return
    const pool = connect(ownerUrl, { name: 'nightly backup', max: 1 })
    try {
      // The lock is this connection's, and vanishes with it, however this process ends.
      const owner = await pool.reserve()
      const [lock] = await owner<{ taken: boolean }[]>`select pg_try_advisory_lock(${nightlyLock}) as taken`
      if (!lock?.taken) return
      const now = clock()
      const night = nightOf(now, backup.at)
      const [made] = await owner<{ file: string }[]>`
        select file from platform.backup where night >= ${night}::date and file is not null order by id desc limit 1`
      if (made !== undefined && existsSync(join(backup.folder, made.file))) return
      const name = nightlyName(now)
      try {
        await removeDrafts(backup.folder)
        const bytes = await makeWhole(ownerUrl, join(backup.folder, name), now)
        await owner`insert into platform.backup (night, file, bytes) values (${night}, ${name}, ${bytes})`
      } catch (error) {
        const reason = (error as Error).message.slice(0, 500)
        await owner`insert into platform.backup (night, reason) values (${night}, ${reason})`
        if (await isSecondNight(owner, night)) {
          await inTransaction(async (tx) => {
            for (const to of await installationAdministrators(tx))
              tx.notify({ to, code: 'backup-failed', params: {}, link: '/' })
          })
        }
        log.error({ err: error }, 'the nightly backup could not be made')
        return
      }
      await removeOld(backup, name).catch((error: unknown) =>
        log.error({ err: error }, 'an old backup could not be removed'),
      )
    } finally {
      await pool.end({ timeout: 0 })
    }
  }
