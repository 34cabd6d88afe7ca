import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { ExportAsked, type ExportFormat } from '../../rules/export-shapes.ts'
import { ProblemError } from '../../rules/problem.ts'
import { asDownload } from '../files.ts'
import type { AppContext } from '../module.ts'
import { route } from '../route.ts'
import type { Tx } from '../transaction.ts'
import { type ExportList, exportRows, exportTypes } from './export-list.ts'

/** Rows that a request answers as a file: made in less than a second, while nobody else is answered. */
const atOnceRows = 5_000

/** Rows that one file holds: its cells stand in memory until it is written. A longer period is taken in parts. */
const mostRows = 100_000

/** The job that makes an export; the key keeps it from being queued twice. */
export const makeExport = (id: string) => ({ task: 'make-export', payload: { id }, key: `make-export ${id}` })

/** Keeps what was asked for and queues the job; the same once more while it is being made is the same export. */
const keepOrder = async (tx: Tx, name: string, format: ExportFormat, filter: object, rows: number): Promise<string> => {
  const { sql, actor } = tx
  const [under] = await sql<{ id: string }[]>`select id from platform.export
    where account = ${actor.personId} and name = ${name} and format = ${format} and query = ${sql.json(filter)}
      and role is not distinct from ${actor.role} and organisation is not distinct from ${actor.organisationId}
      and state in ('waiting', 'working')`
  if (under) return under.id
  const id = crypto.randomUUID()
  await sql`insert into platform.export (id, account, role, organisation, name, format, query, rows_total)
    values (${id}, ${actor.personId}, ${actor.role}, ${actor.organisationId}, ${name}, ${format}, ${sql.json(filter)}, ${rows})`
  const { task, payload, key } = makeExport(id)
  tx.enqueue(task, payload, { key })
  return id
}

/** Adds the route by which a list is taken out: the file at once, or, when it is long, by a job. */
export const addExportRoute = (app: FastifyInstance, context: AppContext, list: ExportList): void =>
  route(app, context, {
    method: 'POST',
    url: `/api/exports/${list.name}`,
    access: { permission: list.permission },
    summary: `Takes out ${list.summary}: the file, or for many rows the export that a job makes`,
    schema: {
      body: Type.Object({ filter: list.filter, format: Type.Enum([...list.formats]) }),
      file: 'application/octet-stream',
      accepted: ExportAsked,
    },
    problems: ['too-many-rows'],
    handle: async (tx, { body: { filter, format } }, reply) => {
      const { atOnce = atOnceRows } = list
      tx.audit({ ...list.asked, id: tx.actor.personId ?? '', detail: { ...(filter as object) } })
      const rows = await list.count(tx, filter, mostRows)
      if (rows > mostRows) throw new ProblemError('too-many-rows', { most: mostRows })
      if (rows <= atOnce) {
        const page = await list.page(tx, filter, undefined, atOnce + 1)
        if (page.next === null) {
          const { name, bytes } = await exportRows(list, { locale: tx.actor.locale, format }, page.rows)
          asDownload(reply, name, exportTypes[format])
          return bytes
        }
      }
      reply.code(202)
      return { export: await keepOrder(tx, list.name, format, filter as object, rows), rows }
    },
  })
