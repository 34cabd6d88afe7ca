import { osloDate } from '../../platform/rules/plain-date.ts'
import type { Tx } from '../../platform/server/transaction.ts'
import type { OrganisationKind } from '../../reference/rules/organisation.ts'
import type { CheckedLogin } from '../rules/claims.ts'
import { mayGiveRole } from '../rules/give-role.ts'
import { grantorIn, holdRoles } from './held-roles.ts'
import { keyName, pidHmac, type Secrets } from './keys.ts'

interface Invitation {
  readonly account: string
  readonly organisation: string
}

/** Takes the invitation, unless its own sender follows the link: it then waits on for its receiver. */
const takeInvitation = async (tx: Tx, hash: Buffer | null, known: string | null): Promise<Invitation | null> => {
  if (hash === null) return null
  const [row] = await tx.sql<Invitation[]>`
    update access.invitation set used_at = ${tx.now}
    where token_hash = ${hash} and used_at is null and expires_at > ${tx.now}
      and (invited_by is null or invited_by is distinct from ${known}::uuid)
    returning account, organisation`
  return row ?? null
}

interface Waiting {
  readonly id: string
  readonly role: string
  readonly given_by: string | null
  readonly organisation: string
  readonly kind: OrganisationKind
}

/**
 * The roles of an invitation go to the account that its receiver has already, as far as they could have been given there:
 * the same rule decides. Gives those that were left, and why.
 */
const moveRoles = async (tx: Tx, from: string, to: string): Promise<string[]> => {
  const left: string[] = []
  const today = osloDate(tx.now)
  // In one order, so that two who move roles between the same accounts wait for each other instead of both failing.
  for (const account of [from, to].sort()) await tx.sql`select access.hold_account(${account})`
  const waiting = await tx.sql<Waiting[]>`
    select m.id, m.role, m.given_by, m.organisation, o.kind
    from access.membership m join reference.organisation_name o on o.id = m.organisation
    where m.account = ${from} and m.ended_at is null and (m.valid_to is null or m.valid_to >= ${today})
    order by m.role, m.id`
  for (const { id, role, given_by, organisation, kind } of waiting) {
    const place = { id: organisation, kind }
    const alreadyHeld = await holdRoles(tx.sql, { accountId: to, organisationId: organisation }, today)
    const grant = { receiverId: to, role, organisation: place, alreadyHeld }
    const answer = mayGiveRole(grantorIn(place, given_by), grant)
    if (answer.allowed) await tx.sql`update access.membership set account = ${to} where id = ${id} and ended_at is null`
    else left.push(`${role}: ${answer.reason}`)
  }
  return left
}

interface Numbered {
  /** The hash by every secret, the newest first. */
  readonly hashes: readonly Buffer[]
  readonly newest: Buffer
  readonly key: string
}

const numbered = (secrets: Secrets, pid: string): Numbered => {
  const newest = pidHmac(secrets.secret, pid)
  const earlier = secrets.earlierSecrets.map((secret) => pidHmac(secret, pid))
  return { hashes: [newest, ...earlier], newest, key: keyName(secrets.secret) }
}

/**
 * The account of whom the provider vouched for. A person who is known keeps the account, also under a new subject; a new
 * one gets the account of the invitation that the login answers, else an account without roles. A person who was known
 * by an earlier secret is known by the newest one afterwards.
 */
export const findOrMakeAccount = async (
  tx: Tx,
  secrets: Secrets,
  login: CheckedLogin,
  invitationHash: Buffer | null,
): Promise<string> => {
  const pid = login.pid === null ? null : numbered(secrets, login.pid)
  const represented = [...login.represented]
  const [known] = await tx.sql<{ identity: string; account: string; same_subject: boolean }[]>`
    select * from access.known_identity(${login.issuer}, ${login.subject}, ${pid?.hashes ?? null}::bytea[])`
  const invitation = await takeInvitation(tx, invitationHash, known?.account ?? null)
  const [made] =
    known || invitation
      ? []
      : await tx.sql<{ id: string }[]>`
          insert into access.account (name, email) values (${login.name ?? ''}, ${login.email}) returning id`
  const account = known?.account ?? invitation?.account ?? made?.id
  if (account === undefined) throw new Error('the account was not made')

  const left =
    known && invitation && invitation.account !== account ? await moveRoles(tx, invitation.account, account) : []
  if (known?.same_subject) {
    // The hash too: it may have been made by a secret that is gone.
    await tx.sql`update access.identity set represented = ${represented}, last_login_at = ${tx.now}
      ${pid === null ? tx.sql`` : tx.sql`, pid_hmac = ${pid.newest}, pid_key = ${pid.key}`}
      where id = ${known.identity}`
  } else {
    await tx.sql`insert into access.identity (account, issuer, subject, pid_hmac, pid_key, represented, last_login_at)
      values (${account}, ${login.issuer}, ${login.subject}, ${pid?.newest ?? null}, ${pid?.key ?? null}, ${represented},
        ${tx.now})`
  }
  if (known && pid) await tx.sql`select access.renew_pid(${pid.hashes}::bytea[], ${pid.newest}, ${pid.key})`
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
      detail: {
        organisation: invitation.organisation,
        ...(left.length > 0 ? { left: left.join(', ') } : {}),
      },
    })
  }
  return account
}
