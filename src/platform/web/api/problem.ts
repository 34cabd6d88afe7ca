/** A request that the server answered with a problem, or that never reached it (`unavailable`, status 0). */
export class RequestProblem extends Error {
  /** The platform's or a module's; words are found by `useProblemText`. */
  readonly code: string
  readonly status: number
  readonly params: Readonly<Record<string, string | number>>
  constructor(code: string, status: number, params: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.name = 'RequestProblem'
    this.code = code
    this.status = status
    this.params = params
  }
}

const isCode = (value: unknown): value is string => typeof value === 'string' && /^[a-z-]+$/.test(value)

const isParams = (value: unknown): value is Readonly<Record<string, string | number>> =>
  typeof value === 'object' && value !== null

/** The problem in the body of an answer; what is not problem+json of ours is `unexpected`. */
export const problemOf = (status: number, body: unknown): RequestProblem => {
  const fields: { code?: unknown; params?: unknown } = typeof body === 'object' && body !== null ? body : {}
  const code = isCode(fields.code) ? fields.code : status === 404 ? 'not-found' : 'unexpected'
  return new RequestProblem(code, status, isParams(fields.params) ? fields.params : {})
}

/** Any thrown value as a problem: what is not ours is `unexpected`. */
export const asProblem = (error: unknown): RequestProblem =>
  error instanceof RequestProblem ? error : new RequestProblem('unexpected', 0)
