import { osloDate } from '../../platform/rules/plain-date.ts'
import type { Tx } from '../../platform/server/transaction.ts'
import type { CheckedLogin } from '../rules/claims.ts'
import { pidHmac } from './keys.ts'

interface Invitation {
  readonly account: string
  readonly organisation: string
}

const takeInvitation = async (tx: Tx, hash: Buffer | null): Promise<Invitation | null> => {
  if (hash === null) return null
  const [row] = await tx.sql<Invitation[]>`
    update access.invitation set used_at = ${tx.now}
    where token_hash = ${hash} and used_at is null and expires_at > ${tx.now} returning account, organisation`
  return row ?? null
}

/** The roles of an invitation go to the account that its receiver has already; those held already are let be. */
const moveRoles = (tx: Tx, from: string, to: string): PromiseLike<unknown> => tx.sql`
  update access.membership m set account = ${to}
  where m.account = ${from} and m.ended_at is null
    and not exists (select from access.membership held where held.account = ${to} and held.ended_at is null
      and held.organisation = m.organisation and held.role = m.role)`

/**
 * The account of whom the provider vouched for. A person who is known keeps the account, also under a new subject; a new
 * one gets the account of the invitation that the login answers, else an account without roles.
 */
export const findOrMakeAccount = async (
  tx: Tx,
  secret: string,
  login: CheckedLogin,
  invitationHash: Buffer | null,
): Promise<string> => {
  const pid = login.pid === null ? null : pidHmac(secret, login.pid)
  const represented = [...login.represented]
  const [known] = await tx.sql<{ identity: string; account: string; same_subject: boolean }[]>`
    select * from access.find_identity(${login.issuer}, ${login.subject}, ${pid})`
  const invitation = await takeInvitation(tx, invitationHash)
  const [made] =
    known || invitation
      ? []
      : await tx.sql<{ id: string }[]>`
          insert into access.account (name, email) values (${login.name ?? ''}, ${login.email}) returning id`
  const account = known?.account ?? invitation?.account ?? made?.id
  if (account === undefined) throw new Error('the account was not made')

  if (known && invitation && invitation.account !== account) await moveRoles(tx, invitation.account, account)
  if (known?.same_subject) {
    await tx.sql`update access.identity set represented = ${represented}, last_login_at = ${tx.now}
      where id = ${known.identity}`
  } else {
    await tx.sql`insert into access.identity (account, issuer, subject, pid_hmac, represented, last_login_at)
      values (${account}, ${login.issuer}, ${login.subject}, ${pid}, ${represented}, ${tx.now})`
  }
  // A provider's name is the person's own; where it gives none, what an administrator wrote stands.
  if (known || invitation) {
    await tx.sql`update access.account set name = coalesce(${login.name}, name), email = coalesce(email, ${login.email})
      where id = ${account} and (name <> coalesce(${login.name}, name) or (email is null and ${login.email}::text is not null))`
  }
  if (!known) tx.audit({ action: 'account.create', kind: 'account', id: account, detail: { on: osloDate(tx.now) } })
  if (invitation) {
    tx.audit({
      action: 'invitation.answer',
      kind: 'account',
      id: account,
      detail: { organisation: invitation.organisation },
    })
  }
  return account
}
