/** The levels of assurance that a login can have, weakest first (eIDAS: low, substantial, high). */
export const assuranceLevels = ['low', 'substantial', 'high'] as const

/** One of {@link assuranceLevels}. */
export type AssuranceLevel = (typeof assuranceLevels)[number]

/**
 * Reads an `acr` claim. ID-porten writes `idporten-loa-high`, Ansattporten the bare level. Null for everything else: a
 * level that we do not know is no level.
 */
export const readAcr = (acr: unknown): AssuranceLevel | null => {
  if (typeof acr !== 'string') return null
  const level = acr.startsWith('idporten-loa-') ? acr.slice('idporten-loa-'.length) : acr
  return assuranceLevels.find((known) => known === level) ?? null
}

/** True when an `acr` claim is at least the level asked for. */
export const acrSuffices = (acr: unknown, required: AssuranceLevel): boolean => {
  const level = readAcr(acr)
  return level !== null && assuranceLevels.indexOf(level) >= assuranceLevels.indexOf(required)
}

/**
 * True when an `acr` claim is one of the accepted values, or a higher level than one of them. An empty list accepts
 * nothing.
 */
export const acrAccepted = (acr: unknown, accepted: readonly string[]): boolean =>
  accepted.some((value) => {
    const level = readAcr(value)
    return acr === value || (level !== null && acrSuffices(acr, level))
  })
