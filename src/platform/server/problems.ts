import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { type Problem, ProblemError, type ProblemKind, problem } from '../rules/problem.ts'
import { isLost } from './database/lost.ts'

/** Answers a problem as RFC 9457 problem+json with a stable `code`; the web has its text in the user's language. */
export const sendProblem = (reply: FastifyReply, status: number, { code, params }: Problem): FastifyReply =>
  reply
    .status(status)
    .type('application/problem+json')
    .send({ type: `/api/problems/${code}`, status, code, params })

/** PostgreSQL's own refusals that a person can act on. */
const databaseProblem = (error: { code?: string; constraint?: string }): Problem | null => {
  if (isLost(error)) return problem('unavailable', { service: 'database' })
  switch (error.code) {
    case '23505':
      return problem('already-exists', { field: error.constraint ?? '' })
    case '42501':
      return problem('no-access', { permission: '' })
    // Deadlock and serialisation that trying again did not help, and the time limits of lock and statement.
    case '40001':
    case '40P01':
    case '55P03':
    case '57014':
      return problem('busy')
    case '53100':
      return problem('storage-full')
    default:
      return null
  }
}

/** PostgreSQL's refusals of text that is no uuid, no date, too large a number, or that no database can keep (NUL, half a surrogate pair). */
const badText = new Set(['22P02', '22003', '22P05', '22007', '22008', '22021'])

/** The problem that an error stands for. An unknown one says nothing but the request's id. */
export const problemOf = (error: unknown, requestId: string): Problem => {
  if (error instanceof ProblemError) return error.problem
  const known = error as Partial<FastifyError> & { code?: string; constraint?: string }
  const invalid = known.validation?.[0]
  // An address with something else in it than an id is that of nothing.
  if (invalid && known.validationContext === 'params') return problem('not-found', { kind: 'page' })
  if (invalid) {
    const missing = (invalid.params as { missingProperty?: string; requiredProperties?: string[] } | undefined) ?? {}
    const path = invalid.instancePath.slice(1).replaceAll('/', '.')
    const field = [path, missing.missingProperty ?? missing.requiredProperties?.[0]].filter(Boolean).join('.')
    return problem('invalid-input', { field: field || (known.validationContext ?? ''), rule: invalid.keyword })
  }
  if (known.code !== undefined && badText.has(known.code)) {
    return problem('invalid-input', { field: '', rule: 'format' })
  }
  const fromDatabase = databaseProblem(known)
  if (fromDatabase) return fromDatabase
  if (known.statusCode === 413) return problem('too-large', { limitMb: 50 })
  if (known.statusCode === 429) return problem('too-many-requests', { seconds: 60 })
  if (known.statusCode === 404) return problem('not-found', { kind: 'page' })
  if (known.statusCode && known.statusCode >= 400 && known.statusCode < 500) {
    return problem('invalid-input', { field: '', rule: known.code ?? 'request' })
  }
  return problem('unexpected', { requestId })
}

/**
 * The one error handler, by the problems that are declared. What is unexpected, and what nobody declares, is logged with its
 * stack; the answer never holds one.
 */
export const errorHandler =
  (declared: Readonly<Record<string, ProblemKind>>) =>
  (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const found = problemOf(error, request.id)
    const kind = Object.hasOwn(declared, found.code) ? declared[found.code] : undefined
    const status = kind?.status ?? 500
    if (status >= 500) request.log.error({ err: error }, 'request failed')
    else request.log.info({ problem: found.code }, 'request refused')
    return sendProblem(reply, status, kind ? found : problem('unexpected', { requestId: request.id }))
  }
