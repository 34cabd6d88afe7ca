import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { osloDate } from '../../platform/rules/plain-date.ts'
import { ProblemError } from '../../platform/rules/problem.ts'
import type { Config } from '../../platform/server/config.ts'
import type { Sql } from '../../platform/server/database/connect.ts'
import type { Actor, Databases } from '../../platform/server/transaction.ts'
import { permissionsOf } from '../rules/roles.ts'
import { type LoginKind, sessionState, touchDue } from '../rules/session.ts'
import { cookiesFor, sessionTokenOf } from './cookies.ts'
import { csrfTokenOf, tokenHash } from './keys.ts'

interface SessionRow {
  readonly session: string
  readonly account: string
  readonly name: string
  readonly provider: LoginKind
  readonly opened_at: Date
  readonly last_seen_at: Date
  readonly ended_at: Date | null
  readonly locale: 'nb' | 'nn' | 'en'
  readonly role: string | null
  readonly organisation: string | null
  readonly kind: string | null
  readonly organisation_nb: string | null
  readonly organisation_nn: string | null
}

/** What finding the actor needs: a part of the application's context. */
export interface ResolverContext {
  readonly config: Pick<Config, 'baseUrl'>
  readonly databases: Databases
  readonly clock: () => Date
}

const nobody = (requestId: string): Actor => ({
  personId: null,
  name: '',
  organisationId: null,
  organisationName: '',
  role: null,
  permissions: new Set(),
  locale: 'nb',
  sessionId: null,
  requestId,
})

const sameText = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * Refuses a write that our own page did not send: the browser says where it came from, and the page shows the token
 * that only the holder of the session can make. Either would do; a fault in one leaves the other.
 */
const checkOrigin = (request: FastifyRequest, baseUrl: string, token: string | null): void => {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const { origin } = request.headers
  if (origin !== undefined && origin !== new URL(baseUrl).origin) throw new ProblemError('csrf-failed')
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new ProblemError('csrf-failed')
  if (token === null) return
  const shown = request.headers['x-csrf-token']
  if (typeof shown !== 'string' || !sameText(shown, csrfTokenOf(token))) throw new ProblemError('csrf-failed')
}

const findSession = async (sql: Sql, token: string, now: Date): Promise<SessionRow | null> => {
  const [row] = await sql<SessionRow[]>`select * from access.find_session(${tokenHash(token)}, ${osloDate(now)})`
  if (row === undefined) return null
  const times = { kind: row.provider, openedAt: row.opened_at, lastSeenAt: row.last_seen_at, endedAt: row.ended_at }
  if (sessionState(times, now) !== 'valid') return null
  if (touchDue(times, now)) await sql`select access.touch_session(${row.session}, ${now})`
  return row
}

/**
 * Makes the function that finds who asks: the person of the session's cookie with the permissions of the role in use, or
 * nobody. One indexed look-up a request, and one update a minute. Throws `csrf-failed` on a write from elsewhere.
 */
export const actorResolver = (context: ResolverContext): ((request: FastifyRequest) => Promise<Actor>) => {
  const cookies = cookiesFor(context.config.baseUrl)
  return async (request) => {
    const token = sessionTokenOf(request, cookies)
    const session = token === null ? null : await findSession(context.databases.app, token, context.clock())
    checkOrigin(request, context.config.baseUrl, session === null ? null : token)
    if (session === null) return nobody(request.id)
    const { role, kind, locale } = session
    return {
      personId: session.account,
      name: session.name,
      organisationId: session.organisation,
      organisationName: (locale === 'nn' ? session.organisation_nn : session.organisation_nb) ?? '',
      role,
      permissions: new Set(role !== null && kind !== null ? permissionsOf(role, kind) : []),
      locale,
      sessionId: session.session,
      requestId: request.id,
    }
  }
}
