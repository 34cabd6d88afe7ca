import { spawn } from 'node:child_process'

/** What one task may take. Memory is all that the process holds, outside the JavaScript heap too. */
export interface Limits {
  readonly milliseconds: number
  readonly memoryMb: number
}

/** What came of a task: its value, or the limit that it met; `ended` when it threw or its process died by itself. */
export type IsolatedAnswer<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'too-long' | 'too-much-memory' | 'ended' }

/** How often the process looks at its own memory. */
const everyMs = 25

/**
 * The frame of every task: a thread beside it watches the memory of the whole process, also while the task's own
 * thread is busy, and ends the process at once when it is too much. Nobody else can: a heap limit does not count what
 * lies outside the heap, and a message from the parent would not be read.
 */
const frame = `
const { Worker } = require('node:worker_threads')
const watch = \`
const { workerData } = require('node:worker_threads')
setInterval(() => {
  if (process.memoryUsage.rss() > workerData.bytes) process.kill(process.pid, 'SIGKILL')
}, workerData.everyMs)
\`
process.once('message', ({ task, input, memoryMb, everyMs }) => {
  const watcher = new Worker(watch, { eval: true, workerData: { bytes: memoryMb * 1024 * 1024, everyMs } })
  watcher.once('online', () => {
    const run = new Function('require', 'input', task)
    Promise.resolve()
      .then(() => run(require, input))
      .then((value) => process.send({ value }, () => process.exit(0)), () => process.exit(1))
  })
})
process.once('disconnect', () => process.exit(1))
`

/**
 * Runs a task on an input in a process of its own, one process for one task, so that the worst input costs that
 * process and never the server. The task is the body of a function of `require` and `input` that may return a promise;
 * it is text because the server is bundled into one file, and a file beside it would not be there.
 */
export const runIsolated = <T>(task: string, input: unknown, limits: Limits): Promise<IsolatedAnswer<T>> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${limits.memoryMb}`, '--eval', frame], {
      // What the libraries say may quote the file's text; it does not belong in the server's log.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
      env: {},
    })
    const finish = (answer: IsolatedAnswer<T>) => {
      clearTimeout(timer)
      resolve(answer)
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => finish({ kind: 'too-long' }), limits.milliseconds)
    child.once('message', (message: { value: T }) => finish({ kind: 'value', value: message.value }))
    child.once('error', () => finish({ kind: 'ended' }))
    // Nobody else ends it by these: the watcher does by the first, and the heap's own limit by the second.
    child.once('close', (_, signal) =>
      finish({ kind: signal === 'SIGKILL' || signal === 'SIGABRT' ? 'too-much-memory' : 'ended' }),
    )
    child.send({ task, input, memoryMb: limits.memoryMb, everyMs }, (error) => {
      if (error) finish({ kind: 'ended' })
    })
  })
