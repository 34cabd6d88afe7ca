import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { RequestProblem } from './api/problem.ts'
import { logoutKey } from './session/session.ts'

const sessionEnded = (error: unknown): boolean => error instanceof RequestProblem && error.code === 'not-logged-in'

/** To the login, and back here afterwards. */
const toLogin = (): void => {
  const { pathname, search } = window.location
  if (pathname !== '/login') window.location.assign(`/login?returnTo=${encodeURIComponent(pathname + search)}`)
}

/** Someone who logs out is on the way to the provider: a question that was still under way must not lead elsewhere. */
const loggingOut = (client: QueryClient): boolean => {
  const status = client.getMutationCache().find({ mutationKey: logoutKey })?.state.status
  return status === 'pending' || status === 'success'
}

/**
 * The one cache of server state. A request is repeated only when the server could not be reached. When the session has
 * ended, a page that has nothing to show yet leads to the login. A page that stands is left alone, because someone may be
 * writing there: the notice at the failed write leads to a login in another tab, and the session is asked for anew when
 * the person comes back.
 */
export const makeQueryClient = (): QueryClient => {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (sessionEnded(error) && query.state.data === undefined && !loggingOut(client)) toLogin()
      },
    }),
    mutationCache: new MutationCache({
      onError: (error) => {
        if (sessionEnded(error)) void client.invalidateQueries({ queryKey: ['session'], refetchType: 'none' })
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && error instanceof RequestProblem && error.code === 'unavailable',
      },
    },
  })
  return client
}
