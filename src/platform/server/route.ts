import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifySchema,
  HTTPMethods,
  RouteGenericInterface,
} from 'fastify'
import type { Static, TSchema } from 'typebox'
import { ProblemError, platformProblems } from '../rules/problem.ts'
import { isConflict } from './database/lost.ts'
import type { AppContext } from './module.ts'
import { type Actor, inTransaction, may, type TransactionOptions, type Tx } from './transaction.ts'

/**
 * Who may use a route: those with a permission, everybody who is logged in, or anybody; the last two with the reason,
 * which the generated access matrix prints for review.
 */
export type Access = { readonly permission: string } | { readonly loggedIn: string } | { readonly open: string }

interface Shapes {
  readonly params?: TSchema
  readonly querystring?: TSchema
  readonly body?: TSchema
  /** Shape of the 200 answer. */
  readonly response?: TSchema
  /** Instead of a shape: the media type of the file that is answered. */
  readonly file?: string
  /** Shape of the 202 answer: what has been begun and is not there yet. */
  readonly accepted?: TSchema
}

/** An answer may be made of read-only parts: it is only serialised. */
type Answer<T> = T extends (infer Element)[]
  ? readonly Answer<Element>[]
  : T extends object
    ? { readonly [K in keyof T]: Answer<T[K]> }
    : T

type StaticOr<T, Otherwise> = T extends TSchema ? Static<T> : Otherwise

/** A request whose parts have the route's shapes. */
export interface ShapedRequest<S extends Shapes> {
  readonly params: StaticOr<S['params'], Record<string, never>>
  readonly query: StaticOr<S['querystring'], Record<string, never>>
  readonly body: StaticOr<S['body'], undefined>
  readonly raw: FastifyRequest
}

/** One route: method, path, contract and access; no logic. */
export interface RouteDefinition<S extends Shapes, Prepared> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly access: Access
  /** What it does, in one English sentence for the API description. */
  readonly summary: string
  readonly schema: S
  /** Slow reading of the request (an upload) before the transaction opens, so that it holds no connection. */
  readonly prepare?: (request: FastifyRequest) => Promise<Prepared>
  /** Codes of the problems that only this route's work meets; those of its method, access and shapes are known. */
  readonly problems?: readonly string[]
  /** For the rare write that changes nothing worth a line, with the reason. */
  readonly withoutAudit?: string
  /**
   * Runs in the request's transaction, and again, from its beginning, when PostgreSQL rolled that back for another's sake
   * (deadlock, serialisation): it leaves nothing outside of the transaction and the reply.
   */
  readonly handle: (
    tx: Tx,
    request: ShapedRequest<S>,
    reply: FastifyReply,
    prepared: Prepared,
  ) => Promise<
    | (S['response'] extends TSchema ? Answer<Static<S['response']>> : Buffer | Readable | string)
    | (S['accepted'] extends TSchema ? Answer<Static<S['accepted']>> : never)
  >
  /** Requests a minute from one address; the general limit applies otherwise. */
  readonly perMinute?: number
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
    problems?: readonly string[]
  }
}

const fastifySchema = (definition: RouteDefinition<Shapes, never>): FastifySchema => {
  const { params, querystring, body, response, file, accepted } = definition.schema
  return {
    summary: definition.summary,
    tags: [definition.url.split('/')[2] ?? 'platform'],
    ...(params ? { params } : {}),
    ...(querystring ? { querystring } : {}),
    ...(body ? { body } : {}),
    response: {
      200: response ?? { content: { [file ?? 'text/plain']: { schema: { type: 'string', format: 'binary' } } } },
      ...(accepted ? { 202: accepted } : {}),
    },
  } as FastifySchema
}

/** The problems that a file from outside can have, when a route takes one. */
const fileProblems = Object.keys(platformProblems).filter((code) => code.startsWith('file-'))

/** What can go wrong in a route: by its access, shapes and method, and what it names itself. */
const problemsOf = (definition: RouteDefinition<Shapes, never>): readonly string[] => {
  const { access, method, schema, prepare, problems = [] } = definition
  const writes = method !== 'GET'
  return [
    ...('open' in access ? [] : ['not-logged-in', 'no-access']),
    ...(writes ? ['csrf-failed', 'too-large'] : []),
    ...(writes || schema.params || schema.querystring ? ['invalid-input'] : []),
    ...(writes || schema.params ? ['not-found'] : []),
    ...(writes ? ['changed-by-other', 'not-allowed-in-state', 'already-exists'] : []),
    ...(prepare ? fileProblems : []),
    ...problems,
  ]
}

/** Throws the problem that the actor meets when the access does not let it through. */
const requireAccess = (access: Access, actor: Actor): void => {
  if ('open' in access) return
  if (actor.personId === null) throw new ProblemError('not-logged-in')
  if ('permission' in access && !may(actor, access.permission)) {
    throw new ProblemError('no-access', { permission: access.permission })
  }
}

/** Tries the transaction of a request at most this often. */
const tries = 3

/** Runs a transaction, and anew when it was rolled back for the sake of another one. */
const untilNoConflict = async <T>(run: () => Promise<T>): Promise<T> => {
  for (let tried = 1; ; tried += 1) {
    try {
      return await run()
    } catch (error) {
      if (!isConflict(error) || tried === tries) throw error
      // Not at once, and not both at the same moment: the other one is to get through.
      await sleep(20 * tried * (1 + Math.random()))
    }
  }
}

/**
 * Adds a route, the only way to add one. The handler runs in the request's one transaction as the session's actor; it
 * commits when the handler returns and rolls back when it throws. A write that left no audit line is a programming
 * error and is rolled back.
 */
export const route = <S extends Shapes, Prepared = undefined>(
  app: FastifyInstance,
  context: AppContext,
  definition: RouteDefinition<S, Prepared>,
): void => {
  const writes = definition.method !== 'GET' && definition.withoutAudit === undefined
  const general = definition as unknown as RouteDefinition<Shapes, never>
  app.route<RouteGenericInterface>({
    method: definition.method as HTTPMethods,
    url: definition.url,
    schema: fastifySchema(general),
    config: {
      access: definition.access,
      problems: problemsOf(general),
      ...(definition.perMinute ? { rateLimit: { max: definition.perMinute, timeWindow: 60_000 } } : {}),
    },
    handler: async (request, reply) => {
      const shaped = { params: request.params, query: request.query, body: request.body, raw: request }
      const admitted = (tx: Tx) => requireAccess(definition.access, tx.actor)
      const asked = <T>(work: (tx: Tx) => Promise<T>, options: TransactionOptions) =>
        untilNoConflict(() =>
          inTransaction(context.databases, context.actorOf(request), context.clock(), work, options),
        )
      // Nobody's upload is read before it is known that the sender may send one.
      if (definition.prepare && !('open' in definition.access))
        await asked(async (tx) => admitted(tx), { reading: true })
      const prepared = (await definition.prepare?.(request)) as Prepared
      const answer = await asked(
        async (tx) => {
          admitted(tx)
          return definition.handle(tx, shaped as ShapedRequest<S>, reply, prepared)
        },
        {
          reading: definition.method === 'GET',
          checkViewed: true,
          check: (auditLines) => {
            if (writes && auditLines === 0) {
              throw new Error(`${definition.method} ${definition.url} left no audit line`)
            }
          },
        },
      )
      const { file } = definition.schema
      if (file !== undefined && reply.statusCode !== 202 && !reply.hasHeader('content-type')) reply.type(file)
      return answer
    },
  })
}
