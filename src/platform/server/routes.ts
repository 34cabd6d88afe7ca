import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { ExportsAnswer } from '../rules/export-shapes.ts'
import { joinDeclared } from '../rules/join-declared.ts'
import type { PlainDate } from '../rules/plain-date.ts'
import { ProblemError } from '../rules/problem.ts'
import {
  DateText,
  HistoryAnswer,
  Id,
  IdParams,
  NotificationsAnswer,
  SearchAnswer,
  StoodAnswer,
  TestInboxAnswer,
  type TestMessage,
} from '../rules/shapes.ts'
import { draftRoutes } from './draft-routes.ts'
import { sendFile } from './files.ts'
import { readHistory, readStood } from './history.ts'
import { markRead } from './mark-notifications.ts'
import type { AppContext, HistorySource, Module } from './module.ts'
import { noticeTexts } from './notices.ts'
import { savedViewRoutes } from './register/saved-view-routes.ts'
import { viewExportFile, viewExports } from './register/view-exports.ts'
import { route } from './route.ts'
import { searchEverything } from './search-everything.ts'
import { may, type Tx } from './transaction.ts'
import { viewNotifications } from './view-notifications.ts'

/** The routes that belong to no module: search over all modules, notifications, exports, history, the demo's test inbox. */
export const platformRoutes = (app: FastifyInstance, context: AppContext, modules: readonly Module[]): void => {
  const searches = modules.flatMap((module) => module.searches ?? [])
  const histories = new Map(
    Object.entries(joinDeclared(modules.map(({ name, histories = {} }) => [name, histories] as const))),
  )
  const texts = noticeTexts(modules)

  route(app, context, {
    method: 'GET',
    url: '/api/search',
    access: { permission: 'search.use' },
    summary: 'Searches everything that the actor may read',
    schema: {
      querystring: Type.Object({
        q: Type.String({ maxLength: 200 }),
        all: Type.Optional(
          Type.Literal('true', { description: 'Every hit and not the first few; at most 200 of a source' }),
        ),
      }),
      response: SearchAnswer,
    },
    handle: async (tx, { query }) => ({
      hits: await searchEverything(tx, searches, query.q.trim(), query.all ? 200 : 8),
    }),
  })

  const sourceOf = (tx: Tx, kind: string): HistorySource => {
    const source = histories.get(kind)
    if (!source) throw new ProblemError('not-found', { kind })
    if (!may(tx.actor, source.permission)) throw new ProblemError('no-access', { permission: source.permission })
    return source
  }
  route(app, context, {
    method: 'GET',
    url: '/api/history/:kind/:id',
    access: { loggedIn: 'each kind names the permission of its record' },
    summary: 'Who changed what on a record, newest first',
    schema: {
      params: Type.Object({ kind: Type.String(), id: Id }),
      response: HistoryAnswer,
    },
    handle: async (tx, { params }) => ({ entries: await readHistory(tx, sourceOf(tx, params.kind), params.id) }),
  })

  route(app, context, {
    method: 'GET',
    url: '/api/history/:kind/:id/on/:day',
    access: { loggedIn: 'each kind names the permission of its record' },
    summary: 'A record as it was known at the end of a day',
    schema: {
      params: Type.Object({ kind: Type.String(), id: Id, day: DateText }),
      response: StoodAnswer,
    },
    problems: ['not-known-then'],
    handle: (tx, { params }) => readStood(tx, sourceOf(tx, params.kind), params.id, params.day as PlainDate),
  })

  route(app, context, {
    method: 'GET',
    url: '/api/notifications',
    access: { loggedIn: 'own notifications only, by row-level security' },
    summary: 'Own notifications, newest first, with how many are unread',
    schema: { response: NotificationsAnswer },
    handle: (tx) => viewNotifications(tx, texts),
  })

  route(app, context, {
    method: 'POST',
    url: '/api/notifications/read',
    access: { loggedIn: 'own notifications only, by row-level security' },
    summary: 'Marks own notifications as read; without ids all of them',
    withoutAudit: 'reading one’s own messages is not a change that anyone else needs to trace',
    schema: {
      body: Type.Object({ ids: Type.Optional(Type.Array(Id, { maxItems: 500 })) }),
      response: Type.Object({ unread: Type.Integer() }),
    },
    handle: (tx, { body }) => markRead(tx, body.ids ?? null),
  })

  draftRoutes(app, context)
  savedViewRoutes(app, context)
  const lists = modules.flatMap((module) => module.exports ?? [])
  route(app, context, {
    method: 'GET',
    url: '/api/exports',
    access: { permission: 'export.own' },
    summary: 'Own exports that a job makes or has made, newest first',
    schema: { response: ExportsAnswer },
    handle: (tx) => viewExports(tx, lists),
  })

  route(app, context, {
    method: 'GET',
    url: '/api/exports/:id/file',
    access: { permission: 'export.own' },
    summary: 'The file of one’s own export',
    schema: { params: IdParams, file: 'application/octet-stream' },
    handle: async (tx, { params, raw }, reply) => sendFile(context, raw, reply, await viewExportFile(tx, params.id)),
  })

  if (context.config.demo) {
    route(app, context, {
      method: 'GET',
      url: '/api/test-inbox',
      access: { permission: 'test-inbox.read' },
      summary: 'E-mail that the demo sent, newest first',
      schema: { response: TestInboxAnswer },
      handle: async (tx) => {
        const messages = await tx.sql<TestMessage[]>`
          select id, received_at as "receivedAt", recipient, subject, body from platform.test_inbox
          order by id desc limit 200`
        return { messages }
      },
    })
  }
}
