import { expect, it } from 'vitest'
import { readConfig } from '../platform/server/config.ts'
import { judgeBackups } from './doctor-backup.ts'

const schedule = readConfig({ FOTFESTE_SECRET: 'x'.repeat(40), FOTFESTE_BACKUP_FOLDER: '/b' }).backup
const now = new Date('2026-11-28T12:00:00Z')
const at = (text: string | null, failures: number) => ({
  whole: text === null ? null : { file: 'f', at: text },
  failures,
  reason: failures > 0 ? 'ENOSPC' : null,
})

it.each([
  ['of tonight', at('2026-11-28T01:33:00Z', 0), 'ok', 'doctor.backupWhole', 10],
  ['of last night, while tonight’s is under way', at('2026-11-27T01:33:00Z', 0), 'ok', 'doctor.backupWhole', 34],
  ['of last night, and tonight’s failed', at('2026-11-27T01:33:00Z', 2), 'note', 'doctor.backupOld', 34],
  ['of the night before, whoever missed it', at('2026-11-26T01:33:00Z', 0), 'wrong', 'doctor.backupOld', 58],
  ['none, and none tried', at(null, 0), 'note', 'doctor.backupFirst', 0],
  ['none, though tried', at(null, 1), 'wrong', 'doctor.backupFailed', 0],
] as const)('the last whole backup: %s', (_name, known, state, text, hours) => {
  expect(judgeBackups(schedule, known, now)).toMatchObject({ state, text, values: { hours } })
})

it('without a schedule nothing is wrong, and what another process makes is reported', () => {
  expect(judgeBackups(null, at(null, 0), now)).toMatchObject({ state: 'note', text: 'doctor.backupOff' })
  const made = at('2026-11-28T01:33:00Z', 0)
  expect(judgeBackups(null, made, now)).toMatchObject({ state: 'note', text: 'doctor.backupElsewhere' })
})
