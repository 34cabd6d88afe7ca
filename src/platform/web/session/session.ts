import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import type { Static } from 'typebox'
import type { LogoutAnswer, Session } from '../../rules/session.ts'
import { ask, send, setCsrfToken } from '../api/ask.ts'
import { RequestProblem } from '../api/problem.ts'
import { forgetOthers } from './own-storage.ts'

export type { Session } from '../../rules/session.ts'

/** The query of the session; the frame keeps it fresh, so that a session that ended elsewhere is noticed. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ client }): Promise<Session> => {
    const session = await ask<Session>('/api/session')
    const before = client.getQueryData<Session>(['session'])
    // What is being written must not go with the session: the page stands until it needs something from the server.
    if (before?.person && session.person === null) throw new RequestProblem('not-logged-in', 401)
    if (session.person !== null) forgetOthers(session.person.id)
    if (before?.person && before.person.id !== session.person?.id) {
      // Somebody else has logged in in another tab: nothing of the one before is to stand here, or go out in their name.
      window.location.reload()
      throw new RequestProblem('not-logged-in', 401)
    }
    setCsrfToken(session.csrfToken)
    return session
  },
  staleTime: 60_000,
})

/** The session. The frame has loaded it before any page is shown. */
export const useSession = (): Session => {
  const { data } = useQuery(sessionQuery)
  if (data === undefined) throw new Error('The session must be loaded before the frame')
  return data
}

/** Who may see a page, an entry of the navigation or a block. */
export type PageAccess = 'open' | 'logged-in' | { readonly permission: string }

/** Whether the session may see it. The server decides again; this only decides what is offered. */
export const maySee = (session: Session, access: PageAccess): boolean => {
  if (access === 'open') return true
  if (session.person === null) return false
  return access === 'logged-in' || session.permissions.includes(access.permission)
}

/** Asks whether the person logged in has a permission. */
export const usePermission = (permission: string): boolean => maySee(useSession(), { permission })

/** The address that logs in and comes back. */
export const loginAddress = (provider: string, returnTo: string, user?: string): string => {
  const query = new URLSearchParams({ returnTo })
  if (user !== undefined) query.set('user', user)
  return `/api/login/${encodeURIComponent(provider)}?${query}`
}

/** Names the logging out, so that what fails because of it can tell. */
export const logoutKey = ['logout'] as const

/** Logs out here, or on every machine; the page is loaded anew so that nothing of the person stays in memory. */
export const useLogout = () =>
  useMutation({
    mutationKey: logoutKey,
    mutationFn: (where: 'here' | 'everywhere') =>
      send<Static<typeof LogoutAnswer>>('POST', `/api/session/${where === 'here' ? 'logout' : 'logout-everywhere'}`),
    onSuccess: ({ providerLogout }) => window.location.assign(providerLogout ?? '/login'),
  })

/** Acts for another of one's organisations; everything shown is loaded anew. */
export const useSwitchMembership = () =>
  useMutation({
    mutationFn: (membershipId: string) => send('PUT', '/api/session/membership', { membershipId }),
    onSuccess: () => window.location.assign('/'),
  })
