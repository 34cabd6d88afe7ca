import { osloDate } from '../../platform/rules/plain-date.ts'
import type { Connection, Sql } from '../../platform/server/database/connect.ts'
import type { OrganisationKind } from '../../reference/rules/organisation.ts'
import { addOrganisation } from '../../reference/server/index.ts'
import { mayGiveRole } from '../rules/give-role.ts'
import { grantorIn, holdRoles } from './held-roles.ts'
import { answerPath, invitationTime, loginOf } from './invitation.ts'
import { newToken, tokenHash } from './keys.ts'

/**
 * What the operator of an installation does from the command line, as the owner of the database: above all the first
 * administrator, whom nobody in the application can appoint. Each leaves an audit line.
 */
export interface OperatorPerson {
  readonly name: string
  readonly email: string | null
  readonly role: string | null
  readonly organisation: string | null
}

/** Why the operator's request cannot be met. */
export type OperatorRefusal = 'no-such-person' | 'no-such-organisation' | 'role-not-given' | 'exists'

/** Thrown, and rolls back, when the request cannot be met. */
export class OperatorError extends Error {
  readonly reason: OperatorRefusal
  constructor(reason: OperatorRefusal) {
    super(reason)
    this.reason = reason
  }
}

/** Everybody with an account, one line a role that is in force. */
export const listPeople = (owner: Sql, now: Date): Promise<OperatorPerson[]> =>
  owner<OperatorPerson[]>`
    select a.name, a.email, m.role, m.organisation_nb as organisation
    from access.account a
    left join access.role_in_force(${osloDate(now)}) m on m.account = a.id
    order by a.name collate "nb-NO-x-icu", m.organisation_nb collate "nb-NO-x-icu", m.role`

interface Place {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
}

const audit = (tx: Connection, action: string, id: string, detail: Record<string, string>) => tx`
  insert into platform.audit (action, kind, record, detail, request)
  values (${action}, 'account', ${id}, ${tx.json(detail)}, 'command line')`

/** The organisation with a number; parents stand before their units. A new one is made when its name is given. */
const findOrganisation = async (
  tx: Connection,
  number: string,
  newName: string | null,
  today: string,
): Promise<Place> => {
  const [found] = await tx<Place[]>`
    select id, kind, name_nb as name from reference.organisation_name where number = ${number}
    order by parent is not null, name_nb limit 1`
  if (found) return found
  if (newName === null) throw new OperatorError('no-such-organisation')
  const made = {
    kind: 'directorate-unit',
    number,
    nameNb: newName,
    nameNn: newName,
    parent: null,
    validFrom: today,
  } as const
  return { id: await addOrganisation(tx, made), kind: made.kind, name: newName }
}

const give = async (tx: Connection, accountId: string, role: string, place: Place, today: string): Promise<void> => {
  const alreadyHeld = await holdRoles(tx, { accountId, organisationId: place.id }, today)
  const grant = { receiverId: accountId, role, organisation: place, alreadyHeld }
  if (!mayGiveRole(grantorIn(place, null), grant).allowed) throw new OperatorError('role-not-given')
  await tx`insert into access.membership (account, organisation, role, valid_from)
    values (${accountId}, ${place.id}, ${role}, ${today})`
  await audit(tx, 'role.give', accountId, { role, organisation: place.id })
}

/**
 * Makes an account with a role, and a link by which the person takes it over at login. An unknown organisation is made,
 * as the directorate, when `organisationName` is given. Throws {@link OperatorError}.
 */
export const addPerson = (
  owner: Sql,
  now: Date,
  input: {
    readonly name: string
    readonly email: string
    readonly role: string
    readonly organisation: string
    readonly organisationName: string | null
  },
): Promise<{ organisation: string; link: string; until: Date }> =>
  owner.begin(async (tx) => {
    const [taken] = await tx`select 1 from access.account where lower(email) = lower(${input.email})`
    if (taken) throw new OperatorError('exists')
    const today = osloDate(now)
    const place = await findOrganisation(tx, input.organisation, input.organisationName, today)
    const [account] = await tx<{ id: string }[]>`
      insert into access.account (name, email) values (${input.name}, ${input.email}) returning id`
    if (!account) throw new Error('the account was not made')
    await audit(tx, 'account.create', account.id, {})
    await give(tx, account.id, input.role, place, today)
    const token = newToken()
    const until = new Date(now.getTime() + invitationTime)
    await tx`insert into access.invitation (token_hash, account, organisation, expires_at)
      values (${tokenHash(token)}, ${account.id}, ${place.id}, ${until})`
    return { organisation: place.name, link: answerPath(loginOf(place.kind), token), until }
  }) as Promise<{ organisation: string; link: string; until: Date }>

/** Gives a person who has an account a role more. Throws {@link OperatorError}. */
export const givePersonRole = (
  owner: Sql,
  now: Date,
  input: { readonly email: string; readonly role: string; readonly organisation: string },
): Promise<{ name: string; organisation: string }> =>
  owner.begin(async (tx) => {
    const [account] = await tx<{ id: string; name: string }[]>`
      select id, name from access.account where lower(email) = lower(${input.email})`
    if (!account) throw new OperatorError('no-such-person')
    const today = osloDate(now)
    const place = await findOrganisation(tx, input.organisation, null, today)
    await give(tx, account.id, input.role, place, today)
    return { name: account.name, organisation: place.name }
  }) as Promise<{ name: string; organisation: string }>
