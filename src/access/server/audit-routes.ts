import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { excelMediaType } from '../../platform/server/documents/excel.ts'
import { asDownload } from '../../platform/server/files.ts'
import type { AppContext } from '../../platform/server/module.ts'
import { route } from '../../platform/server/route.ts'
import type { Tx } from '../../platform/server/transaction.ts'
import { AuditAnswer, AuditChoices, AuditQuery, FoundPerson } from '../rules/contracts.ts'
import { exportAudit } from './export-audit.ts'
import { searchLogPeople } from './search-log-people.ts'
import { auditEntries, viewAudit, viewAuditChoices } from './view-audit.ts'

/** An export takes this many lines; a longer period is taken in parts. */
const exportLimit = 100_000

/** The audit lines: who has changed what, searched and taken out by those who control. */
export const auditRoutes = (app: FastifyInstance, context: AppContext): void => {
  const read = { permission: 'audit.read' }
  /** Also the one who controls leaves a trail: what was asked for. */
  const trace = (tx: Tx, action: 'audit.search' | 'audit.export', query: object): void =>
    tx.audit({ action, kind: 'audit', id: tx.actor.personId ?? '', detail: { ...query } })

  route(app, context, {
    method: 'GET',
    url: '/api/audit',
    access: read,
    summary: 'Who has changed what, newest first',
    schema: { querystring: AuditQuery, response: AuditAnswer },
    handle: (tx, { query }) => {
      trace(tx, 'audit.search', query)
      return viewAudit(tx, query)
    },
  })
  route(app, context, {
    method: 'GET',
    url: '/api/audit/choices',
    access: read,
    summary: 'The actions and kinds of record that there are lines of',
    schema: { response: AuditChoices },
    handle: (tx) => viewAuditChoices(tx),
  })
  route(app, context, {
    method: 'GET',
    url: '/api/audit/people',
    access: read,
    summary: 'People whom the lines can be searched for, by part of a name',
    schema: {
      querystring: Type.Object({ q: Type.String({ minLength: 2, maxLength: 100 }) }),
      response: Type.Object({ people: Type.Array(FoundPerson) }),
    },
    handle: async (tx, { query }) => ({ people: await searchLogPeople(tx, query.q) }),
  })
  route(app, context, {
    method: 'GET',
    url: '/api/audit.xlsx',
    access: read,
    summary: 'The same search as an Excel workbook',
    schema: { querystring: AuditQuery, file: excelMediaType },
    handle: async (tx, { query }, reply) => {
      trace(tx, 'audit.export', query)
      asDownload(reply, 'endringslogg.xlsx', excelMediaType)
      return exportAudit(await auditEntries(tx, query, exportLimit), tx.actor.locale)
    },
  })
}
