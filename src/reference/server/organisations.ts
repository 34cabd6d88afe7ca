import type { Static } from 'typebox'
import { osloDate } from '../../platform/rules/plain-date.ts'
import { ProblemError } from '../../platform/rules/problem.ts'
import type { Instant } from '../../platform/rules/shapes.ts'
import type { Tag } from '../../platform/server/database/sql.ts'
import type { Tx } from '../../platform/server/transaction.ts'
import type { OrganisationBody, OrganisationItem } from '../rules/contracts.ts'
import type { OrganisationKind } from '../rules/organisation.ts'

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

/** The organisations in force, of one kind or all, named in the asker's language; whole ones first, then units. */
export const listOrganisations = async (tx: Tx, kind: string | null): Promise<Item[]> => {
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

/** An organisation to be added; without an id of its own it gets one. */
export interface NewOrganisation {
  readonly id?: string
  readonly kind: OrganisationKind
  readonly number: string | null
  readonly municipalityNumber?: string | null
  readonly nameNb: string
  readonly nameNn: string
  readonly parent: string | null
  readonly writtenLanguage?: Item['writtenLanguage']
  readonly validFrom: string
}

/** Adds an organisation, as the database's owner; one that is there by its id is left as it is. Returns its id. */
export const addOrganisation = async (owner: Tag, organisation: NewOrganisation): Promise<string> => {
  const {
    id = crypto.randomUUID(),
    kind,
    number,
    municipalityNumber = null,
    parent,
    writtenLanguage = 'neutral',
  } = organisation
  await owner`insert into reference.organisation
      (id, kind, number, municipality_number, name_nb, name_nn, parent, written_language, valid_from)
    values (${id}, ${kind}, ${number}, ${municipalityNumber}, ${organisation.nameNb}, ${organisation.nameNn}, ${parent},
      ${writtenLanguage}, ${organisation.validFrom})
    on conflict do nothing`
  return id
}

/** The names of organisations by identifier, in a language; those that the asker may not read are left out. */
export const organisationNames = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await tx.sql<{ id: string; name: string }[]>`
    select id, case when ${tx.actor.locale} = 'nn' then name_nn else name_nb end as name
    from reference.organisation where id = any(${[...ids]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row.name]))
}

/**
 * Changes an organisation's names and its decision on written language. Throws `not-found` for one outside the asker's
 * own, and `changed-by-other` when the version is no longer the one that was read.
 */
export const changeOrganisation = async (tx: Tx, id: string, body: Static<typeof OrganisationBody>): Promise<void> => {
  const [found] = await tx.sql<{ version: number; at: Instant; by: string | null }[]>`
    select version, recorded_at as at, access.name_of(recorded_by) as by from reference.organisation
    where id = ${id} and id in (select access.within()) for update`
  if (found === undefined) throw new ProblemError('not-found', { kind: 'organisation' })
  if (found.version !== body.version) {
    throw new ProblemError('changed-by-other', { by: found.by ?? 'Fotfeste', at: found.at })
  }
  await tx.sql`
    update reference.organisation set name_nb = ${body.nameNb.trim()}, name_nn = ${body.nameNn.trim()},
      written_language = ${body.writtenLanguage}
    where id = ${id}`
  tx.audit({
    action: 'organisation.change',
    kind: 'organisation',
    id,
    detail: { writtenLanguage: body.writtenLanguage },
  })
}
