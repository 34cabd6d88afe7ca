import type { Static } from 'typebox'
import type { Tx } from '../../platform/server/transaction.ts'
import { isOrganisationKind } from '../../reference/rules/organisation.ts'
import type { MembersAnswer } from '../rules/contracts.ts'
import { rolesIn } from '../rules/roles.ts'

type Answer = Static<typeof MembersAnswer>

interface MemberRow {
  readonly id: string
  readonly account: string
  readonly name: string
  readonly email: string | null
  readonly organisation: string
  readonly organisation_name: string
  readonly role: string
  readonly valid_from: string
  readonly valid_to: string | null
  readonly ended_at: Date | null
  readonly given_by: string | null
  readonly last_login_at: Date | null
}

/** Roles that ended longer ago than this, in milliseconds, are in the history only. */
const endedShown = 365 * 86_400_000

const readMembers = async (tx: Tx): Promise<Answer['members']> => {
  const rows = await tx.sql<MemberRow[]>`
    select m.id, m.account, a.name, a.email, m.organisation,
      case when ${tx.actor.locale} = 'nn' then o.name_nn else o.name_nb end as organisation_name,
      m.role, m.valid_from, m.valid_to, m.ended_at, access.name_of(m.given_by) as given_by,
      (select max(i.last_login_at) from access.identity i where i.account = m.account and i.issuer <> 'demo') as last_login_at
    from access.membership m join access.account a on a.id = m.account join reference.organisation_name o on o.id = m.organisation
    where m.organisation in (select access.within())
      and (m.ended_at is null or m.ended_at > ${new Date(tx.now.getTime() - endedShown)})
    order by m.ended_at nulls first, a.name collate "nb-NO-x-icu", m.role limit 2000`
  return rows.map((row) => ({
    membershipId: row.id,
    accountId: row.account,
    name: row.name,
    email: row.email,
    organisationId: row.organisation,
    organisationName: row.organisation_name,
    role: row.role,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    endedAt: row.ended_at?.toISOString() ?? null,
    givenBy: row.given_by,
    lastLoginAt: row.last_login_at?.toISOString() ?? null,
    self: row.account === tx.actor.personId,
  }))
}

/** Those who have logged in for one of the organisations without holding a role there. */
const readWaiting = async (tx: Tx): Promise<Answer['waiting']> => {
  const rows = await tx.sql<{ id: string; name: string; email: string | null; at: Date }[]>`
    select a.id, a.name, a.email, max(i.last_login_at) as at
    from access.identity i join access.account a on a.id = i.account
    where a.id <> ${tx.actor.personId}
      and i.represented && array(select number from reference.organisation_name
        where id in (select access.within()) and number is not null)
      and not exists (select from access.membership m where m.account = a.id and m.ended_at is null
        and m.organisation in (select access.entity()))
    group by a.id order by at desc limit 200`
  return rows.map((row) => ({ accountId: row.id, name: row.name, email: row.email, lastLoginAt: row.at.toISOString() }))
}

/** What an administrator sees of the own organisation and those below it. Every person shown gets an access log entry. */
export const viewMembers = async (tx: Tx): Promise<Answer> => {
  const [places, members, waiting] = await Promise.all([
    tx.sql<{ id: string; name: string; kind: string }[]>`
      select id, kind, case when ${tx.actor.locale} = 'nn' then name_nn else name_nb end as name
      from reference.organisation_name where id in (select access.within())
      order by parent nulls first, name_nb collate "nb-NO-x-icu"`,
    readMembers(tx),
    readWaiting(tx),
  ])
  for (const id of new Set([...members, ...waiting].map((person) => person.accountId))) {
    if (id !== tx.actor.personId) tx.viewed({ kind: 'account', id, person: id })
  }
  return {
    organisations: places.map((place) => ({
      ...place,
      roles: isOrganisationKind(place.kind) ? [...rolesIn(place.kind)] : [],
    })),
    members,
    waiting,
  }
}
