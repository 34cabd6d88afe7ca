import type { Static } from 'typebox'
import type { Tx } from '../../platform/server/transaction.ts'
import { isOrganisationKind } from '../../reference/rules/organisation.ts'
import type { MembersAnswer } from '../rules/contracts.ts'
import { rolesIn } from '../rules/roles.ts'

type Answer = Static<typeof MembersAnswer>

/** Roles that ended longer ago than this, in milliseconds, are in the history only. */
const endedShown = 365 * 86_400_000

const readMembers = (tx: Tx) => tx.sql<Answer['members']>`
  select m.id as "membershipId", m.account as "accountId", a.name, a.email, m.organisation as "organisationId",
    case when ${tx.actor.locale} = 'nn' then o.name_nn else o.name_nb end as "organisationName",
    m.role, m.valid_from as "validFrom", m.valid_to as "validTo", m.ended_at as "endedAt",
    access.name_of(m.given_by) as "givenBy",
    (select max(i.last_login_at) from access.identity i where i.account = m.account and i.issuer <> 'demo')
      as "lastLoginAt",
    m.account is not distinct from ${tx.actor.personId}::uuid as self
  from access.membership m join access.account a on a.id = m.account join reference.organisation_name o on o.id = m.organisation
  where m.organisation in (select access.within())
    and (m.ended_at is null or m.ended_at > ${new Date(tx.now.getTime() - endedShown)})
  order by m.ended_at nulls first, a.name collate "nb-NO-x-icu", m.role limit 2000`

/** Those who have logged in for one of the organisations without holding a role there. */
const readWaiting = (tx: Tx) => tx.sql<Answer['waiting']>`
  select a.id as "accountId", a.name, a.email, max(i.last_login_at) as "lastLoginAt"
  from access.identity i join access.account a on a.id = i.account
  where a.id <> ${tx.actor.personId}
    and i.represented && array(select number from reference.organisation_name
      where id in (select access.within()) and number is not null)
    and not exists (select from access.membership m where m.account = a.id and m.ended_at is null
      and m.organisation in (select access.entity()))
  group by a.id order by max(i.last_login_at) desc limit 200`

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
