import type { ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import { NoAccessPage } from '../pages/NoAccessPage.tsx'
import { maySee, type PageAccess, useSession } from '../session/session.ts'

/** Lets those see a page who may: the others are led to the login, or shown what is missing and who gives it. */
export const Guard = ({ access, children }: { access: PageAccess; children: ReactNode }) => {
  const session = useSession()
  const { pathname, search } = useLocation()
  if (maySee(session, access)) return children
  if (session.person === null) {
    return <Navigate replace to={`/login?returnTo=${encodeURIComponent(pathname + search)}`} />
  }
  return <NoAccessPage permission={typeof access === 'string' ? '' : access.permission} />
}
