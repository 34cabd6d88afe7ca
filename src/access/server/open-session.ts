import { osloDate } from '../../platform/rules/plain-date.ts'
import type { Tx } from '../../platform/server/transaction.ts'
import type { LoginKind } from '../rules/session.ts'
import { newToken, tokenHash } from './keys.ts'

/** What a provider has vouched for, checked. */
export interface NewSession {
  readonly account: string
  readonly provider: LoginKind
  readonly acr: string
  readonly represented: readonly string[]
  /** Already encrypted; null when the provider has no logout of its own. */
  readonly idToken: Buffer | null
  readonly userAgent: string
}

/**
 * Opens a session and returns its token, which is stored nowhere. The person starts in the role used last time, else in
 * the one held longest; in none when no role can be used with this login.
 */
export const openSession = async (tx: Pick<Tx, 'sql' | 'now'>, session: NewSession): Promise<string> => {
  const token = newToken()
  await tx.sql`
    insert into access.session
      (token_hash, account, provider, acr, represented, id_token, user_agent, opened_at, last_seen_at, membership)
    values (${tokenHash(token)}, ${session.account}, ${session.provider}, ${session.acr}, ${[...session.represented]},
      ${session.idToken}, ${session.userAgent.slice(0, 200)}, ${tx.now}, ${tx.now}, (
        select m.id from access.role_in_force(${osloDate(tx.now)}) m
        where m.account = ${session.account}
          and access.usable(${session.provider}, ${[...session.represented]}, m.kind, m.number)
        order by (select max(s.opened_at) from access.session s
            where s.membership = m.id and s.account = m.account) desc nulls last, m.valid_from, m.recorded_at
        limit 1))`
  return token
}
