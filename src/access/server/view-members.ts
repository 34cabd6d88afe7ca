import type { Static } from 'typebox'
import { containing } from '../../platform/server/containing.ts'
import type { Fragment, Tag } from '../../platform/server/database/sql.ts'
import { type ListSource, listPage, type SortKey } from '../../platform/server/register/list.ts'
import type { Tx } from '../../platform/server/transaction.ts'
import { isOrganisationKind } from '../../reference/rules/organisation.ts'
import type { AdministrationAnswer, Member, MembersAnswer, MembersQuery, memberSortings } from '../rules/contracts.ts'
import { rolesIn } from '../rules/roles.ts'

type Filter = Pick<Static<typeof MembersQuery>, 'text' | 'organisation' | 'role' | 'state'>
type Administration = Static<typeof AdministrationAnswer>

/** Roles that ended longer ago than this, in milliseconds, are in the history only. */
const endedShown = 365 * 86_400_000

const lastLogin = (sql: Tag, membership: Fragment) => sql`(select max(i.last_login_at) from access.identity i
  where i.account = ${membership}.account and i.issuer <> 'demo')`

const organisationName = ({ sql, actor }: Tx) => sql.raw(actor.locale === 'nn' ? 'name_nn' : 'name_nb')

const nameOf = (sql: Tag, select: Fragment) => sql`coalesce((${select}), '') collate "nb-NO-x-icu"`

const orders = {
  name: ({ sql }, m) => ({
    by: nameOf(sql, sql`select name from access.account where id = ${m}.account`),
    type: 'text',
  }),
  organisation: (tx, m) => {
    const name = tx.sql`select ${organisationName(tx)} from reference.organisation_name where id = ${m}.organisation`
    return { by: nameOf(tx.sql, name), type: 'text' }
  },
  period: ({ sql }, m) => ({ by: sql`${m}.valid_from`, type: 'date' }),
  login: ({ sql }, m) => ({ by: sql`coalesce(${lastLogin(sql, m)}, '-infinity')`, type: 'timestamptz' }),
} satisfies Record<(typeof memberSortings)[number], (tx: Tx, m: Fragment) => SortKey>

/** The roles in the own organisation and those below it. */
const members: ListSource<Filter> = {
  table: 'access.membership',
  parts: false,
  where: (tx, { text = '', organisation, role, state }, m) => {
    const { sql, now } = tx
    const ended = state === 'current' ? null : new Date(now.getTime() - endedShown)
    return sql`${m}.organisation = any (array(select access.within()))
      and (${m}.ended_at is null or ${m}.ended_at > ${ended})
      and ${m}.organisation = coalesce(${organisation ?? null}, ${m}.organisation)
      and ${m}.role = coalesce(${role ?? null}, ${m}.role)
      and exists (select from access.account a where a.id = ${m}.account and a.name ilike ${containing(text)})`
  },
  order: (tx, name, m) => [
    orders[name as (typeof memberSortings)[number]](tx, m),
    { by: tx.sql`${m}.id`, type: 'uuid' },
  ],
}

const readMembers = (tx: Tx, ids: readonly string[]) => tx.sql<Static<typeof Member>[]>`
  select m.id as "membershipId", m.account as "accountId", a.name, a.email, m.organisation as "organisationId",
    o.${organisationName(tx)} as "organisationName",
    m.role, m.valid_from as "validFrom", m.valid_to as "validTo", m.ended_at as "endedAt",
    access.name_of(m.given_by) as "givenBy", ${lastLogin(tx.sql, tx.sql.raw('m'))} as "lastLoginAt",
    m.account is not distinct from ${tx.actor.personId}::uuid as self
  from unnest(${ids}::uuid[]) with ordinality f(id, place) join access.membership m on m.id = f.id
  join access.account a on a.id = m.account join reference.organisation_name o on o.id = m.organisation
  order by f.place`

/** Everyone shown but the reader gets an access log entry. */
const seen = (tx: Tx, people: readonly { readonly accountId: string }[]): void => {
  for (const id of new Set(people.map((person) => person.accountId)))
    if (id !== tx.actor.personId) tx.viewed({ kind: 'account', id, person: id })
}

/** One page of who has which role. */
export const viewMembers = async (
  tx: Tx,
  query: Static<typeof MembersQuery>,
): Promise<Static<typeof MembersAnswer>> => {
  const { ids, ...page } = await listPage(tx, members, query, { sort: 'name' })
  const rows = await readMembers(tx, ids)
  seen(tx, rows)
  return { ...page, rows }
}

/** Those who have logged in for one of the organisations without holding a role there. */
const readWaiting = (tx: Tx) => tx.sql<Administration['waiting']>`
  select a.id as "accountId", a.name, a.email, max(i.last_login_at) as "lastLoginAt"
  from access.identity i join access.account a on a.id = i.account
  where a.id <> ${tx.actor.personId}
    and i.represented && array(select number from reference.organisation_name
      where id in (select access.within()) and number is not null)
    and not exists (select from access.membership m where m.account = a.id and m.ended_at is null
      and m.organisation in (select access.entity()))
  group by a.id order by max(i.last_login_at) desc limit 200`

/** Where the administrator gives roles: the own organisation and those below it; and who waits for one there. */
export const viewAdministration = async (tx: Tx): Promise<Administration> => {
  const [places, waiting] = await Promise.all([
    tx.sql<{ id: string; name: string; kind: string }[]>`
      select id, kind, ${organisationName(tx)} as name
      from reference.organisation_name where id in (select access.within())
      order by parent nulls first, name_nb collate "nb-NO-x-icu"`,
    readWaiting(tx),
  ])
  seen(tx, waiting)
  return {
    organisations: places.map((place) => ({
      ...place,
      roles: isOrganisationKind(place.kind) ? [...rolesIn(place.kind)] : [],
    })),
    waiting,
  }
}
