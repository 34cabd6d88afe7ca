import { Logger, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker'
import { mailTask } from './mail.ts'
import type { AppContext, Module } from './module.ts'
import { noticeTexts } from './notices.ts'
import { sweepFilePartsTask } from './sweep-file-parts.ts'
import { inTransaction, systemActor } from './transaction.ts'

const ownCron = [{ task: 'sweep-file-parts', match: '23 3 * * *' }]

/** What the job runner logs to. */
export interface JobLog {
  info(detail: object, message: string): void
  error(detail: object, message: string): void
}

/**
 * Starts the job runner on the owner's connection `ownerUrl`; the jobs themselves run as the application's role, as
 * the system. Jobs are idempotent: a killed process leaves them to be run again.
 */
export const startJobs = async (
  context: AppContext,
  modules: readonly Module[],
  ownerUrl: string,
  log: JobLog,
): Promise<Runner> => {
  const tasks = {
    'send-notice': mailTask(noticeTexts(modules), Object.assign({}, ...modules.map((m) => m.mailLinks ?? {}))),
    'sweep-file-parts': sweepFilePartsTask,
    ...Object.assign({}, ...modules.map((m) => m.tasks ?? {})),
  }
  const taskList: TaskList = {}
  for (const [name, task] of Object.entries(tasks as Required<Module>['tasks'])) {
    taskList[name] = async (payload, helpers) =>
      task(payload as Record<string, unknown>, {
        ...context,
        inTransaction: (work) =>
          inTransaction(context.databases, systemActor(`job ${name} ${helpers.job.id}`), context.clock(), work, {
            patient: true,
          }),
      })
  }
  return run({
    connectionString: ownerUrl,
    maxPoolSize: 3,
    concurrency: 2,
    noHandleSignals: true,
    taskList,
    parsedCronItems: parseCronItems([...ownCron, ...modules.flatMap((module) => module.cron ?? [])]),
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log.error({ job: true }, message)
      else if (level === 'warning') log.info({ job: true }, message)
    }),
  })
}
