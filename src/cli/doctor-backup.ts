import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { nightOf } from '../platform/rules/backup-schedule.ts'
import { daysBetween } from '../platform/rules/plain-date.ts'
import { type KnownBackups, knownBackups } from '../platform/server/backup/known-backups.ts'
import type { BackupSchedule, Config } from '../platform/server/config.ts'
import type { Sql } from '../platform/server/database/connect.ts'
import type { Values } from './terminal.ts'
import type { TextKey } from './texts/nb.ts'

/** What the doctor says of the nightly backup. */
export interface BackupFinding {
  readonly state: 'ok' | 'note' | 'wrong'
  readonly text: TextKey
  readonly values: Values
}

/**
 * Judges what is known: in order when this night or the one before has a whole backup, since tonight's may be under way.
 */
export const judgeBackups = (schedule: BackupSchedule | null, known: KnownBackups, now: Date): BackupFinding => {
  const { whole, failures } = known
  const hours = whole === null ? 0 : Math.floor((now.getTime() - Date.parse(whole.at)) / 3_600_000)
  const values = { hours, file: whole?.file ?? '', failures, reason: known.reason ?? '–', at: schedule?.at ?? '' }
  const find = (state: BackupFinding['state'], text: TextKey): BackupFinding => ({ state, text, values })
  if (schedule === null) return find('note', whole === null ? 'doctor.backupOff' : 'doctor.backupElsewhere')
  if (whole === null) {
    return failures > 0 ? find('wrong', 'doctor.backupFailed') : find('note', 'doctor.backupFirst')
  }
  const nights = daysBetween(nightOf(new Date(whole.at), schedule.at), nightOf(now, schedule.at))
  if (nights > 1) return find('wrong', 'doctor.backupOld')
  return failures > 0 ? find('note', 'doctor.backupOld') : find('ok', 'doctor.backupWhole')
}

/** Looks at the folder and at what the database knows. */
export const examineBackups = async (config: Pick<Config, 'backup'>, owner: Sql): Promise<BackupFinding> => {
  if (config.backup !== null) {
    const { folder } = config.backup
    try {
      await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? String(error)
      return { state: 'wrong', text: 'doctor.backupFolder', values: { folder, reason } }
    }
  }
  return judgeBackups(config.backup, await knownBackups(owner), new Date())
}
