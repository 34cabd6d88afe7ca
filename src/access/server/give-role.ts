import type { Static } from 'typebox'
import { osloDate } from '../../platform/rules/plain-date.ts'
import { ProblemError } from '../../platform/rules/problem.ts'
import type { Tx } from '../../platform/server/transaction.ts'
import type { OrganisationKind } from '../../reference/rules/organisation.ts'
import type { GiveRoleBody, InviteBody } from '../rules/contracts.ts'
import { type GrantRefusal, mayGiveRole } from '../rules/give-role.ts'
import { accessProblem } from '../rules/problems.ts'
import { holdRoles } from './held-roles.ts'
import { invitationTime, loginOf } from './invitation.ts'
import { invitationToken, keyName, tokenHash } from './keys.ts'

const refuse = (reason: GrantRefusal): never => {
  switch (reason) {
    case 'own-role':
    case 'roles-conflict':
      throw new ProblemError(accessProblem(reason))
    case 'role-already-held':
      throw new ProblemError('already-exists', { field: 'role' })
    case 'role-not-in-kind':
      throw new ProblemError('invalid-input', { field: 'role', rule: reason })
    default:
      throw new ProblemError('no-access', { permission: 'access.administer' })
  }
}

interface Place {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
}

/** Decides by the rules whether the role may be given, and throws the problem when not. */
const checkGrant = async (
  tx: Tx,
  grant: { readonly organisationId: string; readonly role: string; readonly accountId: string },
): Promise<Place> => {
  const [places, within, entity, held] = await Promise.all([
    tx.sql<Place[]>`select id, kind, case when ${tx.actor.locale} = 'nn' then name_nn else name_nb end as name
      from reference.organisation_name where id = ${grant.organisationId}`,
    tx.sql<{ id: string }[]>`select access.within() as id`,
    tx.sql<{ id: string }[]>`select access.entity() as id`,
    holdRoles(tx.sql, grant, osloDate(tx.now)),
  ])
  const [organisation] = places
  if (organisation === undefined) throw new ProblemError('not-found', { kind: 'organisation' })
  const actor = {
    personId: tx.actor.personId,
    permissions: tx.actor.permissions,
    within: new Set(within.map((row) => row.id)),
    entity: new Set(entity.map((row) => row.id)),
  }
  const answer = mayGiveRole(actor, {
    receiverId: grant.accountId,
    role: grant.role,
    organisation,
    alreadyHeld: held,
  })
  return answer.allowed ? organisation : refuse(answer.reason)
}

const store = async (
  tx: Tx,
  grant: {
    readonly accountId: string
    readonly organisationId: string
    readonly role: string
    readonly validTo: string | null
  },
): Promise<string> => {
  const today = osloDate(tx.now)
  if (grant.validTo !== null && grant.validTo < today) {
    throw new ProblemError('invalid-input', { field: 'validTo', rule: 'in-the-past' })
  }
  const [row] = await tx.sql<{ id: string }[]>`
    insert into access.membership (account, organisation, role, valid_from, valid_to, given_by)
    values (${grant.accountId}, ${grant.organisationId}, ${grant.role}, ${today}, ${grant.validTo}, ${tx.actor.personId})
    returning id`
  if (row === undefined) throw new Error('the role was not stored')
  tx.audit({
    action: 'role.give',
    kind: 'membership',
    id: row.id,
    detail: { account: grant.accountId, organisation: grant.organisationId, role: grant.role, validTo: grant.validTo },
  })
  return row.id
}

/**
 * Gives a role to someone who is known: a colleague, or one who has logged in for the organisation and waits. Throws
 * `not-found` for people elsewhere, and the problem of the rule that refuses.
 */
export const giveRole = async (tx: Tx, body: Static<typeof GiveRoleBody>): Promise<{ membershipId: string }> => {
  const [account] = await tx.sql`select 1 from access.account where id = ${body.accountId}`
  if (account === undefined) throw new ProblemError('not-found', { kind: 'account' })
  const organisation = await checkGrant(tx, body)
  const membershipId = await store(tx, { ...body, validTo: body.validTo ?? null })
  tx.notify({
    to: body.accountId,
    code: 'access.given',
    params: { role: body.role, organisation: organisation.name, by: tx.actor.name },
    link: '/',
  })
  return { membershipId }
}

/**
 * Invites someone who has not logged in before: makes the account with its role, and sends a link by e-mail. The link
 * alone opens nothing: whoever follows it must log in, and the role can be used only by a login that represents the
 * organisation. Throws `already-exists` when a colleague has the address.
 */
export const invitePerson = async (
  tx: Tx,
  body: Static<typeof InviteBody>,
  secret: string,
): Promise<{ membershipId: string }> => {
  const [taken] = await tx.sql`select 1 from access.account where lower(email) = lower(${body.email})`
  if (taken !== undefined) throw new ProblemError('already-exists', { field: 'email' })
  const accountId = crypto.randomUUID()
  const organisation = await checkGrant(tx, { ...body, accountId })
  await tx.sql`insert into access.account (id, name, email, locale)
    values (${accountId}, ${body.name.trim()}, ${body.email}, ${tx.actor.locale})`
  const membershipId = await store(tx, { ...body, accountId, validTo: body.validTo ?? null })
  await tx.sql`insert into access.invitation (token_hash, account, organisation, invited_by, expires_at)
    values (${tokenHash(invitationToken(secret, accountId))}, ${accountId}, ${organisation.id}, ${tx.actor.personId},
      ${new Date(tx.now.getTime() + invitationTime)})`
  tx.notify({
    to: accountId,
    code: 'access.invited',
    params: {
      organisation: organisation.name,
      by: tx.actor.name,
      login: loginOf(organisation.kind),
      key: keyName(secret),
    },
    link: '/',
  })
  return { membershipId }
}
