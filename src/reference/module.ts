import { Type } from 'typebox'
import { IdParams } from '../platform/rules/shapes.ts'
import type { Module } from '../platform/server/module.ts'
import { route } from '../platform/server/route.ts'
import { OrganisationBody, OrganisationItem, OrganisationKindShape } from './rules/contracts.ts'
import { changeOrganisation } from './server/change-organisation.ts'
import { viewOrganisations } from './server/view-organisations.ts'

/** What all modules refer to: the organisations. */
export const referenceModule: Module = {
  name: 'reference',
  standsOn: [],
  routes: (app, context) => {
    route(app, context, {
      method: 'GET',
      url: '/api/organisations',
      access: { permission: 'organisation.read' },
      summary: 'The organisations in force, of one kind or all',
      schema: {
        querystring: Type.Object({ kind: Type.Optional(OrganisationKindShape) }),
        response: Type.Object({ organisations: Type.Array(OrganisationItem) }),
      },
      handle: async (tx, { query }) => ({ organisations: await viewOrganisations(tx, query.kind ?? null) }),
    })
    route(app, context, {
      method: 'PUT',
      url: '/api/organisations/:id',
      access: { permission: 'organisation.write' },
      summary: 'Changes the own organisation’s names and written language',
      schema: {
        params: IdParams,
        body: OrganisationBody,
        response: Type.Object({ done: Type.Boolean() }),
      },
      handle: async (tx, { params, body }) => {
        await changeOrganisation(tx, params.id, body)
        return { done: true }
      },
    })
  },
  doors: ['reference.organisation_name'],
  histories: { organisation: { table: 'reference.organisation', permission: 'organisation.read' } },
}
