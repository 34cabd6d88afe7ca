import { Type } from 'typebox'
import type { Module } from '../../../platform/server/module.ts'
import { route } from '../../../platform/server/route.ts'
import { trialPermissions } from './rules/permissions.ts'
import { askMunicipality } from './server/ask-municipality.ts'
import { changeTitle } from './server/change-title.ts'
import { viewCase, viewCases, viewCasesUnseen } from './server/view-cases.ts'
import { texts as en } from './texts/notices.en.ts'
import { texts as nb } from './texts/notices.nb.ts'
import { texts as nn } from './texts/notices.nn.ts'

const Id = Type.String({ format: 'uuid' })
const Params = Type.Object({ id: Id })
const Case = Type.Object({
  id: Id,
  person: Id,
  title: Type.String(),
  version: Type.Integer(),
  mayWrite: Type.Boolean(),
})
const Cases = Type.Object({ cases: Type.Array(Case) })
const read = { permission: 'trial.read' }

/** A register as the recipe in src/platform/README.md makes one. */
export const trialModule: Module = {
  name: 'trial',
  standsOn: ['access', 'reference'],
  permissions: trialPermissions,
  histories: { 'trial-case': { table: 'trial.case', permission: 'trial.read', person: 'person' } },
  notices: { nb, nn, en },
  routes: (app, context) => {
    route(app, context, {
      method: 'GET',
      url: '/api/trial/cases',
      access: read,
      summary: 'The cases within the actor’s reach',
      schema: { response: Cases },
      handle: async (tx) => ({ cases: await viewCases(tx) }),
    })
    route(app, context, {
      method: 'GET',
      url: '/api/trial/cases-unseen',
      access: read,
      summary: 'The same, by a handler that forgets the access log',
      schema: { response: Cases },
      handle: async (tx) => ({ cases: await viewCasesUnseen(tx) }),
    })
    route(app, context, {
      method: 'GET',
      url: '/api/trial/cases/:id',
      access: read,
      summary: 'One case',
      schema: { params: Params, response: Case },
      handle: (tx, { params }) => viewCase(tx, params.id),
    })
    route(app, context, {
      method: 'PUT',
      url: '/api/trial/cases/:id',
      access: { permission: 'trial.write' },
      summary: 'Changes a case',
      schema: {
        params: Params,
        body: Type.Object({ title: Type.String(), version: Type.Integer() }),
        response: Case,
      },
      handle: (tx, { params, body }) => changeTitle(tx, params.id, body),
    })
    route(app, context, {
      method: 'POST',
      url: '/api/trial/cases/:id/asked',
      access: { permission: 'trial.write' },
      summary: 'Asks a municipality about a case',
      schema: { params: Params, body: Type.Object({ organisation: Id }), response: Case },
      handle: (tx, { params, body }) => askMunicipality(tx, params.id, body.organisation),
    })
  },
}
