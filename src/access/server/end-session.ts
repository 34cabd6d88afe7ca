import * as client from 'openid-client'
import { ProblemError } from '../../platform/rules/problem.ts'
import type { Tx } from '../../platform/server/transaction.ts'
import type { LoginKind } from '../rules/session.ts'
import { everySecret, type Secrets, unseal } from './keys.ts'
import type { Provider } from './providers.ts'

interface EndedRow {
  readonly provider: LoginKind
  readonly id_token: Buffer | null
}

/** What logging out at the provider needs. */
export interface LogoutContext {
  readonly providers: readonly Provider[]
  readonly secrets: Secrets
  /** Address that the provider sends the browser back to. */
  readonly afterLogout: string
}

/** Where the browser goes to log out at the provider too (OpenID RP-initiated logout); null when it has no such place. */
const providerLogout = async (row: EndedRow, context: LogoutContext): Promise<string | null> => {
  const provider = context.providers.find((known) => known.id === row.provider)
  const hint = row.id_token === null ? null : unseal(everySecret(context.secrets), row.id_token)
  if (provider === undefined || hint === null) return null
  // A provider that is down must not keep anybody from logging out here.
  const configuration = await provider.client().catch(() => null)
  if (configuration === null || configuration.serverMetadata().end_session_endpoint === undefined) return null
  return client.buildEndSessionUrl(configuration, {
    id_token_hint: hint,
    post_logout_redirect_uri: context.afterLogout,
  }).href
}

/** What the provider needs to know, read before the session ends: an ended session forgets its token. */
const ownRow = async (tx: Tx): Promise<EndedRow | null> => {
  const [row] = await tx.sql<EndedRow[]>`
    select provider, id_token from access.session where id = ${tx.actor.sessionId} and ended_at is null`
  return row ?? null
}

/** Ends this session. Gives where to log out at the provider too. */
export const logout = async (tx: Tx, context: LogoutContext): Promise<string | null> => {
  const row = await ownRow(tx)
  await tx.sql`update access.session set ended_at = ${tx.now}, ended_because = 'logout'
    where id = ${tx.actor.sessionId} and ended_at is null`
  tx.audit({ action: 'session.end', kind: 'account', id: tx.actor.personId ?? '' })
  return row === null ? null : providerLogout(row, context)
}

/** Ends all of the person's sessions, this one too. Gives where to log out at the provider too. */
export const logoutEverywhere = async (tx: Tx, context: LogoutContext): Promise<string | null> => {
  const row = await ownRow(tx)
  const ended = await tx.sql`update access.session set ended_at = ${tx.now}, ended_because = 'logout-everywhere'
    where account = ${tx.actor.personId} and ended_at is null`
  tx.audit({
    action: 'session.end-all',
    kind: 'account',
    id: tx.actor.personId ?? '',
    detail: { sessions: ended.count },
  })
  return row === null ? null : providerLogout(row, context)
}

/** Ends another of one's own sessions. Throws `not-found` for somebody else's. */
export const endOwnSession = async (tx: Tx, id: string): Promise<void> => {
  const ended = await tx.sql`
    update access.session set ended_at = ${tx.now}, ended_because = 'ended-by-person'
    where id = ${id} and account = ${tx.actor.personId} and ended_at is null`
  if (ended.count === 0) throw new ProblemError('not-found', { kind: 'session' })
  tx.audit({ action: 'session.end', kind: 'account', id: tx.actor.personId ?? '', detail: { session: id } })
}
