import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
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

/** The number of the server that holds a cluster, by its postmaster.pid; null when none does. */
export const serverPid = (cluster: string): number | null => {
  try {
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
    return pid > 0 && isPostgres(pid) ? pid : null
  } catch {
    return null
  }
}
