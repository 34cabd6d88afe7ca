import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import {
  AccessGivers,
  LogoutAnswer,
  MembershipBody,
  PreferencesBody,
  SessionAnswer,
} from '../../platform/rules/session.ts'
import { IdParams } from '../../platform/rules/shapes.ts'
import type { AppContext } from '../../platform/server/module.ts'
import { route } from '../../platform/server/route.ts'
import { OwnSession } from '../rules/contracts.ts'
import { changePreferences, chooseMembership } from './change-session.ts'
import { cookiesFor, sessionTokenOf } from './cookies.ts'
import { endOwnSession, logout, logoutEverywhere } from './end-session.ts'
import { csrfTokenOf } from './keys.ts'
import type { Provider } from './providers.ts'
import { viewAccessGivers, viewOwnSessions, viewSession } from './view-session.ts'

const Done = Type.Object({ done: Type.Boolean() })
const Nothing = Type.Optional(Type.Union([Type.Object({}), Type.Null()]))

/** Who is logged in, what they prefer, and how they log out. */
export const sessionRoutes = (app: FastifyInstance, context: AppContext, providers: readonly Provider[]): void => {
  const { config } = context
  const cookies = cookiesFor(config.baseUrl)
  const ending = { providers, secrets: config, afterLogout: `${config.baseUrl}/login` }
  const csrfOf = (request: FastifyRequest): string | null => {
    const token = sessionTokenOf(request, cookies)
    return token === null ? null : csrfTokenOf(token)
  }
  const own = { loggedIn: 'one’s own session and preferences only' }

  route(app, context, {
    method: 'GET',
    url: '/api/session',
    access: { open: 'says who is logged in, and how one logs in; tells nobody’s data but one’s own' },
    summary: 'Who is logged in, with permissions; for nobody, the ways to log in',
    schema: { response: SessionAnswer },
    handle: (tx, { raw }) => viewSession(tx, { providers, demo: config.demo, csrfToken: csrfOf(raw) }),
  })
  route(app, context, {
    method: 'GET',
    url: '/api/session/access-givers',
    access: { open: 'asked for by those who have no role yet; nobody who is not logged in is told anything' },
    summary: 'Who can give one a role, in the organisations that the login represents',
    schema: { response: AccessGivers },
    handle: (tx) => viewAccessGivers(tx),
  })
  route(app, context, {
    method: 'PUT',
    url: '/api/session/preferences',
    access: own,
    summary: 'Keeps language and theme',
    schema: { body: PreferencesBody, response: Done },
    handle: async (tx, { body }) => {
      await changePreferences(tx, body)
      return { done: true }
    },
  })
  route(app, context, {
    method: 'PUT',
    url: '/api/session/membership',
    access: own,
    summary: 'Uses another of one’s roles from now on',
    schema: { body: MembershipBody, response: Done },
    handle: async (tx, { body }) => {
      await chooseMembership(tx, body.membershipId)
      return { done: true }
    },
  })
  route(app, context, {
    method: 'POST',
    url: '/api/session/logout',
    access: own,
    summary: 'Logs out here; the answer says where to log out at the provider too',
    schema: { body: Nothing, response: LogoutAnswer },
    handle: async (tx, _request, reply) => {
      reply.clearCookie(cookies.session, cookies.options)
      return { providerLogout: await logout(tx, ending) }
    },
  })
  route(app, context, {
    method: 'POST',
    url: '/api/session/logout-everywhere',
    access: own,
    summary: 'Logs out on every machine',
    schema: { body: Nothing, response: LogoutAnswer },
    handle: async (tx, _request, reply) => {
      reply.clearCookie(cookies.session, cookies.options)
      return { providerLogout: await logoutEverywhere(tx, ending) }
    },
  })
  route(app, context, {
    method: 'GET',
    url: '/api/session/own',
    access: own,
    summary: 'One’s own open logins, with where and when',
    schema: { response: Type.Object({ sessions: Type.Array(OwnSession) }) },
    handle: async (tx) => ({ sessions: await viewOwnSessions(tx) }),
  })
  route(app, context, {
    method: 'POST',
    url: '/api/session/own/:id/end',
    access: own,
    summary: 'Ends one of one’s own logins elsewhere',
    schema: { params: IdParams, body: Nothing, response: Done },
    handle: async (tx, { params }) => {
      await endOwnSession(tx, params.id)
      return { done: true }
    },
  })
}
