import type { MailLink } from '../../platform/server/module.ts'
import type { OrganisationKind } from '../../reference/rules/organisation.ts'
import { employeeKinds } from '../rules/roles.ts'
import type { LoginKind } from '../rules/session.ts'
import { everySecret, invitationToken, keyName } from './keys.ts'

/** An invitation must be answered within this time, in milliseconds. */
export const invitationTime = 14 * 86_400_000

/** How someone in such an organisation logs in. */
export const loginOf = (kind: OrganisationKind): LoginKind => (employeeKinds.includes(kind) ? 'employee' : 'citizen')

/** Where an invitation is answered. */
export const answerPath = (login: LoginKind, token: string): string => `/api/login/${login}?invitation=${token}`

/**
 * The link of the e-mail that invites: only here, and in the receiver's mailbox, does the token stand in clear. It is
 * made by the secret that the invitation was made by, which the notice names; one from before secrets had names was
 * made by the oldest.
 */
export const invitationLink: MailLink = ({ account, params }, config) => {
  const secrets = everySecret(config)
  const madeBy = params.key === undefined ? secrets.at(-1) : secrets.find((secret) => keyName(secret) === params.key)
  const token = invitationToken(madeBy ?? config.secret, account)
  return answerPath(params.login === 'citizen' ? 'citizen' : 'employee', token)
}
