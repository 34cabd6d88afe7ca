import { EventEmitter } from 'node:events'
import { Logger, parseCronItems, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import { joinDeclared } from '../rules/join-declared.ts'
import { nightlyBackupTask, nightlyCron } from './backup/nightly.ts'
import type { Sql } from './database/connect.ts'
import { eraseDraftsTask } from './keep-draft.ts'
import { mailTask, resumeMail } from './mail.ts'
import type { AppContext, Module, Task } from './module.ts'
import { noticeTexts } from './notices.ts'
import { failExportTask, gatherExports, makeExportTask, resumeExports } from './register/make-export.ts'
import { freeTheDead, markRunner } from './runner-mark.ts'
import { sweepFilePartsTask } from './sweep-file-parts.ts'
import { inTransaction, systemActor, type Tx } from './transaction.ts'

const ownCron = [
  { task: 'sweep-file-parts', match: '23 3 * * *' },
  { task: 'erase-drafts', match: '27 3 * * *' },
]

/** What the job runner logs to. */
export interface JobLog {
  info(detail: object, message: string): void
  error(detail: object, message: string): void
}

/** The jobs that this process runs. */
export interface Jobs {
  /** The number by which others know whether this process lives. */
  readonly runner: number
  /** Resolves when the mark was lost with the database, or the queue has ended: this process must end, and be started anew. */
  readonly lost: Promise<void>
  /** Finishes the jobs that run, and takes no more. */
  stop(): Promise<void>
}

/** A job that has ended its process this often is set aside. */
const endsAllowed = 2

/** How often a process looks for others that have died. */
const lookEvery = 30_000

/** Keeps a job that ends its processes for `fotfeste jobs`, and lets its module notify those concerned. */
const setAside = async (
  sql: Sql,
  job: { readonly id: string; readonly task: string; readonly payload: unknown; readonly ended: number },
  notify: (() => Promise<void>) | undefined,
): Promise<void> => {
  await notify?.()
  await sql.begin(async (tx) => {
    await tx`insert into platform.job_set_aside (task, payload, ended)
      values (${job.task}, ${tx.json(job.payload)}, ${job.ended})`
    await tx`delete from platform.job_fate where job = ${job.id}`
  })
}

const taskList = (
  context: AppContext,
  modules: readonly Module[],
  sql: Sql,
  log: JobLog,
  recorded: Promise<void>,
  ownerUrl: string,
): TaskList => {
  const links = joinDeclared(modules.map(({ name, mailLinks = {} }) => [name, mailLinks] as const))
  const mail = mailTask(noticeTexts(modules), links)
  const installationAdministrators = async (tx: Tx) =>
    (await Promise.all(modules.map((m) => m.installationAdministrators?.(tx) ?? []))).flat()
  // Only a process that has the folder takes the job.
  const nightly = context.config.backup && {
    'nightly-backup': nightlyBackupTask({ ownerUrl, installationAdministrators, log }),
  }
  const exporting = gatherExports(modules)
  const own = {
    'send-notice': mail,
    'sweep-file-parts': sweepFilePartsTask,
    'erase-drafts': eraseDraftsTask,
    'make-export': makeExportTask(exporting),
  }
  const tasks = joinDeclared<Task>([
    ['platform', { ...own, ...nightly }],
    ...modules.map(({ name, tasks = {} }) => [name, tasks] as const),
  ])
  const notifiers = joinDeclared<Task>([
    ['platform', { 'make-export': failExportTask(exporting) }],
    ...modules.map(({ name, setAside: notified = {} }) => [name, notified] as const),
  ])
  const list: TaskList = {}
  for (const [name, task] of Object.entries(tasks)) {
    list[name] = async (payload, { job }) => {
      const given = payload as Record<string, unknown>
      const taskContext: Parameters<Task>[1] = {
        ...context,
        inTransaction: (work) =>
          inTransaction(context.databases, systemActor(`job ${name} ${job.id}`), context.clock(), work, {
            patient: true,
          }),
      }
      await recorded
      const [fate] = await sql<{ ended: number }[]>`select ended from platform.job_fate where job = ${job.id}`
      if (fate !== undefined && fate.ended >= endsAllowed) {
        log.error({ job: job.id, task: name }, 'a job that ended its process is set aside: see fotfeste jobs')
        const notify = notifiers[name]
        await setAside(
          sql,
          { id: job.id, task: name, payload, ended: fate.ended },
          notify && (() => notify(given, taskContext)),
        )
        return
      }
      await task(given, taskContext)
      if (fate !== undefined) await sql`delete from platform.job_fate where job = ${job.id}`
    }
  }
  return list
}

/** After a restore, which brings no queue: every module queues what it finds unfinished. Together, or not at all. */
const resumeRestored = (context: AppContext, modules: readonly Module[]): Promise<void> =>
  inTransaction(
    context.databases,
    systemActor('resume'),
    context.clock(),
    async (tx) => {
      const restored = await tx.sql`delete from platform.restored returning at`
      if (restored.length === 0) return
      await resumeMail(tx)
      await resumeExports(tx)
      for (const { resume } of modules) await resume?.(tx)
    },
    { patient: true },
  )

/**
 * Starts the job runner on the owner's connection `ownerUrl`; the jobs themselves run as the application's role, as
 * the system. Jobs are idempotent: a killed process leaves them to be run again, and whoever runs jobs frees them.
 *
 * @param innocent the number of an earlier process that was ended by the loss of its database
 */
export const startJobs = async (
  context: AppContext,
  modules: readonly Module[],
  ownerUrl: string,
  log: JobLog,
  innocent: number | null = null,
): Promise<Jobs> => {
  const mark = await markRunner(ownerUrl)
  let running: Runner
  try {
    await resumeRestored(context, modules)
    await freeTheDead(mark.sql, innocent)
    const events = new EventEmitter() as WorkerEvents
    const recorded = new Promise<void>((resolve) => {
      events.once('pool:create', ({ workerPool }) => resolve(mark.record(workerPool.id)))
    })
    recorded.catch(() => {}) // no job runs then, and the lost mark ends the process
    running = await run({
      connectionString: ownerUrl,
      maxPoolSize: 4,
      concurrency: 2,
      noHandleSignals: true,
      events,
      taskList: taskList(context, modules, mark.sql, log, recorded, ownerUrl),
      parsedCronItems: parseCronItems([
        ...ownCron,
        ...(context.config.backup === null ? [] : [nightlyCron(context.config.backup)]),
        ...modules.flatMap((module) => [...(module.cron ?? [])]),
      ]),
      logger: new Logger(() => (level, message) => {
        if (level === 'error') log.error({ job: true }, message)
        else if (level === 'warning') log.info({ job: true }, message)
      }),
    })
  } catch (error) {
    await mark.release()
    throw error
  }
  const looking = setInterval(() => {
    freeTheDead(mark.sql).catch((error: unknown) => log.error({ err: error }, 'could not look for dead processes'))
  }, lookEvery)
  const gaveUp = running.promise.catch((error: unknown) => log.error({ err: error }, 'the queue gave up'))
  return {
    runner: mark.runner,
    lost: Promise.race([mark.lost, gaveUp]),
    stop: async () => {
      clearInterval(looking)
      await running.stop()
      await mark.release()
    },
  }
}
