import { spawn, spawnSync } from 'node:child_process'
import { existsSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { asAccount } from './embedded-account.ts'
import { type Binaries, findBinaries } from './embedded-binaries.ts'
import { EmbeddedError } from './embedded-error.ts'
import { type Folders, makeFolders } from './embedded-folders.ts'
import { embeddedDatabase, embeddedUser } from './embedded-names.ts'
import { isAlive, isPostgres, removeStaleLock, serverPid } from './embedded-process.ts'
import { drop, type Holder, holdOn, takeShared } from './held-lock.ts'

/** A running embedded PostgreSQL, in use by us and perhaps by other processes. */
export interface EmbeddedServer {
  /** Address of the database, as its superuser. */
  readonly url: string
  /** Whether we started it, or found it running. */
  readonly started: boolean
  /** Lets go of the server. The last process that lets go stops it. */
  release(): Promise<void>
}

/** How the embedded server is to run. */
export interface EmbeddedOptions {
  readonly dataFolder: string
  readonly onStep?: (step: 'make' | 'start') => void
  /** Gives up the guarantee against power failure for speed. For tests only. */
  readonly unsafeButFast?: boolean
  /** How long a start may take; recovery after a crash replays at most max_wal_size. */
  readonly startLimitMs?: number
}

/** Advisory lock: everybody who uses the server holds it shared; who gets it alone is the last and may stop it. */
const leaseLock = 4_707_001

const urlOf = (folders: Folders, database: string): string =>
  `postgres://${embeddedUser}@localhost/${database}?host=${encodeURIComponent(folders.socket)}`

/** Makes the cluster aside and renames it into place, so that a cluster is whole or is not there. */
const makeCluster = (folders: Folders, binaries: Binaries): void => {
  const root = dirname(folders.cluster)
  for (const left of readdirSync(root).filter((name) => /^data\.\d+$/.test(name))) {
    const pid = Number(left.slice('data.'.length))
    if (!isAlive(pid)) rmSync(join(root, left), { recursive: true, force: true })
  }
  const draft = `${folders.cluster}.${process.pid}`
  // C.UTF-8 sorts the same on every machine; texts for people are sorted by an explicit COLLATE "nb-NO-x-icu".
  const result = spawnSync(
    binaries.initdb,
    ['-D', draft, '-U', embeddedUser, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-instructions'],
    { ...asAccount(folders.account), cwd: '/', encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
  )
  if (result.status !== 0) {
    throw new EmbeddedError('embedded.notMade', { reason: (result.stderr || String(result.error)).trim() })
  }
  try {
    renameSync(draft, folders.cluster)
  } catch (error) {
    // Another process was first; its cluster is as good as ours.
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(join(folders.cluster, 'PG_VERSION'))) throw error
  }
}

const settings = (folders: Folders, unsafeButFast: boolean): string[] =>
  [
    'listen_addresses=',
    'port=5432',
    `unix_socket_directories=${folders.socket}`,
    'unix_socket_permissions=0700',
    // Syncing a large data folder file by file after a crash can take minutes; one call for the file system does it.
    ...(process.platform === 'linux' ? ['recovery_init_sync_method=syncfs'] : []),
    'timezone=UTC',
    'max_connections=100',
    'shared_buffers=256MB',
    'max_wal_size=2GB',
    'jit=off',
    'logging_collector=on',
    `log_directory=${folders.log}`,
    'log_filename=postgresql-%a.log',
    'log_rotation_age=1d',
    'log_rotation_size=0',
    'log_truncate_on_rotation=on',
    // A statement's text can hold personal data, and so can its parameters.
    'log_min_error_statement=panic',
    'log_parameter_max_length_on_error=0',
    'log_error_verbosity=terse',
    ...(unsafeButFast ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=128MB'] : []),
  ].flatMap((setting) => ['-c', setting])

/** Starts the server as a process of its own group: neither Ctrl-C nor a kill of ours reaches it. */
const launch = (folders: Folders, binaries: Binaries, unsafeButFast: boolean): { exited: boolean } => {
  const startLog = openSync(join(folders.log, 'start.log'), 'w', 0o644)
  const child = spawn(binaries.postgres, ['-D', folders.cluster, ...settings(folders, unsafeButFast)], {
    ...asAccount(folders.account),
    cwd: '/',
    detached: true,
    stdio: ['ignore', startLog, startLog],
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  })
  const state = { exited: false }
  const ended = () => {
    state.exited = true
  }
  child.on('error', ended).on('exit', ended)
  child.unref()
  return state
}

/** The end of the newest log, for the message when the server does not start. */
const lastLines = (folder: string): string => {
  try {
    const [newest] = readdirSync(folder)
      .map((name) => join(folder, name))
      .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)
    return newest === undefined ? '' : readFileSync(newest, 'utf8').trim().split('\n').slice(-5).join('\n')
  } catch {
    return ''
  }
}

/**
 * Launches at most. A server that was killed leaves processes that hold its memory for a moment, and a new one refuses
 * to start until they are gone.
 */
const launches = 10

const checkVersion = (folders: Folders, binaries: Binaries): void => {
  const found = readFileSync(join(folders.cluster, 'PG_VERSION'), 'utf8').trim()
  if (found === binaries.major) return
  throw new EmbeddedError('embedded.version', { folder: folders.cluster, found, wanted: binaries.major })
}

/** Takes the lease of a server that answers, starting one when none does. */
const startOrAdopt = async (
  folders: Folders,
  options: EmbeddedOptions,
): Promise<{ lease: Holder; started: boolean }> => {
  let launched: { exited: boolean } | null = null
  let tries = 0
  const step = options.onStep ?? (() => {})
  const giveUpAt = Date.now() + (options.startLimitMs ?? 120_000)
  while (Date.now() < giveUpAt) {
    const answers = existsSync(join(folders.socket, '.s.PGSQL.5432'))
    const lease = answers
      ? await takeShared(urlOf(folders, 'postgres'), 'lease', leaseLock).catch(() => null) // not yet, or no more
      : null
    const pid = serverPid(folders.cluster)
    if (lease !== null && pid !== null) return { lease, started: launched?.exited === false }
    if (lease !== null) await drop(lease)
    if (pid === null && launched?.exited) {
      if (tries === launches) break
      await sleep(500)
      launched = null
      continue
    }
    if (pid === null && launched === null) {
      tries += 1
      const binaries = findBinaries(folders.account, folders.cache)
      if (!existsSync(join(folders.cluster, 'PG_VERSION'))) {
        if (existsSync(folders.cluster)) {
          throw new EmbeddedError('embedded.noCluster', { folder: folders.cluster })
        }
        step('make')
        makeCluster(folders, binaries)
      }
      checkVersion(folders, binaries)
      removeStaleLock(folders.cluster)
      if (tries === 1) step('start')
      launched = launch(folders, binaries, options.unsafeButFast ?? false)
    }
    await sleep(25)
  }
  const pid = serverPid(folders.cluster)
  throw pid === null
    ? new EmbeddedError('embedded.notStarted', { reason: lastLines(folders.log), log: folders.log })
    : new EmbeddedError('embedded.taken', { folder: folders.cluster, pid, socket: folders.socket })
}

/** Ends the server cleanly: SIGINT rolls back what runs and writes a checkpoint. */
const stopServer = async (pid: number): Promise<void> => {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    return
  }
  for (let waited = 0; isPostgres(pid) && waited < 60_000; waited += 20) await sleep(20)
}

/**
 * Starts the embedded PostgreSQL in `dataFolder`, or adopts the one that is running there already. Throws
 * {@link EmbeddedError} with something to do about it.
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<EmbeddedServer> => {
  if (process.platform === 'win32') {
    throw new EmbeddedError('embedded.windows')
  }
  const folders = makeFolders(options.dataFolder)
  const { lease, started } = await startOrAdopt(folders, options)
  const { connection } = lease
  const found = await connection`select 1 from pg_database where datname = ${embeddedDatabase}`
  if (found.length === 0) {
    await connection`create database ${connection.identifier(embeddedDatabase)}`.catch((error: { code?: string }) => {
      // Somebody else made it just now: 42P04 duplicate_database, 23505 the same seen from the catalogue's index.
      if (error.code !== '42P04' && error.code !== '23505') throw error
    })
  }
  // Whoever ended the server while it is in use: it is started again.
  const held = holdOn(lease, async () => (await startOrAdopt(folders, { ...options, onStep: () => {} })).lease)
  return {
    url: urlOf(folders, embeddedDatabase),
    started,
    release: async () => {
      const sql = held.connection()
      const pid = serverPid(folders.cluster)
      let last = false
      try {
        await sql`select pg_advisory_unlock_shared(${leaseLock})`
        const [row] = await sql<{ last: boolean }[]>`select pg_try_advisory_lock(${leaseLock}) as last`
        last = row?.last ?? false
      } catch {
        // The server is gone already; nothing is left to stop.
      }
      // Stopped while the lock is held: a process that comes now waits for it, loses its connection and starts anew.
      await held.release(async () => {
        if (last && pid !== null) await stopServer(pid)
      })
    },
  }
}
