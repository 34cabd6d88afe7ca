import type { Module } from '../../platform/server/module.ts'
import { route } from '../../platform/server/route.ts'
import { CatalogueAnswer, type CatalogueEntry } from '../rules/catalogue.ts'
import { figuresPermissions } from '../rules/permissions.ts'

/**
 * The figures that are defined. Each register hands its definitions over when it is built; no register counts anything
 * yet, and so the catalogue is empty. It is never filled by hand.
 */
export const catalogue: readonly CatalogueEntry[] = []

/** Figures: definitions over the registers. */
export const figuresModule: Module = {
  name: 'figures',
  permissions: figuresPermissions,
  routes: (app, context) => {
    route(app, context, {
      method: 'GET',
      url: '/api/figures/catalogue',
      access: { permission: 'figures.read' },
      summary: 'The figures that are defined: code, name, unit and what they are counted over',
      schema: { response: CatalogueAnswer },
      handle: async () => ({ figures: catalogue }),
    })
  },
}

export type { CatalogueEntry } from '../rules/catalogue.ts'
