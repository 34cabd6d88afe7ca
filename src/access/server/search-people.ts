import type { Static } from 'typebox'
import { osloDate } from '../../platform/rules/plain-date.ts'
import { containing } from '../../platform/server/containing.ts'
import type { Tx } from '../../platform/server/transaction.ts'
import type { PersonHit } from '../rules/contracts.ts'

/** Colleagues with a role today, by part of a name and by organisation; names and roles only. */
export const searchPeople = async (
  tx: Tx,
  wanted: { readonly q?: string | undefined; readonly organisation?: string | undefined },
): Promise<Static<typeof PersonHit>[]> => {
  const part = containing(wanted.q ?? '')
  const rows = await tx.sql<
    { id: string; name: string; role: string; organisation: string; organisation_name: string }[]
  >`
    select account as id, name, role, organisation,
      case when ${tx.actor.locale} = 'nn' then organisation_nn else organisation_nb end as organisation_name
    from access.role_in_force(${osloDate(tx.now)})
    where organisation = any (array(select access.entity()))
      and name ilike ${part} and (${wanted.organisation ?? null}::uuid is null or organisation = ${wanted.organisation ?? null})
    order by name collate "nb-NO-x-icu", role limit 100`
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    organisationId: row.organisation,
    organisationName: row.organisation_name,
  }))
}
