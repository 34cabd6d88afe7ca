import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { IdParams, Written } from '../../../platform/rules/shapes.ts'
import { excelMediaType } from '../../../platform/server/documents/excel.ts'
import type { AppContext } from '../../../platform/server/module.ts'
import { route } from '../../../platform/server/route.ts'
import { MeasurabilityAnswer, MeasureDecision } from '../../rules/measurability/shapes.ts'
import { decideMeasure } from './decide-measure.ts'
import { exportMeasurability } from './export-measurability.ts'
import { viewMeasurability } from './view-measurability.ts'

const querystring = Type.Object({ year: Type.Optional(Type.Integer({ minimum: 1900, maximum: 2200 })) })

/** The routes of whether the steering parameters can be measured. */
export const measurabilityRoutes = (app: FastifyInstance, context: AppContext): void => {
  route(app, context, {
    method: 'GET',
    url: '/api/measurability',
    access: { permission: 'followup.read' },
    summary: 'How each steering parameter of a year is measured, flagged ones first; without a year the latest',
    schema: { querystring, response: MeasurabilityAnswer },
    handle: (tx, { query }) => viewMeasurability(tx, query.year),
  })

  route(app, context, {
    method: 'GET',
    url: '/api/measurability/excel',
    access: { permission: 'followup.read' },
    summary: 'The same as an Excel workbook',
    schema: { querystring, file: excelMediaType },
    handle: async (tx, { query }, reply) => {
      const view = await viewMeasurability(tx, query.year)
      reply.header('content-disposition', `attachment; filename="fotfeste-maalbarhet-${view.year}.xlsx"`)
      return exportMeasurability(view, tx.actor.locale)
    },
  })

  route(app, context, {
    method: 'PUT',
    url: '/api/measurability/:id',
    access: { permission: 'measurability.write' },
    problems: ['reason-required'],
    summary: 'Decides how a steering parameter is measured, or that it cannot be',
    schema: { params: IdParams, body: MeasureDecision, response: Written },
    handle: async (tx, { params, body }) => ({ version: await decideMeasure(tx, params.id, body) }),
  })
}
