import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Permissions } from '../../platform/rules/permission.ts'
import { osloDate } from '../../platform/rules/plain-date.ts'
import { ProblemError } from '../../platform/rules/problem.ts'
import type { Config } from '../../platform/server/config.ts'
import { type Actor, type ActorResolver, knownActor } from '../../platform/server/transaction.ts'
import { organisationKinds } from '../../reference/rules/organisation.ts'
import { roles } from '../rules/roles.ts'
import { sessionLimits, touchInterval } from '../rules/session.ts'
import { cookiesFor, sessionTokenOf } from './cookies.ts'
import { csrfTokenOf, tokenHash } from './keys.ts'

interface SessionRow {
  readonly session: string
  readonly account: string
  readonly name: string
  readonly locale: 'nb' | 'nn' | 'en'
  readonly role: string | null
  readonly organisation: string | null
  readonly kind: string | null
  readonly organisation_nb: string | null
  readonly organisation_nn: string | null
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

const isWrite = ({ method }: FastifyRequest): boolean => method !== 'GET' && method !== 'HEAD'

/**
 * A write that our own page did not send is refused twice over: the browser says where it came from, and the page shows
 * the token that only the holder of the session can make. Either would do; a fault in one leaves the other.
 */
const checkOrigin = (request: FastifyRequest, baseUrl: string): void => {
  const { origin } = request.headers
  if (origin !== undefined && origin !== new URL(baseUrl).origin) throw new ProblemError('csrf-failed')
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new ProblemError('csrf-failed')
}

const checkToken = (request: FastifyRequest, token: string): void => {
  const shown = request.headers['x-csrf-token']
  if (typeof shown !== 'string' || !sameText(shown, csrfTokenOf(token))) throw new ProblemError('csrf-failed')
}

/** What `access.begin_request` gets of the rules: how long sessions last, and what each role may do. */
export const sessionRules = (permissions: Permissions): string =>
  JSON.stringify({
    limits: sessionLimits,
    touch: touchInterval,
    permissions: Object.fromEntries(
      roles.map((role) => [
        role,
        Object.fromEntries(
          organisationKinds
            .map((kind) => [kind, permissions.of(role, kind)] as const)
            .filter(([, held]) => held.length > 0)
            .map(([kind, held]) => [kind, `,${held.join(',')},`]),
        ),
      ]),
    ),
  })

const actorOf = (
  { account, name, locale, role, kind, ...row }: SessionRow,
  requestId: string,
  permissions: Permissions,
): Actor => ({
  personId: account,
  name,
  organisationId: row.organisation,
  organisationName: (locale === 'nn' ? row.organisation_nn : row.organisation_nb) ?? '',
  role,
  permissions: new Set(role !== null && kind !== null ? permissions.of(role, kind) : []),
  locale,
  sessionId: row.session,
  requestId,
})

/**
 * Resolves the actor of a request in its transaction: the person of the cookie with the permissions of the
 * role in use, or nobody. Found by the database anew in each transaction, so that a logout or a role taken away counts
 * from the next request on, in every process. Throws `csrf-failed` on a write from elsewhere.
 */
export const sessionActor = (context: {
  readonly config: Pick<Config, 'baseUrl'>
  readonly clock: () => Date
  readonly permissions: Permissions
}): ((request: FastifyRequest) => ActorResolver) => {
  const cookies = cookiesFor(context.config.baseUrl)
  const rules = sessionRules(context.permissions)
  return (request) => {
    if (isWrite(request)) checkOrigin(request, context.config.baseUrl)
    const token = sessionTokenOf(request, cookies)
    if (token === null) return knownActor(nobody(request.id))
    const now = context.clock()
    return async (sql) => {
      const [row] = await sql<SessionRow[]>`
        select * from access.begin_request(${tokenHash(token)}, ${now}, ${osloDate(now)}, ${rules})`
      if (row === undefined) return nobody(request.id)
      if (isWrite(request)) checkToken(request, token)
      return actorOf(row, request.id, context.permissions)
    }
  }
}
