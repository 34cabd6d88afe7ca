import type { FastifyInstance, FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { excelMediaType } from '../../platform/server/documents/excel.ts'
import type { AppContext } from '../../platform/server/module.ts'
import { route } from '../../platform/server/route.ts'
import type { Tx } from '../../platform/server/transaction.ts'
import { AccessLogAnswer, AccessLogQuery, FoundPerson } from '../rules/contracts.ts'
import { exportAccessLogCsv, exportAccessLogExcel } from './export-access-log.ts'
import { searchLogPeople } from './search-log-people.ts'
import { accessLogEntries, viewAccessLog } from './view-access-log.ts'

/** An export takes this many lines; a longer period is taken in parts. */
const exportLimit = 100_000

/** The access log: search and export for privacy officers, and for everybody who has viewed one's own data. */
export const accessLogRoutes = (app: FastifyInstance, context: AppContext): void => {
  const search = { permission: 'access.log.search' }
  /** Also the one who controls leaves a trail: what was asked for. */
  const trace = (tx: Tx, action: string, query: object): void =>
    tx.audit({ action, kind: 'access-log', id: tx.actor.personId ?? '', detail: { ...query } })
  const asFile = (reply: FastifyReply, ending: string): void => {
    reply.header('content-disposition', `attachment; filename="innsynslogg.${ending}"`)
  }

  route(app, context, {
    method: 'GET',
    url: '/api/access/log',
    access: search,
    summary: 'Who has looked at whom, newest first',
    schema: { querystring: AccessLogQuery, response: AccessLogAnswer },
    handle: (tx, { query }) => {
      trace(tx, 'access-log.search', query)
      return viewAccessLog(tx, query)
    },
  })
  route(app, context, {
    method: 'GET',
    url: '/api/access/log/people',
    access: search,
    summary: 'People whom the log can be searched for, by part of a name',
    schema: {
      querystring: Type.Object({ q: Type.String({ minLength: 2, maxLength: 100 }) }),
      response: Type.Object({ people: Type.Array(FoundPerson) }),
    },
    handle: async (tx, { query }) => ({ people: await searchLogPeople(tx, query.q) }),
  })
  route(app, context, {
    method: 'GET',
    url: '/api/access/log.csv',
    access: search,
    summary: 'The same search as CSV',
    schema: { querystring: AccessLogQuery, file: 'text/csv; charset=utf-8' },
    handle: async (tx, { query }, reply) => {
      trace(tx, 'access-log.export', query)
      asFile(reply, 'csv')
      return exportAccessLogCsv(await accessLogEntries(tx, query, exportLimit), tx.actor.locale)
    },
  })
  route(app, context, {
    method: 'GET',
    url: '/api/access/log.xlsx',
    access: search,
    summary: 'The same search as an Excel workbook',
    schema: { querystring: AccessLogQuery, file: excelMediaType },
    handle: async (tx, { query }, reply) => {
      trace(tx, 'access-log.export', query)
      asFile(reply, 'xlsx')
      return exportAccessLogExcel(await accessLogEntries(tx, query, exportLimit), tx.actor.locale)
    },
  })
  route(app, context, {
    method: 'GET',
    url: '/api/access/log/own',
    access: { loggedIn: 'who has looked at oneself (GDPR article 15)' },
    summary: 'Who has looked at one’s own data, newest first',
    schema: { querystring: AccessLogQuery, response: AccessLogAnswer },
    handle: (tx, { query }) => viewAccessLog(tx, { ...query, person: tx.actor.personId ?? '' }),
  })
}
