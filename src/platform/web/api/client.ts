import createClient, { type Middleware } from 'openapi-fetch'
import type { paths } from './paths.ts'
import { problemOf, RequestProblem } from './problem.ts'

let csrfToken: string | null = null

/** Gives the client the token of the session; every request that changes something carries it. */
export const setCsrfToken = (token: string | null): void => {
  csrfToken = token
}

const protection: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET' && csrfToken !== null) request.headers.set('x-csrf-token', csrfToken)
    return request
  },
  async onResponse({ response }) {
    if (response.ok) return undefined
    throw problemOf(response.status, await response.json().catch(() => null))
  },
  onError() {
    return new RequestProblem('unavailable', 0, { service: 'Fotfeste' })
  },
}

/** The typed client of our own API: paths, parameters and answers come from the OpenAPI file. */
export const api = createClient<paths>({ baseUrl: '/' })
api.use(protection)

/** The body of an answer; the middleware has already thrown when there was a problem. */
export const body = async <T>(answer: Promise<{ data?: T }>): Promise<T> => {
  const { data } = await answer
  return data as T
}

/** Headers that a request outside the client (an upload with progress) must carry. */
export const writeHeaders = (): Readonly<Record<string, string>> =>
  csrfToken === null ? {} : { 'x-csrf-token': csrfToken }
