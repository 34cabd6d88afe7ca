import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { Id, IdParams } from '../../platform/rules/shapes.ts'
import type { AppContext } from '../../platform/server/module.ts'
import { route } from '../../platform/server/route.ts'
import {
  AdministrationAnswer,
  GiveRoleBody,
  InviteBody,
  MembersAnswer,
  MembersQuery,
  PersonHit,
} from '../rules/contracts.ts'
import { endRole } from './end-role.ts'
import { giveRole, invitePerson } from './give-role.ts'
import { searchPeople } from './search-people.ts'
import { viewAdministration, viewMembers } from './view-members.ts'

const Given = Type.Object({ membershipId: Id })

/** Roles in one's own organisation, and colleagues by name. */
export const administrationRoutes = (app: FastifyInstance, context: AppContext): void => {
  const administer = { permission: 'access.administer' }

  route(app, context, {
    method: 'GET',
    url: '/api/access/members',
    access: administer,
    summary: 'Who has which role in one’s own organisation',
    schema: { querystring: MembersQuery, response: MembersAnswer },
    handle: (tx, { query }) => viewMembers(tx, query),
  })
  route(app, context, {
    method: 'GET',
    url: '/api/access/administration',
    access: administer,
    summary: 'Where one gives roles, which there are, and who waits for one',
    schema: { response: AdministrationAnswer },
    handle: (tx) => viewAdministration(tx),
  })
  route(app, context, {
    method: 'POST',
    url: '/api/access/members',
    access: administer,
    problems: ['own-role', 'roles-conflict'],
    summary: 'Gives a role to someone who is known already',
    schema: { body: GiveRoleBody, response: Given },
    handle: (tx, { body }) => giveRole(tx, body),
  })
  route(app, context, {
    method: 'POST',
    url: '/api/access/invitations',
    access: administer,
    problems: ['own-role', 'roles-conflict'],
    summary: 'Gives a role to someone who has not logged in before, and sends a link',
    perMinute: 30,
    schema: { body: InviteBody, response: Given },
    handle: (tx, { body }) => invitePerson(tx, body, context.config.secret),
  })
  route(app, context, {
    method: 'POST',
    url: '/api/access/members/:id/end',
    access: administer,
    problems: ['last-administrator'],
    summary: 'Ends a role at once',
    schema: {
      params: IdParams,
      body: Type.Optional(Type.Union([Type.Object({}), Type.Null()])),
      response: Type.Object({ done: Type.Boolean() }),
    },
    handle: async (tx, { params }) => {
      await endRole(tx, params.id)
      return { done: true }
    },
  })
  route(app, context, {
    method: 'GET',
    url: '/api/people',
    access: { permission: 'people.read' },
    summary: 'Colleagues by part of a name and by organisation',
    schema: {
      querystring: Type.Object({
        q: Type.Optional(Type.String({ maxLength: 100 })),
        organisation: Type.Optional(Id),
      }),
      response: Type.Object({ people: Type.Array(PersonHit) }),
    },
    handle: async (tx, { query }) => ({ people: await searchPeople(tx, query) }),
  })
}
