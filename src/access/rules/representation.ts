import { readOrganisationNumber } from '../../reference/rules/organisation.ts'

/** The type of authorisation detail in which Ansattporten tells whom a person may represent. */
export const representationType = 'ansattporten:altinn:resource'

/** The authorities that write a Norwegian organisation number as `0192:` and nine digits (ISO 6523). */
const norwegianPrefix = '0192:'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listIn = (record: Record<string, unknown>, key: string): readonly unknown[] => {
  const value = record[key]
  return Array.isArray(value) ? value : []
}

/**
 * The organisation numbers that a login may represent, from the token's `authorization_details`. Ansattporten logs a
 * person in even when no representation was given, and a token can carry details for another resource, so only valid
 * numbers under the resource that was asked for count. Anything malformed is passed over, never guessed at.
 */
export const representedNumbers = (authorizationDetails: unknown, resource: string): readonly string[] => {
  if (!Array.isArray(authorizationDetails)) return []
  const numbers = authorizationDetails
    .filter(isRecord)
    .filter((detail) => detail.type === representationType && detail.resource === resource)
    .flatMap((detail) => listIn(detail, 'authorized_parties'))
    .filter(isRecord)
    .flatMap((party) => {
      const id = isRecord(party.orgno) ? party.orgno.ID : undefined
      if (typeof id !== 'string' || !id.startsWith(norwegianPrefix)) return []
      const read = readOrganisationNumber(id.slice(norwegianPrefix.length))
      return read.ok ? [read.value] : []
    })
  return [...new Set(numbers)]
}
