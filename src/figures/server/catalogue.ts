import type { CatalogueEntry } from '../rules/catalogue.ts'

/**
 * The figures that are defined. Each register hands its definitions over when it is built; no register counts anything
 * yet, and so the catalogue is empty. It is never filled by hand.
 */
export const catalogue: readonly CatalogueEntry[] = []
