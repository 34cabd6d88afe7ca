import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { excelMediaType } from '../../../platform/server/documents/excel.ts'
import type { AppContext } from '../../../platform/server/module.ts'
import { route } from '../../../platform/server/route.ts'
import { FrontPageAnswer, LeaderAnswer } from '../../rules/rhythm/shapes.ts'
import { exportLeader } from './export-leader.ts'
import { viewFrontPage } from './view-front-page.ts'
import { viewLeader } from './view-leader.ts'

const querystring = Type.Object({ year: Type.Optional(Type.Integer({ minimum: 1900, maximum: 2200 })) })

/** The routes of the front page, the leader's page, and of running the reminders by hand. */
export const overviewRoutes = (app: FastifyInstance, context: AppContext): void => {
  route(app, context, {
    method: 'GET',
    url: '/api/front-page',
    access: { permission: 'followup.read' },
    summary: 'What the front page shows of governance: what is urgent, own deadlines, status, changes',
    schema: { response: FrontPageAnswer },
    handle: (tx) => viewFrontPage(tx),
  })

  route(app, context, {
    method: 'GET',
    url: '/api/leader',
    access: { permission: 'followup.lead' },
    summary: 'What is red, late, without owner and soon due, by unit and goal',
    schema: { querystring, response: LeaderAnswer },
    handle: (tx, { query }) => viewLeader(tx, query.year),
  })

  route(app, context, {
    method: 'GET',
    url: '/api/leader/excel',
    access: { permission: 'followup.lead' },
    summary: 'The same as an Excel workbook',
    schema: { querystring, file: excelMediaType },
    handle: async (tx, { query }, reply) => {
      const view = await viewLeader(tx, query.year)
      reply.header('content-disposition', `attachment; filename="fotfeste-ledersiden-${view.today}.xlsx"`)
      return exportLeader(view, tx.actor.locale)
    },
  })

  route(app, context, {
    method: 'POST',
    url: '/api/reminders/run',
    access: { permission: 'followup.assign' },
    summary: 'Sends now the reminders that are due to be sent; what was sent already is not sent again',
    schema: { response: Type.Object({ queued: Type.Boolean() }) },
    handle: async (tx) => {
      // As a job, because it reads every unit's people, which the one who asks may not.
      tx.enqueue('send-reminders', { now: true }, { key: 'send-reminders' })
      tx.audit({ action: 'reminders.run', kind: 'reminder', id: 'all' })
      return { queued: true }
    },
  })
}
