import { timingSafeEqual } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { FastifyRequest } from 'fastify'
import { osloDate } from '../../platform/rules/plain-date.ts'
import { ProblemError } from '../../platform/rules/problem.ts'
import type { Config } from '../../platform/server/config.ts'
import type { Sql } from '../../platform/server/database/connect.ts'
import type { Actor, Databases, RecalledActor } from '../../platform/server/transaction.ts'
import { permissionsOf } from '../rules/roles.ts'
import { type LoginKind, type SessionTimes, sessionState, touchDue } from '../rules/session.ts'
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

const nobody: SessionActor = {
  personId: null,
  name: '',
  organisationId: null,
  organisationName: '',
  role: null,
  permissions: new Set(),
  locale: 'nb',
  sessionId: null,
}

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

/** The actor of a session, but for the request. */
type SessionActor = Omit<Actor, 'requestId'>

const actorOf = ({ account, name, locale, role, kind, ...row }: SessionRow): SessionActor => ({
  personId: account,
  name,
  organisationId: row.organisation,
  organisationName: (locale === 'nn' ? row.organisation_nn : row.organisation_nb) ?? '',
  role,
  permissions: new Set(role !== null && kind !== null ? permissionsOf(role, kind) : []),
  locale,
  sessionId: row.session,
})

const timesOf = (row: SessionRow): SessionTimes => ({
  kind: row.provider,
  openedAt: row.opened_at,
  lastSeenAt: row.last_seen_at,
  endedAt: row.ended_at,
})

/** The session of a token, or null when it is not valid now. */
const findSession = async (sql: Sql, hash: Buffer, now: Date): Promise<SessionRow | null> => {
  const [row] = await sql<SessionRow[]>`select * from access.find_session(${hash}, ${osloDate(now)})`
  return row !== undefined && sessionState(timesOf(row), now) === 'valid' ? row : null
}

/** How the application finds who asks. */
export interface ActorFinder {
  readonly resolveActor: (request: FastifyRequest) => Promise<Actor>
  readonly recallActor: (request: FastifyRequest) => RecalledActor | null
}

/** Sessions remembered at most by one process. */
const remembered = 2000

/**
 * Makes the two ways to find who asks.
 *
 * `resolveActor` looks the session up: the person of the cookie with the permissions of the role in use, or nobody. One
 * indexed look-up, and one update a minute. Throws `csrf-failed` on a write from elsewhere.
 *
 * `recallActor` gives what the last look-up found, with the question whether the session still says the same. The memory
 * is never an answer by itself, so nothing has to be told to it, or to other processes, when a session ends or a role
 * is taken away. It forgets a session when its time of use is due to be stored.
 */
export const actorFinder = (context: ResolverContext): ActorFinder => {
  const cookies = cookiesFor(context.config.baseUrl)
  const memory = new Map<string, { readonly actor: SessionActor; readonly times: SessionTimes }>()

  const resolveActor = async (request: FastifyRequest): Promise<Actor> => {
    const token = sessionTokenOf(request, cookies)
    const now = context.clock()
    const hash = token === null ? null : tokenHash(token)
    const row = hash === null ? null : await findSession(context.databases.app, hash, now)
    if (hash !== null) memory.delete(hash.toString('hex'))
    checkOrigin(request, context.config.baseUrl, row === null ? null : token)
    if (row === null || hash === null) return { ...nobody, requestId: request.id }
    const times = timesOf(row)
    const touch = touchDue(times, now)
    if (touch) await context.databases.app`select access.touch_session(${row.session}, ${now})`
    const actor = actorOf(row)
    const [oldest] = memory.keys()
    if (oldest !== undefined && memory.size >= remembered) memory.delete(oldest)
    memory.set(hash.toString('hex'), { actor, times: touch ? { ...times, lastSeenAt: now } : times })
    return { ...actor, requestId: request.id }
  }

  const recallActor = (request: FastifyRequest): RecalledActor | null => {
    const token = sessionTokenOf(request, cookies)
    if (token === null) return null
    const hash = tokenHash(token)
    const now = context.clock()
    const known = memory.get(hash.toString('hex'))
    if (known === undefined || sessionState(known.times, now) !== 'valid' || touchDue(known.times, now)) return null
    return {
      actor: { ...known.actor, requestId: request.id },
      still: async () => {
        const row = await findSession(context.databases.app, hash, now)
        return row !== null && isDeepStrictEqual(actorOf(row), known.actor)
      },
    }
  }
  return { resolveActor, recallActor }
}
