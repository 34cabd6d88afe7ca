import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import type { ExportFormat } from '../../rules/export-shapes.ts'
import type { Locale } from '../../rules/locale.ts'
import { ProblemError } from '../../rules/problem.ts'
import { isConflict, isLost } from '../database/lost.ts'
import { type InTx, keepFile, storeParts } from '../files.ts'
import type { Module, Task } from '../module.ts'
import { inTransaction, may, type Tx } from '../transaction.ts'
import { makeExport } from './ask-export.ts'
import { type ExportList, type ExportPage, exportRows } from './export-list.ts'

/** Rows of one transaction: with a look for each they are one statement. */
const pageRows = 1_000

interface Order {
  readonly id: string
  readonly account: string
  readonly role: string | null
  readonly organisation: string | null
  readonly name: string
  readonly format: ExportFormat
  readonly query: object
}

const findOrder = async (tx: Tx, id: string): Promise<Order | null> => {
  const [order] = await tx.sql<Order[]>`select id, account, role, organisation, name, format, query from platform.export
    where id = ${id} and state in ('waiting', 'working')`
  return order ?? null
}

/** Says that an export comes to nothing, to whoever asked; as the system, for that person may have lost every role. */
const fail = async (tx: Tx, order: Order, list: ExportList | undefined, reason: string): Promise<void> => {
  const failed = await tx.sql`update platform.export set state = 'failed', reason = ${reason}
    where id = ${order.id} and state in ('waiting', 'working')`
  if (failed.count === 0) return
  const [asker] = await tx.sql<{ locale: Locale }[]>`select locale from platform.addressee where id = ${order.account}`
  const name = list?.words(asker?.locale ?? 'nb').title ?? order.name
  tx.notify({ to: order.account, code: 'export-failed', params: { name }, link: '/exports' })
}

/** All rows, page by page: each is read, and looked at, in a transaction that also tells how far it has come. */
const readRows = async (asAsker: InTx, { id, query }: Order, list: ExportList): Promise<ExportPage['rows']> => {
  const rows: ExportPage['rows'][number][] = []
  let after: string | undefined
  do {
    const at = after
    const page = await asAsker(async (tx) => {
      const found = await list.page(tx, query, at, pageRows)
      await tx.sql`update platform.export set state = 'working', rows_done = ${rows.length + found.rows.length}
        where id = ${id}`
      return found
    })
    rows.push(...page.rows)
    after = page.next ?? undefined
  } while (after !== undefined)
  return rows
}

/** What the job needs of the modules: their lists, and who a person is without a session. */
export interface ExportParts {
  readonly lists: readonly ExportList<TSchema>[]
  readonly actorsOf: NonNullable<Module['actorsOf']>
}

/** The lists of the modules, and whoever knows people among them. */
export const gatherExports = (modules: readonly Module[]): ExportParts => ({
  lists: modules.flatMap((module) => module.exports ?? []),
  actorsOf: async (tx, account, permissions) =>
    (await Promise.all(modules.map((module) => module.actorsOf?.(tx, account, permissions) ?? []))).flat(),
})

/**
 * The job that makes an export. It reads as the person who asked, in the role in which that was: row-level security and the
 * access log are that person's. Whether the role is still in force is asked before every page, and the export fails when it
 * is not. Run again it begins from the beginning, and the first that is done has made it.
 */
export const makeExportTask =
  ({ lists, actorsOf }: ExportParts): Task =>
  async (payload, context) => {
    const order = await context.inTransaction((tx) => findOrder(tx, String(payload.id)))
    if (order === null) return
    const list = lists.find(({ name }) => name === order.name)
    let locale: Locale = 'nb'
    const asAsker: InTx = async (work) => {
      const actors = await context.inTransaction((tx) => actorsOf(tx, order.account, context.permissions))
      const actor = actors.find((one) => one.role === order.role && one.organisationId === order.organisation)
      const permission = list?.permission ?? ''
      if (!actor || !may(actor, permission)) throw new ProblemError('no-access', { permission })
      locale = actor.locale
      return inTransaction(context.databases, actor, context.clock(), work, { checkViewed: true, patient: true })
    }
    try {
      // Kept by an earlier release, which may have known other lists and filters.
      if (!list || !Value.Check(list.filter, order.query)) throw new ProblemError('not-found', { kind: 'export' })
      const rows = await readRows(asAsker, order, list)
      const { name, bytes } = await exportRows(list, { locale, format: order.format }, rows)
      const upload = await storeParts(asAsker, name, [bytes])
      await asAsker(async (tx) => {
        const done = await tx.sql`update platform.export set state = 'done', rows_total = ${rows.length},
          rows_done = ${rows.length} where id = ${order.id} and state = 'working'`
        if (done.count === 0) return
        await keepFile(tx, upload, { table: 'platform.export', record: order.id })
        const { title } = list.words(locale)
        tx.notify({ to: order.account, code: 'export-done', params: { name: title }, link: '/exports' })
      })
    } catch (error) {
      if (isLost(error) || isConflict(error)) throw error
      const known = error instanceof ProblemError
      await context.inTransaction((tx) => fail(tx, order, list, known ? error.problem.code : 'unexpected'))
      if (!known) throw error
    }
  }

/** The job has ended its process twice: the export comes to nothing. */
export const failExportTask =
  ({ lists }: ExportParts): Task =>
  (payload, { inTransaction }) =>
    inTransaction(async (tx) => {
      const order = await findOrder(tx, String(payload.id))
      if (order === null) return
      await fail(
        tx,
        order,
        lists.find(({ name }) => name === order.name),
        'unexpected',
      )
    })

/** After a restore: queues the exports that had not been made when the backup was. */
export const resumeExports = async (tx: Tx): Promise<void> => {
  const unfinished = await tx.sql<{ id: string }[]>`select id from platform.export
    where state in ('waiting', 'working') order by made_at`
  for (const { id } of unfinished) {
    const { task, payload, key } = makeExport(id)
    tx.enqueue(task, payload, { key })
  }
}
