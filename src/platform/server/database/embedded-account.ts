import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { EmbeddedError } from './embedded-error.ts'

/** An unprivileged account of the machine. PostgreSQL refuses to run as root, so root hands it to one of these. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

const idOf = (name: string, which: '-u' | '-g'): number | null => {
  const { status, stdout } = spawnSync('id', [which, name], { encoding: 'utf8' })
  return status === 0 ? Number(stdout.trim()) : null
}

/**
 * The account that runs the database: null for ourselves, when we are not root. As root it is the owner of the data
 * folder when there is one already, else `nobody`. PostgreSQL looks its own account up by name, so a number that no
 * account has would not do.
 */
export const databaseAccount = (clusterFolder: string): Account | null => {
  if (process.getuid?.() !== 0) return null
  if (existsSync(clusterFolder)) {
    const { uid, gid } = statSync(clusterFolder)
    if (uid !== 0) return { uid, gid }
  }
  for (const name of ['nobody', 'postgres', 'daemon']) {
    const uid = idOf(name, '-u')
    const gid = idOf(name, '-g')
    if (uid !== null && gid !== null && uid !== 0) return { uid, gid }
  }
  throw new EmbeddedError('embedded.account')
}

/** Options for a child process that is to run as the account. */
export const asAccount = (account: Account | null): { uid: number; gid: number } | Record<string, never> =>
  account === null ? {} : { uid: account.uid, gid: account.gid }

/** Whether the account can go into a folder: every folder above it counts, so the system itself is asked. */
export const canEnter = (account: Account | null, folder: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...asAccount(account), cwd: '/' }).status === 0
