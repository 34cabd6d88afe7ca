import type { Static } from 'typebox'
import type { Tag } from '../../platform/server/database/sql.ts'
import { lockRecord, type Register, updateRecord } from '../../platform/server/register/lock-record.ts'
import type { Tx } from '../../platform/server/transaction.ts'
import type { OrganisationBody, OrganisationItem } from '../rules/contracts.ts'
import type { OrganisationKind } from '../rules/organisation.ts'

type Item = Static<typeof OrganisationItem>

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

const organisations: Register = { table: 'reference.organisation', kind: 'organisation', columns: [] }

/**
 * Changes an organisation's names and its decision on written language. Throws `not-found` for one outside the actor's
 * own, and `changed-by-other` when the version is no longer the one that was read.
 */
export const changeOrganisation = async (tx: Tx, id: string, body: Static<typeof OrganisationBody>): Promise<void> => {
  await lockRecord(tx, organisations, id, body.version)
  const change = { name_nb: body.nameNb.trim(), name_nn: body.nameNn.trim(), written_language: body.writtenLanguage }
  await updateRecord(tx, organisations, id, change)
  tx.audit({
    action: 'organisation.change',
    kind: 'organisation',
    id,
    detail: { writtenLanguage: body.writtenLanguage },
  })
}
