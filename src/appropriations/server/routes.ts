import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { excelMediaType } from '../../platform/server/documents/excel.ts'
import type { AppContext } from '../../platform/server/module.ts'
import { route } from '../../platform/server/route.ts'
import { YearMoneyAnswer } from '../rules/shapes.ts'
import { moneyWorkbook } from './excel.ts'
import { viewYear } from './views.ts'

const querystring = Type.Object({ year: Type.Optional(Type.Integer({ minimum: 1814, maximum: 2200 })) })

/** The routes of the money that letters give. */
export const appropriationsRoutes = (app: FastifyInstance, context: AppContext): void => {
  route(app, context, {
    method: 'GET',
    url: '/api/appropriations',
    access: { permission: 'money.read' },
    summary: 'The money that a year’s letters give, per chapter and item; without a year the latest',
    schema: { querystring, response: YearMoneyAnswer },
    handle: (tx, { query }) => viewYear(tx, query.year),
  })

  route(app, context, {
    method: 'GET',
    url: '/api/appropriations/excel',
    access: { permission: 'money.read' },
    summary: 'The same as an Excel workbook',
    schema: { querystring, file: excelMediaType },
    handle: async (tx, { query }, reply) => {
      const money = await viewYear(tx, query.year)
      reply.header('content-disposition', `attachment; filename="fotfeste-penger-${money.year}.xlsx"`)
      return moneyWorkbook(money, tx.actor.locale)
    },
  })
}
