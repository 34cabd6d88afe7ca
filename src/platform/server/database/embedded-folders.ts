import { createHash } from 'node:crypto'
import { chownSync, existsSync, lstatSync, mkdirSync, readlinkSync, symlinkSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { type Account, canEnter, databaseAccount } from './embedded-account.ts'
import { EmbeddedError } from './embedded-error.ts'

/** Where the embedded server keeps its things. */
export interface Folders {
  readonly account: Account | null
  /** PostgreSQL's data folder. */
  readonly cluster: string
  readonly socket: string
  readonly log: string
  /** For a copy of the programs, when node_modules cannot be used as it is. */
  readonly cache: string
}

/** A Unix socket's path has at most 107 bytes on Linux and 103 on macOS. */
const socketPathLimit = 103

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

const uidOf = (account: Account | null): number => account?.uid ?? process.getuid?.() ?? 0

/** A folder that belongs to the account and is closed to all others. */
const ownFolder = (folder: string, account: Account | null): void => {
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (account) chownSync(folder, account.uid, account.gid)
  }
  // lstat: in a shared folder such as /tmp somebody else may have put a link or a folder there first.
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== uidOf(account)) {
    throw new EmbeddedError('embedded.owner', { folder, owner: found.uid, user: uidOf(account) ?? '' })
  }
  if ((found.mode & 0o077) !== 0) {
    throw new EmbeddedError('embedded.open', { folder })
  }
}

/**
 * The root of the database's files. It is `postgres` in the data folder. Under a folder that only root may enter, such
 * as /root, the unprivileged account could not reach it; then it is /var/lib/fotfeste/<hash>, and `postgres` in the data
 * folder is a link to it.
 */
const databaseRoot = (dataFolder: string): { root: string; account: Account | null } => {
  const link = join(dataFolder, 'postgres')
  const isLink = lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() === true
  const root = isLink ? readlinkSync(link) : link
  const account = databaseAccount(root)
  if (account === null || isLink || canEnter(account, dataFolder)) return { root, account }
  const outside = join('/var/lib/fotfeste', hash(dataFolder))
  mkdirSync('/var/lib/fotfeste', { recursive: true, mode: 0o755 })
  symlinkSync(outside, link)
  return { root: outside, account }
}

/** Makes and checks the folders of the embedded server under `dataFolder`. */
export const makeFolders = (dataFolder: string): Folders => {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o711 })
    const { root, account } = databaseRoot(dataFolder)
    ownFolder(root, account)
    const near = join(root, 'socket')
    const fits = Buffer.byteLength(join(near, '.s.PGSQL.5432')) <= socketPathLimit
    const socket = fits ? near : join(tmpdir(), `fotfeste-${hash(`${root} ${uidOf(account)}`)}`)
    const log = join(root, 'log')
    for (const folder of [socket, log]) ownFolder(folder, account)
    const cache = account === null ? join(dataFolder, 'programs') : '/var/cache/fotfeste'
    return { account, cluster: join(root, 'data'), socket, log, cache }
  } catch (error) {
    if (error instanceof EmbeddedError) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new EmbeddedError('embedded.folder', { folder: dataFolder, user: userInfo().username, reason: code })
  }
}
