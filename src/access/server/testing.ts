import type { Sql } from '../../platform/server/database/connect.ts'
import { demoId, demoOrganisations, demoUsers } from './demo-users.ts'
import { csrfTokenOf, newToken, tokenHash } from './keys.ts'

/** Headers of a logged-in browser, for tests of modules through HTTP. */
export interface TestLogin {
  readonly account: string
  readonly organisation: string
  readonly headers: { readonly cookie: string; readonly 'x-csrf-token': string }
}

/**
 * Opens a session for one of the demo's people (`loadDemoAccess` first), past the provider: for tests whose subject is
 * not the login. The session is real, stored and bounded like every other. `at` is the test's clock.
 */
export const loginAs = async (owner: Sql, subject: string, at: Date = new Date()): Promise<TestLogin> => {
  const user = demoUsers.find((known) => known.subject === subject)
  if (user === undefined) throw new Error(`The demo has nobody called ${subject}`)
  const number = demoOrganisations.find((place) => place.key === user.organisation)?.number
  const token = newToken()
  await owner`insert into access.session
      (token_hash, account, provider, acr, represented, membership, opened_at, last_seen_at)
    values (${tokenHash(token)}, ${demoId('account', subject)}, ${user.provider}, 'high', ${number ? [number] : []},
      ${user.role === null ? null : demoId('membership', subject)}, ${at}, ${at})`
  return {
    account: demoId('account', subject),
    organisation: demoId('organisation', user.organisation),
    headers: { cookie: `fotfeste=${token}`, 'x-csrf-token': csrfTokenOf(token) },
  }
}
