import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { ProblemError } from '../../../platform/rules/problem.ts'
import { IdParams } from '../../../platform/rules/shapes.ts'
import type { AppContext } from '../../../platform/server/module.ts'
import { route } from '../../../platform/server/route.ts'
import { CalendarAnswer, FeedsAnswer, NewFeedAnswer, scopes } from '../../rules/rhythm/shapes.ts'
import { calendarTag } from './calendar-file.ts'
import { makeFeed, revokeFeed } from './change-feeds.ts'
import { readFeed } from './read-feed.ts'
import { viewCalendar } from './view-calendar.ts'
import { viewFeeds } from './view-feeds.ts'

const Scope = Type.Enum([...scopes])

/** The routes of the year's wheel, its lists, and the calendar feeds. */
export const calendarRoutes = (app: FastifyInstance, context: AppContext): void => {
  route(app, context, {
    method: 'GET',
    url: '/api/calendar',
    access: { permission: 'followup.read' },
    summary: 'The dates of a year by which something is due, and the fixed rhythm of reports and meetings',
    schema: {
      querystring: Type.Object({
        year: Type.Optional(Type.Integer({ minimum: 1900, maximum: 2200 })),
        scope: Type.Optional(Scope),
      }),
      response: CalendarAnswer,
    },
    handle: (tx, { query }) => viewCalendar(tx, query.year, query.scope ?? 'all'),
  })

  route(app, context, {
    method: 'GET',
    url: '/api/calendar/feeds',
    access: { permission: 'calendar.own' },
    summary: 'Own calendar addresses, with when each was last read',
    schema: { response: FeedsAnswer },
    handle: async (tx) => ({ feeds: await viewFeeds(tx) }),
  })

  route(app, context, {
    method: 'POST',
    url: '/api/calendar/feeds',
    access: { permission: 'calendar.own' },
    summary: 'Makes a calendar address; it is told this one time',
    schema: { body: Type.Object({ scope: Scope }), response: NewFeedAnswer },
    handle: (tx, { body }) => makeFeed(tx, body.scope, context.config.baseUrl),
  })

  route(app, context, {
    method: 'DELETE',
    url: '/api/calendar/feeds/:id',
    access: { permission: 'calendar.own' },
    summary: 'Revokes a calendar address',
    schema: { params: IdParams, response: Type.Object({ revoked: Type.Boolean() }) },
    handle: async (tx, { params }) => {
      await revokeFeed(tx, params.id)
      return { revoked: true }
    },
  })

  route(app, context, {
    method: 'GET',
    url: '/calendar/:token.ics',
    access: {
      open: 'a calendar program cannot log in: the secret in the address stands for the person, and can be revoked',
    },
    summary: 'A person’s deadlines as iCalendar, for a calendar program to subscribe to',
    // A program asks a few times an hour; 256 random bits cannot be guessed, this keeps the trying cheap for us.
    perMinute: 60,
    schema: { params: Type.Object({ token: Type.String({ maxLength: 100 }) }), file: 'text/calendar; charset=utf-8' },
    prepare: (request) => readFeed(context, (request.params as { token: string }).token, request.id),
    handle: async (_tx, request, reply, calendar) => {
      if (calendar === null) throw new ProblemError('not-found', { kind: 'calendar-feed' })
      const tag = calendarTag(calendar)
      reply.headers({
        etag: tag,
        'cache-control': 'private, no-cache',
        'content-disposition': 'inline; filename="fotfeste.ics"',
      })
      if (request.raw.headers['if-none-match'] === tag) {
        reply.code(304)
        return ''
      }
      return calendar
    },
  })
}
