import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import { projectRoot } from '../project-root.ts'
import { SetupError } from '../setup/setup-error.ts'
import { type Connection, connect, type Sql } from './connect.ts'

/** One file of db/migrations. */
export interface Migration {
  /** File name without `.sql`, as in `0010-add-access`. */
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** The database and the program do not fit together; the message says why. */
export class MigrationError extends SetupError {
  override readonly name = 'MigrationError'
}

const folder = join(projectRoot, 'db')

const checksum = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The migrations of this release, in order. */
export const migrations = (): Migration[] =>
  readdirSync(join(folder, 'migrations'))
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, 'migrations', file), 'utf8')
      return { name: file.slice(0, -'.sql'.length), sql, checksum: checksum(sql) }
    })

const rolesSql = (): string => readFileSync(join(folder, 'roles.sql'), 'utf8')

/** One checksum of everything that {@link migrate} does; the test database's template is named by it. */
export const schemaChecksum = (): string =>
  checksum([rolesSql(), ...migrations().map(({ name, checksum: sum }) => `${name} ${sum}`)].join('\n'))

/** Advisory lock of migrations: two servers that start at once take turns. */
const migrationLock = 4_707_002

const applied = async (sql: Sql): Promise<Map<string, string>> => {
  const [table] = await sql<{ found: boolean }[]>`select to_regclass('migration.applied') is not null as found`
  if (!table?.found) return new Map()
  const rows = await sql<{ name: string; checksum: string }[]>`select name, checksum from migration.applied`
  return new Map(rows.map((row) => [row.name, row.checksum]))
}

/** Throws when the database has been migrated by a newer release, or a file has been changed after it was run. */
const checkHistory = (known: readonly Migration[], done: ReadonlyMap<string, string>): void => {
  const byName = new Map(known.map((migration) => [migration.name, migration]))
  for (const [name, sum] of done) {
    const migration = byName.get(name)
    if (!migration) {
      throw new MigrationError('migration.newer', { name })
    }
    if (migration.checksum !== sum) {
      throw new MigrationError('migration.changed', { name })
    }
  }
}

/** The names of migrations that the database still lacks. Throws {@link MigrationError} when it cannot be used. */
export const pendingMigrations = async (sql: Sql): Promise<string[]> => {
  const done = await applied(sql)
  const known = migrations()
  checkHistory(known, done)
  return known.filter(({ name }) => !done.has(name)).map(({ name }) => name)
}

/** Says what the owner lacks. The codes FO001 and FO002 are those of db/roles.sql, which puts the names into the detail. */
const explainRefusal = (error: unknown): never => {
  const { code, detail = '', message } = error as { code?: string; detail?: string; message: string }
  const [role = '', owner = ''] = detail.split(' ')
  if (code === 'FO001') throw new MigrationError('migration.roleMissing', { role, owner })
  if (code === 'FO002') throw new MigrationError('migration.roleNotGranted', { role, owner })
  if (code === '42501') throw new MigrationError('migration.notAllowed', { reason: message })
  throw error
}

/**
 * Throws when a kept table and its history have come apart: a bare ALTER TABLE on a kept table would else lose what is
 * written from then on. `name` is the migration that has just been run.
 */
const checkKept = async (sql: Connection, name: string): Promise<void> => {
  const [there] = await sql<{ able: boolean }[]>`select to_regprocedure('history.faults()') is not null as able`
  if (!there?.able) return
  const faults = await sql<{ fault: string }[]>`select * from history.faults() as fault`
  if (faults.length > 0) {
    throw new MigrationError('migration.history', { name, faults: faults.map(({ fault }) => fault).join('; ') })
  }
}

const silent = new Logger(() => () => {})

/**
 * Brings the database to this release's schema: roles, the job queue's own tables, then each new file of
 * db/migrations in its own transaction, after which every kept table must fit its history. Returns the names of those that were run. Safe to call by several processes.
 *
 * @param url the owner's address; not through a pooler that shares connections, for the lock belongs to a connection
 * @param only the migrations to stop at, for the schema that a backup was made on; null for all
 * @throws {@link MigrationError} when the database is newer, or a file that was run has been changed
 */
export const migrate = async (
  url: string,
  onStep: (name: string) => void = () => {},
  only: ReadonlySet<string> | null = null,
): Promise<string[]> => {
  const sql = connect(url, { name: 'migrate', max: 1 })
  try {
    await sql`select pg_advisory_lock(${migrationLock})`
    const pending = (await pendingMigrations(sql)).filter((name) => only === null || only.has(name))
    await sql.begin((tx) => tx.script(rolesSql()))
    await runMigrations({ connectionString: url, logger: silent })
    await sql.script(`
      create schema if not exists migration;
      create table if not exists migration.applied (
        name text primary key,
        checksum text not null,
        applied_at timestamptz not null default now()
      )`)
    for (const migration of migrations().filter(({ name }) => pending.includes(name))) {
      onStep(migration.name)
      await sql.begin(async (tx) => {
        await tx.script(migration.sql)
        await checkKept(tx, migration.name)
        await tx`insert into migration.applied (name, checksum) values (${migration.name}, ${migration.checksum})`
      })
    }
    // Somebody may have altered a table by hand since.
    if (pending.length === 0) await sql.begin((tx) => checkKept(tx, migrations().at(-1)?.name ?? ''))
    return pending
  } catch (error) {
    return explainRefusal(error)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
