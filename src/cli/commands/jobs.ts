import type { Instant } from '../../platform/rules/shapes.ts'
import { connect, type Sql } from '../../platform/server/database/connect.ts'
import { migrate } from '../../platform/server/database/migrate.ts'
import { type DeskJob, dropJob, listJobs, retryJob } from '../../platform/server/job-desk.ts'
import { type Command, CommandError, readArguments, UsageError } from '../arguments.ts'
import type { Terminal } from '../terminal.ts'
import { withDatabase } from '../with-database.ts'

const when = (at: Instant): string =>
  new Date(at).toLocaleString('nb-NO', { timeZone: 'Europe/Oslo', dateStyle: 'short', timeStyle: 'short' })

const lineOf = (terminal: Terminal, { id, task, state, tries, at }: DeskJob): string =>
  [id, terminal.text(`jobs.${state}`), task, terminal.text('jobs.tries', { tries }), when(at)].join('\t')

const list = async (owner: Sql, terminal: Terminal): Promise<void> => {
  const jobs = await listJobs(owner)
  terminal.answer({ jobs })
  if (jobs.length === 0) terminal.print(terminal.text('jobs.none'))
  for (const job of jobs) terminal.print(lineOf(terminal, job))
}

const show = async (owner: Sql, terminal: Terminal, id: string): Promise<void> => {
  const job = (await listJobs(owner)).find((one) => one.id === id)
  if (job === undefined) throw new CommandError('jobs.noSuch', { id })
  terminal.answer({ job })
  terminal.print(lineOf(terminal, job))
  if (job.error !== null) terminal.print(job.error)
}

const change = async (owner: Sql, terminal: Terminal, id: string, how: 'retry' | 'drop'): Promise<void> => {
  const done = await (how === 'retry' ? retryJob(owner, id) : dropJob(owner, id))
  if (!done) throw new CommandError('jobs.noSuch', { id })
  terminal.answer({ id, done: how })
  terminal.print(terminal.text(how === 'retry' ? 'jobs.retried' : 'jobs.dropped', { id }))
}

/** `fotfeste jobs list | show ID | retry ID | drop ID`: what waits, what has failed and what was set aside. */
export const jobs: Command = async (words, terminal) => {
  const [verb = 'list', id, more] = readArguments(words, {}).positionals
  if (more !== undefined) throw new UsageError('error.positional', { name: more })
  if (!['list', 'show', 'retry', 'drop'].includes(verb)) throw new UsageError('error.positional', { name: verb })
  if (verb === 'list' && id !== undefined) throw new UsageError('error.positional', { name: id })
  if (verb !== 'list' && id === undefined) throw new UsageError('error.missing', { name: 'ID' })
  return withDatabase(terminal, async ({ ownerUrl }) => {
    await migrate(ownerUrl, (name) => terminal.step(terminal.text('step.migration', { name })))
    const owner = connect(ownerUrl, { name: 'jobs', max: 1 })
    try {
      if (id === undefined) await list(owner, terminal)
      else if (verb === 'show') await show(owner, terminal, id)
      else await change(owner, terminal, id, verb === 'retry' ? 'retry' : 'drop')
      return 0
    } finally {
      await owner.end({ timeout: 5 })
    }
  })
}
