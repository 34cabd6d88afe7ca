import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { AppContext } from '../../platform/server/module.ts'
import { route } from '../../platform/server/route.ts'
import { AccessLogAnswer, AccessLogQuery, FoundPerson } from '../rules/contracts.ts'
import { searchLogPeople } from './search-log-people.ts'
import { viewAccessLog } from './view-access-log.ts'

/** The access log: search for privacy officers, and for everybody who has viewed one's own data. */
export const accessLogRoutes = (app: FastifyInstance, context: AppContext): void => {
  const search = { permission: 'access.log.search' }

  route(app, context, {
    method: 'GET',
    url: '/api/access/log',
    access: search,
    summary: 'Who has looked at whom, newest first',
    schema: { querystring: AccessLogQuery, response: AccessLogAnswer },
    handle: (tx, { query }) => {
      const { limit, ...asked } = query
      // Also the one who controls leaves a trail: what was asked for.
      tx.audit({ action: 'access-log.search', kind: 'access-log', id: tx.actor.personId ?? '', detail: asked })
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
    url: '/api/access/log/own',
    access: { loggedIn: 'who has looked at oneself (GDPR article 15)' },
    summary: 'Who has looked at one’s own data, newest first',
    schema: { querystring: AccessLogQuery, response: AccessLogAnswer },
    handle: (tx, { query }) => viewAccessLog(tx, { ...query, person: tx.actor.personId ?? '' }),
  })
}
