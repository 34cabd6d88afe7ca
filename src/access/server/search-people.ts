import type { Static } from 'typebox'
import { osloDate } from '../../platform/rules/plain-date.ts'
import { containing } from '../../platform/server/containing.ts'
import type { Fragment } from '../../platform/server/database/sql.ts'
import type { SearchHit, SearchSource } from '../../platform/server/module.ts'
import { may, type Tx } from '../../platform/server/transaction.ts'
import type { PersonHit } from '../rules/contracts.ts'

type Person = Static<typeof PersonHit>

const read = async (tx: Tx, wanted: Fragment): Promise<Person[]> => {
  const rows = await tx.sql<
    { id: string; name: string; role: string; organisation: string; organisation_name: string }[]
  >`
    select account as id, name, role, organisation,
      case when ${tx.actor.locale} = 'nn' then organisation_nn else organisation_nb end as organisation_name
    from access.role_in_force(${osloDate(tx.now)})
    where organisation = any (array(select access.entity())) and ${wanted}
    order by name collate "nb-NO-x-icu", role limit 100`
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    organisationId: row.organisation,
    organisationName: row.organisation_name,
  }))
}

/** Colleagues with a role today, by part of a name and by organisation; names and roles only. */
export const searchPeople = (
  tx: Tx,
  wanted: { readonly q?: string | undefined; readonly organisation?: string | undefined },
): Promise<Person[]> => {
  const place = wanted.organisation ?? null
  return read(
    tx,
    tx.sql`name ilike ${containing(wanted.q ?? '')} and (${place}::uuid is null or organisation = ${place})`,
  )
}

/** One hit a person, that leads to the page where roles are given and ended. */
const asHits = (people: readonly Person[]): SearchHit[] =>
  [...new Set(people.map(({ id }) => id))].flatMap((id) => {
    const roles = people.filter((one) => one.id === id)
    const name = roles[0]?.name ?? ''
    const detail = [...new Set(roles.map(({ organisationName }) => organisationName))].join(', ')
    return { kind: 'account', title: name, detail, link: `/access?${new URLSearchParams({ text: name })}`, person: id }
  })

/** Colleagues in the global search, for those who have a page to open about them: the administrators. */
export const searchColleagues: SearchSource = {
  permission: 'access.administer',
  search: async (tx, text, limit) =>
    may(tx.actor, 'people.read') ? asHits(await searchPeople(tx, { q: text })).slice(0, limit) : [],
  near: async (tx, text, limit) =>
    may(tx.actor, 'people.read')
      ? asHits(await read(tx, tx.sql`account = any (array(select access.account_like(${text})))`)).slice(0, limit)
      : [],
}
