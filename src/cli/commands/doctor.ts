import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { type SecretUse, secretUse } from '../../access/server/index.ts'
import { type Config, readConfig } from '../../platform/server/config.ts'
import { connect } from '../../platform/server/database/connect.ts'
import { pendingMigrations } from '../../platform/server/database/migrate.ts'
import type { OpenedDatabase } from '../../platform/server/database/open.ts'
import { projectRoot } from '../../platform/server/project-root.ts'
import { type Command, readArguments, UsageError } from '../arguments.ts'
import { examineBackups } from '../doctor-backup.ts'
import { expected } from '../explain.ts'
import { portState } from '../port.ts'
import type { Terminal } from '../terminal.ts'
import type { TextKey } from '../texts/nb.ts'
import { openWithSteps } from '../with-database.ts'

interface Finding {
  readonly check: TextKey
  readonly state: 'ok' | 'note' | 'wrong'
  readonly text: string
}

/** Below this PostgreSQL is soon unable to write, in bytes. */
const spaceWanted = 2e9

const folderFinding = async (config: Config, terminal: Terminal): Promise<Finding> => {
  const { bavail, bsize } = await statfs(config.dataFolder)
  const free = (bavail * bsize) / 1e9
  const low = bavail * bsize < spaceWanted
  const values = { free: free.toFixed(1), folder: config.dataFolder }
  return {
    check: 'doctor.folder',
    state: low ? 'wrong' : 'ok',
    text: terminal.text(low ? 'doctor.spaceLow' : 'doctor.space', values),
  }
}

const secretFindings = (use: SecretUse, count: number, terminal: Terminal): Finding[] => {
  const { people, sessions, invitations, lost } = use
  const find = (state: Finding['state'], text: TextKey): Finding => ({
    check: 'doctor.secret',
    state,
    text: terminal.text(text, { count, people, sessions, invitations, lost }),
  })
  const needed = people + sessions + invitations > 0
  return [
    count === 0 ? find('ok', 'doctor.secretOne') : find('note', needed ? 'doctor.secretUsed' : 'doctor.secretFree'),
    ...(lost > 0 ? [find('note', 'doctor.secretLost')] : []),
  ]
}

const databaseFindings = async (database: OpenedDatabase, config: Config, terminal: Terminal): Promise<Finding[]> => {
  const owner = connect(database.ownerUrl, { name: 'doctor', max: 1 })
  const app = connect(database.appUrl, { name: 'doctor', role: 'fotfeste_app', max: 1 })
  try {
    const [version] = await owner<
      { version: string }[]
    >`select split_part(current_setting('server_version'), ' ', 1) as version`
    const kind = terminal.text(database.embedded ? 'doctor.embedded' : 'doctor.server')
    const pending = await pendingMigrations(owner)
    const findings: Finding[] = [
      {
        check: 'doctor.database',
        state: 'ok',
        text: terminal.text('doctor.version', { version: version?.version ?? '', kind }),
      },
      pending.length === 0
        ? { check: 'doctor.schema', state: 'ok', text: terminal.text('doctor.upToDate') }
        : { check: 'doctor.schema', state: 'wrong', text: terminal.text('doctor.pending', { count: pending.length }) },
    ]
    if (pending.length > 0) return findings
    const [role] = await app<{ role: string; passes: boolean }[]>`
      select rolname as role, rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user`
    const backups = await examineBackups(config, owner)
    const passes = role?.passes !== false || role.role !== 'fotfeste_app'
    return [
      ...findings,
      {
        check: 'doctor.roles',
        state: passes ? 'wrong' : 'ok',
        text: terminal.text(passes ? 'doctor.rolesBad' : 'doctor.rolesOk', { role: role?.role ?? '' }),
      },
      ...secretFindings(await secretUse(owner, config), config.earlierSecrets.length, terminal),
      { check: 'doctor.backup', state: backups.state, text: terminal.text(backups.text, backups.values) },
    ]
  } finally {
    await Promise.all([owner.end({ timeout: 1 }), app.end({ timeout: 1 })])
  }
}

const findingOf = async (check: TextKey, error: unknown, terminal: Terminal): Promise<Finding> => ({
  check,
  state: 'wrong',
  text: (await expected(error, terminal)) ?? (error instanceof Error ? error.message : String(error)),
})

const examine = async (terminal: Terminal): Promise<Finding[]> => {
  const findings: Finding[] = [{ check: 'doctor.node', state: 'ok', text: process.versions.node }]
  let config: Config
  try {
    config = readConfig(process.env)
    findings.push({ check: 'doctor.settings', state: 'ok', text: config.baseUrl })
  } catch (error) {
    return [...findings, await findingOf('doctor.settings', error, terminal)]
  }
  findings.push(
    await folderFinding(config, terminal).catch((error: unknown) => findingOf('doctor.folder', error, terminal)),
  )
  try {
    const database = await openWithSteps(terminal, config)
    try {
      findings.push(...(await databaseFindings(database, config, terminal)))
    } finally {
      await database.release()
    }
  } catch (error) {
    findings.push(await findingOf('doctor.database', error, terminal))
  }
  const built = existsSync(join(projectRoot, 'dist', 'web', 'index.html'))
  findings.push({
    check: 'doctor.web',
    state: built ? 'ok' : 'note',
    text: terminal.text(built ? 'doctor.built' : 'doctor.notBuilt'),
  })
  const free = (await portState(config.port, config.host)) === 'free'
  findings.push({
    check: 'doctor.port',
    state: free ? 'ok' : 'note',
    text: terminal.text(free ? 'doctor.portFree' : 'doctor.portUsed', { port: config.port }),
  })
  return findings
}

const marks = { ok: '✓', note: '·', wrong: '✗' }

/** `fotfeste doctor`: is everything in place? Exit code 1 when something must be put right. */
export const doctor: Command = async (words, terminal) => {
  const { positionals } = readArguments(words, {})
  if (positionals[0] !== undefined) throw new UsageError('error.positional', { name: positionals[0] })
  const findings = await examine(terminal)
  const good = findings.every(({ state }) => state !== 'wrong')
  terminal.answer({
    good,
    findings: findings.map(({ check, ...rest }) => ({ check: check.slice('doctor.'.length), ...rest })),
  })
  for (const { check, state, text } of findings) {
    terminal.print(`${marks[state]} ${terminal.text(check).padEnd(16)}${text}`)
  }
  terminal.print(terminal.text(good ? 'doctor.allGood' : 'doctor.notGood'))
  return good ? 0 : 1
}
