import type { Static } from 'typebox'
import { osloDate } from '../../platform/rules/plain-date.ts'
import type { Tx } from '../../platform/server/transaction.ts'
import type { OrganisationItem } from '../rules/contracts.ts'

type Item = Static<typeof OrganisationItem>

interface Row {
  readonly id: string
  readonly kind: Item['kind']
  readonly name: string
  readonly number: string | null
  readonly municipality_number: string | null
  readonly parent: string | null
  readonly written_language: Item['writtenLanguage']
  readonly version: number
}

/** The organisations in force, of one kind or all, named in the actor's language; whole ones first, then units. */
export const viewOrganisations = async (tx: Tx, kind: string | null): Promise<Item[]> => {
  const today = osloDate(tx.now)
  const rows = await tx.sql<Row[]>`
    select id, kind, case when ${tx.actor.locale} = 'nn' then name_nn else name_nb end as name, number,
      municipality_number, parent, written_language, version
    from reference.organisation
    where (${kind}::text is null or kind = ${kind})
      and valid_from <= ${today} and (valid_to is null or valid_to >= ${today})
    order by parent nulls first, name_nb collate "nb-NO-x-icu"`
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    number: row.number,
    municipalityNumber: row.municipality_number,
    parentId: row.parent,
    writtenLanguage: row.written_language,
    version: row.version,
  }))
}
