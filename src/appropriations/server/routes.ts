import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { excelMediaType } from '../../platform/server/documents/excel.ts'
import type { AppContext } from '../../platform/server/module.ts'
import { route } from '../../platform/server/route.ts'
import { YearMoneyAnswer } from '../rules/shapes.ts'
import { exportMoney } from './export-money.ts'
import { viewMoney } from './view-money.ts'

const querystring = Type.Object({ year: Type.Optional(Type.Integer({ minimum: 1814, maximum: 2200 })) })

/** The routes of the money that letters give. */
export const appropriationsRoutes = (app: FastifyInstance, context: AppContext): void => {
  route(app, context, {
    method: 'GET',
    url: '/api/appropriations',
    access: { permission: 'money.read' },
    summary: 'The money that a year’s letters give, per chapter and item; without a year the latest',
    schema: { querystring, response: YearMoneyAnswer },
    handle: (tx, { query }) => viewMoney(tx, query.year),
  })

  route(app, context, {
    method: 'GET',
    url: '/api/appropriations/excel',
    access: { permission: 'money.read' },
    summary: 'The same as an Excel workbook',
    schema: { querystring, file: excelMediaType },
    handle: async (tx, { query }, reply) => {
      const money = await viewMoney(tx, query.year)
      reply.header('content-disposition', `attachment; filename="fotfeste-penger-${money.year}.xlsx"`)
      return exportMoney(money, tx.actor.locale)
    },
  })
}
