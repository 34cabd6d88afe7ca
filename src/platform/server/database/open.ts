import type { SetupCode } from '../../texts/setup.nb.ts'
import type { Config } from '../config.ts'
import { SetupError } from '../setup/setup-error.ts'
import { connect } from './connect.ts'
import { startEmbedded } from './embedded.ts'

/** The database of this installation, ready to connect to. */
export interface OpenedDatabase {
  /** The owner's address: migrations, jobs, backup. */
  readonly ownerUrl: string
  /** The address for the application's role, for {@link connect} with `role`. */
  readonly appUrl: string
  readonly publicUrl: string
  readonly embedded: boolean
  /** Lets go of an embedded server; the last process stops it. */
  release(): Promise<void>
}

/** What is being done to have a database: the cluster is made, its server started, or one that runs adopted. */
export type DatabaseStep = 'make' | 'start' | 'adopt'

/** The database server cannot be used; the message says why, without the address, which may hold a password. */
export class DatabaseError extends SetupError {
  override readonly name = 'DatabaseError'
}

/** Oldest PostgreSQL that the tests run on. */
const oldestMajor = 15

/** What stands in the way, by the code of the network or of PostgreSQL. */
const reasons: Readonly<Record<string, SetupCode>> = {
  ECONNREFUSED: 'database.unreachable',
  ENOTFOUND: 'database.unreachable',
  EAI_AGAIN: 'database.unreachable',
  ETIMEDOUT: 'database.unreachable',
  CONNECT_TIMEOUT: 'database.unreachable',
  '28P01': 'database.password',
  '28000': 'database.password',
  '3D000': 'database.notThere',
}

const checkServer = async (url: string): Promise<void> => {
  const sql = connect(url, { name: 'check', max: 1 })
  try {
    const [row] = await sql<{ version: number; encoding: string; norwegian: boolean }[]>`
      select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding,
        exists (select from pg_collation where collname = 'nb-NO-x-icu') as norwegian`
    const { host } = new URL(url)
    if (!row || row.version < oldestMajor) {
      throw new DatabaseError('database.version', { host, found: row?.version ?? '?', wanted: oldestMajor })
    }
    if (row.encoding !== 'UTF8') {
      throw new DatabaseError('database.encoding', { host, encoding: row.encoding })
    }
    if (!row.norwegian) {
      throw new DatabaseError('database.collation', { host })
    }
  } catch (error) {
    if (error instanceof DatabaseError) throw error
    const { code = '', message } = error as NodeJS.ErrnoException
    throw new DatabaseError(reasons[code] ?? 'database.unusable', { host: new URL(url).host, reason: message || code })
  } finally {
    await sql.end({ timeout: 0 })
  }
}

/** Starts or adopts the embedded server, or checks the one that FOTFESTE_DATABASE_URL names. Does not migrate. */
export const openDatabase = async (
  config: Pick<Config, 'databaseUrl' | 'appDatabaseUrl' | 'publicDatabaseUrl' | 'dataFolder'>,
  onStep: (step: DatabaseStep) => void = () => {},
): Promise<OpenedDatabase> => {
  if (config.databaseUrl !== null) {
    await checkServer(config.databaseUrl)
    return {
      ownerUrl: config.databaseUrl,
      appUrl: config.appDatabaseUrl ?? config.databaseUrl,
      publicUrl: config.publicDatabaseUrl ?? config.databaseUrl,
      embedded: false,
      release: async () => {},
    }
  }
  const server = await startEmbedded({ dataFolder: config.dataFolder, onStep })
  if (!server.started) onStep('adopt')
  return {
    ownerUrl: server.url,
    appUrl: server.url,
    publicUrl: server.url,
    embedded: true,
    release: server.release,
  }
}
