import * as client from 'openid-client'
import { type Databases, inTransaction } from '../../platform/server/transaction.ts'
import { representationType } from '../rules/representation.ts'
import { newToken, tokenHash } from './keys.ts'
import { loginActor } from './login-actor.ts'
import type { Provider } from './providers.ts'

/** What a login begins with. */
export interface LoginRequest {
  readonly provider: Provider
  /** Path of our own to come back to; already checked. */
  readonly returnTo: string
  /** The demo user to log in as without asking. */
  readonly user: string | null
  /** Token of an invitation that this login answers. */
  readonly invitation: string | null
}

/**
 * Begins a login: remembers state, nonce and code verifier, and gives the provider's address to send the browser to with
 * the value of the cookie that binds the login to this browser.
 */
export const beginLogin = async (
  context: {
    readonly databases: Databases
    readonly clock: () => Date
    readonly callback: string
    readonly requestId: string
  },
  request: LoginRequest,
): Promise<{ readonly address: string; readonly browserToken: string }> => {
  const { provider } = request
  const configuration = await provider.client()
  const state = newToken()
  const browserToken = newToken()
  const nonce = client.randomNonce()
  const codeVerifier = client.randomPKCECodeVerifier()
  const now = context.clock()
  await inTransaction(
    context.databases,
    loginActor(context.requestId),
    now,
    (tx) => tx.sql`
      insert into access.login_state
        (state_hash, browser_hash, provider, nonce, code_verifier, return_to, invitation_hash, created_at)
      values (${tokenHash(state)}, ${tokenHash(browserToken)}, ${provider.id}, ${nonce}, ${codeVerifier},
        ${request.returnTo}, ${request.invitation === null ? null : tokenHash(request.invitation)}, ${now})`,
  )
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: context.callback,
    scope: 'openid profile',
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    acr_values: provider.acrValues.join(' '),
    ...(provider.resource === null
      ? {}
      : { authorization_details: JSON.stringify([{ type: representationType, resource: provider.resource }]) }),
    // Asked anew: a demo user who is logged in at the provider already is not the one that was chosen here.
    ...(request.user === null ? {} : { login_hint: request.user, prompt: 'login' }),
  })
  return { address: address.href, browserToken }
}
