import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { AppContext } from '../../platform/server/module.ts'
import { route } from '../../platform/server/route.ts'
import { AuditAnswer, AuditChoices, AuditQuery, FoundPerson } from '../rules/contracts.ts'
import { searchLogPeople } from './search-log-people.ts'
import { viewAudit, viewAuditChoices } from './view-audit.ts'

/** The audit lines: who has changed what, searched by those who control. */
export const auditRoutes = (app: FastifyInstance, context: AppContext): void => {
  const read = { permission: 'audit.read' }

  route(app, context, {
    method: 'GET',
    url: '/api/audit',
    access: read,
    summary: 'Who has changed what, newest first',
    schema: { querystring: AuditQuery, response: AuditAnswer },
    handle: (tx, { query }) => {
      const { limit, ...asked } = query
      // Also the one who controls leaves a trail: what was asked for.
      tx.audit({ action: 'audit.search', kind: 'audit', id: tx.actor.personId ?? '', detail: asked })
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
}
