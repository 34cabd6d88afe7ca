import { type Static, Type } from 'typebox'

const Words = Type.Object({ nb: Type.String(), nn: Type.String(), en: Type.String() })

/** What a figure's number counts in. */
export const figureUnits = ['count', 'percent', 'days', 'months', 'kroner', 'index'] as const

/**
 * An entry of the figure catalogue: what a figure is called, its unit and what it counts. Nobody types the number in; it
 * is counted from the registers that are named, by a definition that carries a version.
 */
export const CatalogueEntry = Type.Object({
  code: Type.String({
    description: 'Stable; steering parameters and reports point to it',
    pattern: '^[a-z][a-z0-9-]*$',
  }),
  name: Words,
  unit: Type.Union([
    Type.Literal('count'),
    Type.Literal('percent'),
    Type.Literal('days'),
    Type.Literal('months'),
    Type.Literal('kroner'),
    Type.Literal('index'),
  ]),
  countsOver: Type.Array(Type.String(), { description: 'The registers it is counted from, by module name' }),
  /** Words by which a letter speaks of it, in lower case; the check of steering parameters looks for them. */
  knownAs: Type.Array(Type.String()),
})

/** An entry of the figure catalogue. */
export type CatalogueEntry = Static<typeof CatalogueEntry>

/** The answer of GET /api/figures/catalogue. */
export const CatalogueAnswer = Type.Object({ figures: Type.Array(CatalogueEntry) })

/** The answer of GET /api/figures/catalogue. */
export type CatalogueAnswer = Static<typeof CatalogueAnswer>
