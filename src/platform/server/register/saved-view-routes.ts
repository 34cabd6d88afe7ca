import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { ViewBody, ViewPage, ViewsAnswer } from '../../rules/saved-view-shapes.ts'
import { Id, IdParams } from '../../rules/shapes.ts'
import type { AppContext } from '../module.ts'
import { route } from '../route.ts'
import { changeView, keepView, removeView } from './keep-view.ts'
import { viewSavedViews } from './view-saved-views.ts'

const access = { permission: 'view.save' }
const withoutAudit = 'how one looks at a list is nobody’s record'
const Done = Type.Object({ done: Type.Boolean() })

/** How one looks at a list, kept under a name. */
export const savedViewRoutes = (app: FastifyInstance, context: AppContext): void => {
  route(app, context, {
    method: 'GET',
    url: '/api/saved-views',
    access,
    summary: 'The actor’s kept views of a page’s list, and those that others share',
    schema: { querystring: ViewPage, response: ViewsAnswer },
    handle: (tx, { query }) => viewSavedViews(tx, query.page),
  })
  route(app, context, {
    method: 'POST',
    url: '/api/saved-views',
    access,
    summary: 'Keeps how the actor looks at a page’s list',
    withoutAudit,
    problems: ['too-many-kept'],
    schema: {
      body: Type.Object({ ...ViewPage.properties, ...ViewBody.properties }),
      response: Type.Object({ id: Id }),
    },
    handle: (tx, { body: { page, ...view } }) => keepView(tx, page, view),
  })
  route(app, context, {
    method: 'PUT',
    url: '/api/saved-views/:id',
    access,
    summary: 'Changes one of the actor’s kept views',
    withoutAudit,
    schema: { params: IdParams, body: ViewBody, response: Done },
    handle: async (tx, { params, body }) => {
      await changeView(tx, params.id, body)
      return { done: true }
    },
  })
  route(app, context, {
    method: 'DELETE',
    url: '/api/saved-views/:id',
    access,
    summary: 'Removes one of the actor’s kept views',
    withoutAudit,
    schema: { params: IdParams, response: Done },
    handle: async (tx, { params }) => {
      await removeView(tx, params.id)
      return { done: true }
    },
  })
}
