import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { pathToFileURL } from 'node:url'
import { type Problem, ProblemError } from '../../rules/problem.ts'

/** What one task may take. Memory is all that the process holds, outside the JavaScript heap too. */
export interface Limits {
  readonly milliseconds: number
  readonly memoryMb: number
}

/**
 * What came of a task: its value, the problem that it threw, where it failed with anything else, or the limit that it
 * met; `ended` when its process died by itself.
 */
export type IsolatedAnswer<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'failed'; readonly where: string }
  | { readonly kind: 'too-long' | 'too-much-memory' | 'ended' }

/** How often the process looks at its own memory. */
const everyMs = 25

/**
 * The frame of every task: a thread beside it watches the memory of the whole process, also while the task's own
 * thread is busy, and ends the process at once when it is too much. Nobody else can: a heap limit does not count what
 * lies outside the heap, and a message from the parent would not be read. Of an error only its name and the places are
 * told: its message may quote the file, which does not belong in the server's log.
 */
const frame = `
const { Worker } = require('node:worker_threads')
const watch = \`
const { workerData } = require('node:worker_threads')
setInterval(() => {
  if (process.memoryUsage.rss() > workerData.bytes) process.kill(process.pid, 'SIGKILL')
}, workerData.everyMs)
\`
const whereOf = (error) =>
  [error?.name, ...String(error?.stack ?? '').split('\\n').filter((line) => /^ +at /.test(line))].join('\\n')
process.once('message', ({ entry, input, memoryMb, everyMs }) => {
  const watcher = new Worker(watch, { eval: true, workerData: { bytes: memoryMb * 1024 * 1024, everyMs } })
  watcher.once('online', () => {
    import(entry)
      .then(({ run }) => run(input))
      .then((value) => ({ kind: 'value', value }))
      .catch((error) =>
        error?.problem ? { kind: 'problem', problem: error.problem } : { kind: 'failed', where: whereOf(error) })
      .then((answer) => process.send(answer, () => process.exit(0)))
  })
})
process.once('disconnect', () => process.exit(1))
`

/** Processes at once: each may take a gigabyte and a core, and the server beside them must still answer. */
const atOnce = 2
let running = 0
const waiting: (() => void)[] = []

/** Runs `work` when it is its turn; those who wait come in the order in which they asked. */
const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** People who wait for an answer come first when processors are scarce. */
const yieldTo = (pid: number): void => {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {
    // It has ended already, or the system does not let us: then it is as quick as the others.
  }
}

const start = <T>(entry: string, input: unknown, limits: Limits): Promise<IsolatedAnswer<T>> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${limits.memoryMb}`, '--eval', frame], {
      // What the libraries say may quote the file's text; it does not belong in the server's log.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
      env: {},
    })
    if (child.pid !== undefined) yieldTo(child.pid)
    const finish = (answer: IsolatedAnswer<T>) => {
      clearTimeout(timer)
      resolve(answer)
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => finish({ kind: 'too-long' }), limits.milliseconds)
    child.once('message', (answer: IsolatedAnswer<T>) => finish(answer))
    child.once('error', () => finish({ kind: 'ended' }))
    // Nobody else ends it by these: the watcher does by the first, and the heap's own limit by the second.
    child.once('close', (_, signal) =>
      finish({ kind: signal === 'SIGKILL' || signal === 'SIGABRT' ? 'too-much-memory' : 'ended' }),
    )
    child.send({ entry: pathToFileURL(entry).href, input, memoryMb: limits.memoryMb, everyMs }, (error) => {
      if (error) finish({ kind: 'ended' })
    })
  })

/**
 * Runs the `run` that a file exports on an input, in a process of its own, one process for one task, so that the worst
 * input costs that process and never the server. The file is JavaScript; ours are built (built-entry.ts).
 */
export const runIsolated = <T>(entry: string, input: unknown, limits: Limits): Promise<IsolatedAnswer<T>> =>
  inTurn(() => start<T>(entry, input, limits))

/** The process that read a file died by itself. Once that may be anybody's fault; twice it is the file's. */
export class ReaderEnded extends ProblemError {}

/**
 * The value of an answer about the file `name`. Throws the task's ProblemError, `file-too-demanding` when a limit was
 * met, {@link ReaderEnded}, and an Error for a fault of ours.
 */
export const answeredValue = <T>(answer: IsolatedAnswer<T>, name: string): T => {
  switch (answer.kind) {
    case 'value':
      return answer.value
    case 'problem':
      throw new ProblemError(answer.problem)
    case 'failed':
      throw new Error(`a task in a process of its own failed: ${answer.where}`)
    case 'ended':
      throw new ReaderEnded('file-too-demanding', { name })
    default:
      throw new ProblemError('file-too-demanding', { name })
  }
}
