import * as client from 'openid-client'
import type { Instant } from '../../platform/rules/shapes.ts'
import { type Databases, inTransaction } from '../../platform/server/transaction.ts'
import { checkClaims } from '../rules/claims.ts'
import { loginTimeLimit } from '../rules/session.ts'
import { findOrMakeAccount } from './find-or-make-account.ts'
import { type Secrets, seal, tokenHash } from './keys.ts'
import { loginActor } from './login-actor.ts'
import { openSession } from './open-session.ts'
import type { Provider } from './providers.ts'

/** Why a login did not come through; the web has a sentence for each. */
export type LoginRefusal =
  | 'unknown-login'
  | 'too-late'
  | 'cancelled'
  | 'provider-refused'
  | 'acr-too-low'
  | 'no-subject'

/** How a login ended. */
export type LoginOutcome =
  | { readonly ok: true; readonly token: string; readonly returnTo: string }
  | { readonly ok: false; readonly reason: LoginRefusal; readonly returnTo: string }

interface StateRow {
  readonly provider: string
  readonly nonce: string
  readonly code_verifier: string
  readonly return_to: string
  readonly invitation_hash: Buffer | null
  readonly created_at: Instant
}

interface FinishContext {
  readonly databases: Databases
  readonly clock: () => Date
  readonly secrets: Secrets
  readonly providers: readonly Provider[]
  readonly requestId: string
  /** Called when the provider's answer does not hold, for the log. */
  readonly onRefused: (error: unknown) => void
}

/** What the browser came back with. */
export interface LoginReturn {
  /** The whole address of the callback with its query. */
  readonly address: URL
  readonly browserToken: string | null
  readonly userAgent: string
  /** The session that the browser had before; it is replaced. */
  readonly earlierToken: string | null
}

/** Takes the state out of the database: it can be used once, by the browser that began. */
const takeState = async (context: FinishContext, comeBack: LoginReturn): Promise<StateRow | null> => {
  const state = comeBack.address.searchParams.get('state')
  const { browserToken } = comeBack
  if (state === null || browserToken === null) return null
  return inTransaction(context.databases, loginActor(context.requestId), context.clock(), async (tx) => {
    const [row] = await tx.sql<StateRow[]>`
      delete from access.login_state
      where state_hash = ${tokenHash(state)} and browser_hash = ${tokenHash(browserToken)}
      returning provider, nonce, code_verifier, return_to, invitation_hash, created_at`
    return row ?? null
  })
}

/** How far a provider's clock may be ahead of ours, in seconds: as much as the library allows for the other times. */
const clockTolerance = 30

/** Exchanges the code and lets the client prove signature, issuer, audience, times, state and nonce. */
const exchange = async (
  configuration: client.Configuration,
  comeBack: LoginReturn,
  state: StateRow,
): Promise<{ claims: Readonly<Record<string, unknown>>; idToken: string } | null> => {
  const tokens = await client.authorizationCodeGrant(configuration, comeBack.address, {
    pkceCodeVerifier: state.code_verifier,
    expectedState: comeBack.address.searchParams.get('state') ?? '',
    expectedNonce: state.nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (claims === undefined || tokens.id_token === undefined) return null
  // The library proves every time but this one; like it, by the clock of the machine.
  if (claims.iat > Date.now() / 1000 + clockTolerance) throw new Error('the identity token is from the future')
  return { claims, idToken: tokens.id_token }
}

/**
 * Finishes a login: takes the state, exchanges the code, checks the claims, and opens a new session in the place of the
 * browser's earlier one. Speaks to the provider outside any transaction, so that a slow provider holds no connection.
 */
export const finishLogin = async (context: FinishContext, comeBack: LoginReturn): Promise<LoginOutcome> => {
  const state = await takeState(context, comeBack)
  if (state === null) return { ok: false, reason: 'unknown-login', returnTo: '/' }
  const refuse = (reason: LoginRefusal): LoginOutcome => ({ ok: false, reason, returnTo: state.return_to })
  const now = context.clock()
  if (now.getTime() - Date.parse(state.created_at) >= loginTimeLimit) return refuse('too-late')
  const error = comeBack.address.searchParams.get('error')
  if (error !== null) return refuse(error === 'access_denied' ? 'cancelled' : 'provider-refused')
  const provider = context.providers.find((known) => known.id === state.provider)
  if (provider === undefined) return refuse('unknown-login')

  const configuration = await provider.client()
  const proven = await exchange(configuration, comeBack, state).catch((failure: unknown) => {
    context.onRefused(failure)
    return null
  })
  if (proven === null) return refuse('provider-refused')
  const checked = checkClaims(proven.claims, provider)
  if (!checked.ok) return refuse(checked.reason)

  const token = await inTransaction(context.databases, loginActor(context.requestId), now, async (tx) => {
    const account = await findOrMakeAccount(tx, context.secrets, checked.login, state.invitation_hash)
    if (comeBack.earlierToken !== null) {
      await tx.sql`select access.replace_session(${tokenHash(comeBack.earlierToken)}, ${now})`
    }
    tx.audit({ action: 'session.open', kind: 'account', id: account, detail: { provider: provider.id } })
    return openSession(tx, {
      account,
      provider: provider.id,
      acr: checked.login.acr,
      represented: checked.login.represented,
      idToken: seal(context.secrets.secret, proven.idToken),
      userAgent: comeBack.userAgent,
    })
  })
  return { ok: true, token, returnTo: state.return_to }
}
