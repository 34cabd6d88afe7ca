import { spawnSync } from 'node:child_process'
import { readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Whether there is a process of this number. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The command of a process; empty for one that has ended but has not been collected by its parent. */
const commandOf = (pid: number): string => {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    } catch {
      return ''
    }
  }
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
}

/**
 * Whether a PostgreSQL runs under this number. Numbers are used again, in containers from the same low ones at each
 * start, so that somebody is alive says little.
 */
export const isPostgres = (pid: number): boolean => isAlive(pid) && commandOf(pid).includes('postgres')

const pidIn = (file: string): number | null => {
  try {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
    return pid > 0 ? pid : null
  } catch {
    return null
  }
}

/** The number of the server that holds a cluster, by its postmaster.pid; null when none does. */
export const serverPid = (cluster: string): number | null => {
  const pid = pidIn(join(cluster, 'postmaster.pid'))
  return pid !== null && isPostgres(pid) ? pid : null
}

/**
 * Removes a postmaster.pid that a killed server left behind and whose number some other program of ours has now.
 * PostgreSQL itself only asks whether that number is alive, and would refuse to start for as long as it is.
 */
export const removeStaleLock = (cluster: string): void => {
  const file = join(cluster, 'postmaster.pid')
  const pid = pidIn(file)
  if (pid === null || !isAlive(pid) || isPostgres(pid)) return
  const aside = `${file}.${process.pid}`
  renameSync(file, aside)
  // A server may have started between the look and the move: then the file is its own, and goes back.
  const moved = pidIn(aside)
  if (moved !== null && isPostgres(moved)) renameSync(aside, file)
  else rmSync(aside)
}
