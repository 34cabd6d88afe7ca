import type { Module } from '../platform/server/module.ts'
import { route } from '../platform/server/route.ts'
import { CatalogueAnswer } from './rules/catalogue.ts'
import { figuresPermissions } from './rules/permissions.ts'

import { catalogue } from './server/catalogue.ts'
/** Figures: definitions over the registers. */
export const figuresModule: Module = {
  name: 'figures',
  standsOn: ['access', 'reference'],
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
