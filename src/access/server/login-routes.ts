import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { ProblemError } from '../../platform/rules/problem.ts'
import type { AppContext } from '../../platform/server/module.ts'
import { route } from '../../platform/server/route.ts'
import type { accessProblems } from '../rules/problems.ts'
import { sessionLimits } from '../rules/session.ts'
import { beginLogin } from './begin-login.ts'
import { cookiesFor, sessionTokenOf } from './cookies.ts'
import { finishLogin, type LoginRefusal } from './finish-login.ts'
import type { Provider } from './providers.ts'

/** Logins that one address may begin or finish in a minute: many work behind one address, nobody logs in often. */
const loginsPerMinute = 60

/** Refusals that the person can do something about have words of their own. */
const problemCodes: Partial<Record<LoginRefusal, keyof typeof accessProblems>> = {
  'acr-too-low': 'login-too-weak',
  cancelled: 'login-cancelled',
  'too-late': 'login-too-late',
}

/** A path that no reader takes for another host: one slash, plain or written with a per cent sign, and then none. */
const ownOnly = /^\/(?!\/|\\|%2f|%5c)[^\\\s]*$/i

/**
 * A path of our own and nothing else, so that no link sends anybody elsewhere by way of the login; as it may stand in a
 * header. What is no such path becomes the front page.
 */
export const ownPath = (wanted: string | undefined): string => {
  if (wanted === undefined || !ownOnly.test(wanted)) return '/'
  // Written as a browser writes it: any letters become plain ones, and steps up and down are taken.
  const { pathname, search, hash } = new URL(wanted, 'http://localhost')
  return ownOnly.test(pathname) && !pathname.startsWith('/api/') ? `${pathname}${search}${hash}` : '/'
}

/** The login by an OpenID provider: away, and back. */
export const loginRoutes = (app: FastifyInstance, context: AppContext, providers: readonly Provider[]): void => {
  const { config, databases, clock } = context
  const cookies = cookiesFor(config.baseUrl)
  const callback = `${config.baseUrl}/api/login/callback`

  route(app, context, {
    method: 'GET',
    url: '/api/login/callback',
    access: { open: 'the provider sends the browser here before anybody is logged in' },
    summary: 'Where the provider sends the browser back to; opens the session',
    perMinute: loginsPerMinute,
    schema: { querystring: Type.Object({}, { additionalProperties: true }), file: 'text/html' },
    // Speaks with the provider, so it is done before the request's own transaction takes a connection.
    prepare: (request) =>
      finishLogin(
        {
          databases,
          clock,
          secrets: config,
          providers,
          requestId: request.id,
          onRefused: (error) =>
            request.log.warn({ code: (error as { code?: string }).code }, 'the provider’s answer does not hold'),
        },
        {
          address: new URL(request.url, config.baseUrl),
          browserToken: request.cookies[cookies.login] ?? null,
          userAgent: request.headers['user-agent'] ?? '',
          earlierToken: sessionTokenOf(request, cookies),
        },
      ),
    handle: async (_tx, _request, reply, outcome) => {
      reply.clearCookie(cookies.login, cookies.options).status(303)
      if (!outcome.ok) {
        const query = new URLSearchParams({
          problem: problemCodes[outcome.reason] ?? 'login-failed',
          reason: outcome.reason,
          returnTo: outcome.returnTo,
        })
        reply.header('location', `/login?${query}`)
        return ''
      }
      const maxAge = Math.max(...Object.values(sessionLimits).map((limit) => limit.absolute)) / 1000
      reply
        .setCookie(cookies.session, outcome.token, { ...cookies.options, maxAge })
        .header('location', outcome.returnTo)
      return ''
    },
  })

  route(app, context, {
    method: 'GET',
    url: '/api/login/:provider',
    access: { open: 'nobody is logged in yet' },
    summary: 'Begins a login: sends the browser to the provider',
    perMinute: loginsPerMinute,
    schema: {
      params: Type.Object({ provider: Type.String({ maxLength: 20 }) }),
      querystring: Type.Object({
        returnTo: Type.Optional(Type.String({ maxLength: 2000 })),
        user: Type.Optional(Type.String({ maxLength: 60 })),
        invitation: Type.Optional(Type.String({ maxLength: 60 })),
      }),
      file: 'text/html',
    },
    prepare: async (request) => {
      const { provider: id } = request.params as { provider: string }
      const query = request.query as { returnTo?: string; user?: string; invitation?: string }
      const provider = providers.find((known) => known.id === id)
      if (provider === undefined) throw new ProblemError('not-found', { kind: 'provider' })
      return beginLogin(
        { databases, clock, callback, requestId: request.id },
        {
          provider,
          returnTo: ownPath(query.returnTo),
          user: provider.embedded ? (query.user ?? null) : null,
          invitation: query.invitation ?? null,
        },
      )
    },
    handle: async (_tx, _request, reply, begun) => {
      reply
        .setCookie(cookies.login, begun.browserToken, { ...cookies.options, maxAge: 600 })
        .status(303)
        .header('location', begun.address)
      return ''
    },
  })
}
