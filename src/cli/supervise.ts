import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectRoot } from '../platform/server/project-root.ts'

/** The command line; `npm start` itself is another script. */
const script = join(projectRoot, 'scripts', 'fotfeste.mjs')

/** Exit code of a worker that lost its database (EX_TEMPFAIL): it is started again, and nobody is to blame. */
export const lostDatabase = 75

/** What a worker reports to the process that started it. */
export interface WorkerMessage {
  readonly runner: number
}

/** A worker process that is started again whenever it ends. */
export interface Supervised {
  /** Lets it finish its jobs, or ends it after half a minute. */
  stop(): Promise<void>
}

const waits = { first: 250, longest: 10_000, stop: 30_000 } as const

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.once('error', () => resolve(null)) // could not be started
  })

/**
 * Keeps a worker process running: `fotfeste work` in a process of its own. One that ends is started again, at once the
 * first time, then more and more slowly while it ends within its first minute.
 *
 * @param onEnd called each time with the exit code; null when a signal ended it
 */
export const superviseWorker = (env: NodeJS.ProcessEnv, onEnd: (code: number | null) => void): Supervised => {
  let stopping = false
  let child: ChildProcess | null = null
  const keep = async (): Promise<void> => {
    let wait: number = waits.first
    let innocent: number | null = null
    while (!stopping) {
      const begun = Date.now()
      let runner: number | null = null
      const after = innocent === null ? [] : ['--innocent', String(innocent)]
      child = fork(script, ['work', ...after], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
      child.on('message', (message: WorkerMessage) => {
        runner = message.runner
      })
      const code = await ended(child)
      if (stopping) return
      onEnd(code)
      // One that never came to running jobs changes nothing about the one before it.
      if (runner !== null) innocent = code === lostDatabase ? runner : null
      wait = Date.now() - begun > 60_000 ? waits.first : Math.min(wait * 2, waits.longest)
      await sleep(wait)
    }
  }
  const kept = keep()
  return {
    stop: async () => {
      stopping = true
      child?.kill('SIGTERM')
      const late = setTimeout(() => child?.kill('SIGKILL'), waits.stop)
      await kept
      clearTimeout(late)
    },
  }
}
