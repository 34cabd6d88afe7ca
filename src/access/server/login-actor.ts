import type { Actor } from '../../platform/server/transaction.ts'

/** Who acts while a login is under way, when nobody is logged in yet: the login itself, which may that and no more. */
export const loginActor = (requestId: string): Actor => ({
  personId: null,
  name: '',
  organisationId: null,
  organisationName: '',
  role: null,
  permissions: new Set(['login.complete', 'organisation.read']),
  locale: 'nb',
  sessionId: null,
  requestId,
})
