import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { Id, IdParams, NullableId, Version, VersionQuery } from '../../../platform/rules/shapes.ts'
import type { AppContext } from '../../../platform/server/module.ts'
import { route } from '../../../platform/server/route.ts'
import { Body } from '../../rules/follow-up/shapes.ts'
import { addActivity, changeActivity, orderActivities, removeActivity } from './change-activity.ts'

const write = { access: { permission: 'followup.write' }, problems: ['not-owner'] }

const Activity = {
  ownerUnit: NullableId,
  activity: Body,
  indicator: Body,
  achievement: Body,
  deviation: Body,
  remark: Body,
  measuresDone: Body,
  measuresPlanned: Body,
}
const Stored = Type.Object({ id: Id, version: Type.Integer() })

/** The routes that change the rows of the reporting form. */
export const formRoutes = (app: FastifyInstance, context: AppContext): void => {
  route(app, context, {
    method: 'POST',
    url: '/api/commitments/:id/activities',
    ...write,
    summary: 'Adds an activity to the reporting form',
    schema: {
      params: IdParams,
      // The writer may name it, so that what is sent a second time is not added a second time.
      body: Type.Object({ id: Type.Optional(Id), ...Activity }),
      response: Stored,
    },
    handle: (tx, { params, body }) => addActivity(tx, params.id, body),
  })
  route(app, context, {
    method: 'PUT',
    url: '/api/commitments/:id/activities/order',
    ...write,
    summary: 'Puts a commitment’s activities in another order',
    schema: {
      params: IdParams,
      body: Type.Object({ ids: Type.Array(Id, { maxItems: 500 }) }),
      response: Type.Object({ activities: Type.Array(Stored) }),
    },
    handle: async (tx, { params, body }) => ({ activities: [...(await orderActivities(tx, params.id, body.ids))] }),
  })
  route(app, context, {
    method: 'PUT',
    url: '/api/activities/:id',
    ...write,
    summary: 'Changes an activity',
    schema: { params: IdParams, body: Type.Object({ version: Version, ...Activity }), response: Stored },
    handle: (tx, { params, body }) => changeActivity(tx, params.id, body),
  })
  route(app, context, {
    method: 'DELETE',
    url: '/api/activities/:id',
    ...write,
    summary: 'Removes an activity',
    schema: { params: IdParams, querystring: VersionQuery, response: Type.Object({ id: Id }) },
    handle: (tx, { params, query }) => removeActivity(tx, params.id, Number(query.version)),
  })
}
