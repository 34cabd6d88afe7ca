import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { DraftAnswer, DraftKeys, Instant } from '../rules/shapes.ts'
import { forgetDraft, keepDraft } from './keep-draft.ts'
import type { AppContext } from './module.ts'
import { route } from './route.ts'
import { viewDraft, viewDraftKeys } from './view-draft.ts'

const access = { loggedIn: 'own drafts only, by row-level security' }
const params = Type.Object({ key: Type.String({ minLength: 1, maxLength: 200, pattern: '^[a-z0-9.:-]+$' }) })
const withoutAudit = 'what is being written is nobody’s record yet; storing it leaves the line'

/** What a person is writing, kept until it is stored: seen by that person alone. */
export const draftRoutes = (app: FastifyInstance, context: AppContext): void => {
  route(app, context, {
    method: 'GET',
    url: '/api/drafts',
    access,
    summary: 'In which forms the actor was writing something that is kept',
    schema: { response: DraftKeys },
    handle: async (tx) => ({ keys: await viewDraftKeys(tx) }),
  })
  route(app, context, {
    method: 'GET',
    url: '/api/drafts/:key',
    access,
    summary: 'What the actor was writing in a form, and when it was kept; nulls when nothing is',
    schema: { params, response: DraftAnswer },
    handle: (tx, request) => viewDraft(tx, request.params.key),
  })
  route(app, context, {
    method: 'PUT',
    url: '/api/drafts/:key',
    access,
    summary: 'Keeps what the actor is writing in a form, for 30 days after the last time',
    withoutAudit,
    schema: {
      params,
      body: Type.Object({ content: Type.Unknown() }),
      response: Type.Object({ savedAt: Instant }),
    },
    handle: (tx, request) => keepDraft(tx, request.params.key, request.body.content),
  })
  route(app, context, {
    method: 'DELETE',
    url: '/api/drafts/:key',
    access,
    summary: 'Forgets what the actor was writing in a form',
    withoutAudit,
    schema: { params, response: DraftAnswer },
    handle: async (tx, request) => {
      await forgetDraft(tx, request.params.key)
      return { content: null, savedAt: null }
    },
  })
}
