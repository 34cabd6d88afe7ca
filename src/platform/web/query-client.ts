import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { RequestProblem } from './api/problem.ts'

/** A session that ended elsewhere: to the login, and back here afterwards. */
const toLoginWhenSessionEnded = (error: unknown): void => {
  if (!(error instanceof RequestProblem) || error.code !== 'not-logged-in') return
  const { pathname, search } = window.location
  if (pathname !== '/login') window.location.assign(`/login?returnTo=${encodeURIComponent(pathname + search)}`)
}

/** The one cache of server state. A request is repeated only when the server could not be reached. */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({ onError: toLoginWhenSessionEnded }),
    mutationCache: new MutationCache({ onError: toLoginWhenSessionEnded }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && error instanceof RequestProblem && error.code === 'unavailable',
      },
    },
  })
