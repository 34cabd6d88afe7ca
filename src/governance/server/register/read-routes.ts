import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { IdParams } from '../../../platform/rules/shapes.ts'
import { excelMediaType } from '../../../platform/server/documents/excel.ts'
import { asDownload, sendFile } from '../../../platform/server/files.ts'
import type { AppContext } from '../../../platform/server/module.ts'
import { route } from '../../../platform/server/route.ts'
import { Detail } from '../../rules/follow-up/detail-shape.ts'
import { FormAnswer, FormQuery } from '../../rules/follow-up/form-shape.ts'
import { GoalAnswer, GoalsAnswer, OwnersAnswer } from '../../rules/follow-up/goal-shape.ts'
import { HistoryAnswer } from '../../rules/follow-up/history-shape.ts'
import { ListAnswer, ListQuery } from '../../rules/follow-up/list-shape.ts'
import { Options } from '../../rules/follow-up/options-shape.ts'
import { registerTexts } from '../texts.ts'
import { exportDetail, exportForm } from './export-register.ts'
import { viewCommitment } from './view-commitment.ts'
import { viewCommitmentHistory } from './view-commitment-history.ts'
import { viewCommitments } from './view-commitments.ts'
import { viewDocument } from './view-document.ts'
import { viewGoal, viewGoals } from './view-goals.ts'
import { viewOptions } from './view-options.ts'
import { viewOwners } from './view-owners.ts'
import { viewReportingForm } from './view-reporting-form.ts'

const access = { permission: 'followup.read' }
const YearQuery = Type.Object({ year: Type.Optional(Type.String({ pattern: '^[0-9]{4}$' })) })
const yearOf = (query: { year?: string | undefined }): number | null =>
  query.year === undefined ? null : Number(query.year)

/** The routes that read the register. */
export const readRoutes = (app: FastifyInstance, context: AppContext): void => {
  route(app, context, {
    method: 'GET',
    url: '/api/commitments',
    access,
    summary: 'The register’s list: filtered, sorted, a page at a time',
    schema: { querystring: ListQuery, response: ListAnswer },
    handle: (tx, { query }) => viewCommitments(tx, query),
  })
  route(app, context, {
    method: 'GET',
    url: '/api/commitments/options',
    access,
    summary: 'Years, goals, units and people to filter by and to choose as owners',
    schema: { response: Options },
    handle: (tx) => viewOptions(tx),
  })
  route(app, context, {
    method: 'GET',
    url: '/api/commitments/:id',
    access,
    summary: 'All about one commitment',
    schema: { params: IdParams, response: Detail },
    handle: (tx, { params }) => viewCommitment(tx, params.id),
  })
  route(app, context, {
    method: 'GET',
    url: '/api/commitments/:id/history',
    access,
    summary: 'Who changed what on a commitment and what hangs on it, newest first',
    schema: { params: IdParams, response: HistoryAnswer },
    handle: (tx, { params }) => viewCommitmentHistory(tx, params.id),
  })
  route(app, context, {
    method: 'GET',
    url: '/api/commitments/:id/export',
    access,
    summary: 'Notes, deadlines, deliveries and history of one commitment, as a spreadsheet',
    schema: { params: IdParams, file: excelMediaType },
    handle: async (tx, { params }, reply) => {
      const { name, bytes } = await exportDetail(tx, params.id)
      asDownload(reply, `${name}.xlsx`, excelMediaType)
      return bytes
    },
  })
  route(app, context, {
    method: 'GET',
    url: '/api/deliveries/:id/document',
    access,
    summary: 'The document of a delivery',
    schema: { params: IdParams, file: 'application/octet-stream' },
    handle: async (tx, { params, raw }, reply) => sendFile(context, raw, reply, await viewDocument(tx, params.id)),
  })
  route(app, context, {
    method: 'GET',
    url: '/api/goals',
    access,
    summary: 'Goals, of a year or of all, with how what belongs to them stands',
    schema: { querystring: YearQuery, response: GoalsAnswer },
    handle: (tx, { query }) => viewGoals(tx, yearOf(query)),
  })
  route(app, context, {
    method: 'GET',
    url: '/api/goals/:id',
    access,
    summary: 'A goal with its parameters, requirements and assignments',
    schema: { params: IdParams, response: GoalAnswer },
    handle: (tx, { params }) => viewGoal(tx, params.id),
  })
  route(app, context, {
    method: 'GET',
    url: '/api/owners',
    access,
    summary: 'Units and people with how what they own stands',
    schema: { querystring: YearQuery, response: OwnersAnswer },
    handle: (tx, { query }) => viewOwners(tx, yearOf(query)),
  })
  route(app, context, {
    method: 'GET',
    url: '/api/reporting-form',
    access,
    summary: 'The reporting form: requirements with their activities',
    schema: { querystring: FormQuery, response: FormAnswer },
    handle: (tx, { query }) => viewReportingForm(tx, query),
  })
  route(app, context, {
    method: 'GET',
    url: '/api/reporting-form/export',
    access,
    summary: 'The reporting form as a spreadsheet in the actor’s language',
    schema: { querystring: FormQuery, file: excelMediaType },
    handle: async (tx, { query }, reply) => {
      asDownload(reply, `${registerTexts[tx.actor.locale].nav.form} ${query.year}.xlsx`, excelMediaType)
      return exportForm(tx, query)
    },
  })
}
