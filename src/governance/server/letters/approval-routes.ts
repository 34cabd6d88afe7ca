import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { ProblemError } from '../../../platform/rules/problem.ts'
import { DateText, Id, IdParams, Nullable, Version } from '../../../platform/rules/shapes.ts'
import { excelMediaType } from '../../../platform/server/documents/excel.ts'
import { asDownload } from '../../../platform/server/files.ts'
import type { AppContext } from '../../../platform/server/module.ts'
import { route } from '../../../platform/server/route.ts'
import { ApprovalView, Chain, Difference, LateDecisions, OpenCommitments } from '../../rules/approval-shapes.ts'
import { Done, Reason } from '../../rules/letter-shapes.ts'
import { approveLetter } from './approve-letter.ts'
import { exportDifference } from './export-difference.ts'
import { viewApproval } from './view-approval.ts'
import { viewChain } from './view-chain.ts'
import { viewDifference } from './view-difference.ts'
import { viewOpenCommitments } from './view-open-commitments.ts'
import { viewYearDifference } from './view-year-difference.ts'

const read = { permission: 'letter.read' } as const
/** Routes of approval, and of what approved letters say together: chain, open from earlier years, difference. */
export const approvalRoutes = (app: FastifyInstance, context: AppContext): void => {
  const Year = Type.Integer({ minimum: 1990, maximum: 2200 })
  const Years = Type.Object({
    before: Year,
    after: Year,
    beforeDate: Type.Optional(DateText),
    afterDate: Type.Optional(DateText),
  })
  const With = Type.Object({ with: Id })

  route(app, context, {
    method: 'GET',
    url: '/api/letters/:id/approval',
    access: { permission: 'letter.approve' },
    problems: ['not-allowed-in-state'],
    summary: 'What approving the letter would do to the register now',
    schema: { params: IdParams, response: ApprovalView },
    handle: (tx, { params }) => viewApproval(tx, params.id),
  })

  route(app, context, {
    method: 'POST',
    url: '/api/letters/:id/approve',
    access: { permission: 'letter.approve' },
    problems: ['letter-not-checked', 'deadlines-passed'],
    summary: 'Approves a checked letter: it becomes the register; a reason is needed when something is left to check',
    schema: {
      params: IdParams,
      body: Type.Object({ version: Version, reason: Nullable(Reason), late: LateDecisions }),
      response: Done,
    },
    handle: (tx, { params, body }) => approveLetter(tx, params.id, body.version, body.reason, body.late),
  })

  route(app, context, {
    method: 'GET',
    url: '/api/letters/:id/difference',
    access: read,
    problems: ['other-agency'],
    summary: 'What is new, gone and changed since another letter',
    schema: { params: IdParams, querystring: With, response: Difference },
    handle: (tx, { params, query }) => viewDifference(tx, params.id, query.with),
  })

  route(app, context, {
    method: 'GET',
    url: '/api/letters/:id/difference.xlsx',
    access: read,
    problems: ['other-agency'],
    summary: 'The difference as an Excel workbook, in the language of the session',
    schema: { params: IdParams, querystring: With, file: excelMediaType },
    handle: async (tx, { params, query }, reply) => {
      const found = await viewDifference(tx, params.id, query.with)
      asDownload(reply, `${found.after.title} – ${found.before.title}.xlsx`, excelMediaType)
      return exportDifference(tx.actor.locale, found)
    },
  })

  route(app, context, {
    method: 'GET',
    url: '/api/letters/years/difference',
    access: read,
    summary: 'What is new, gone and changed from one year to another, supplements applied, each as it stood on a day',
    schema: { querystring: Years, response: Difference },
    handle: (tx, { query }) => viewYearDifference(tx, query),
  })

  route(app, context, {
    method: 'GET',
    url: '/api/letters/years/difference.xlsx',
    access: read,
    problems: ['not-found'],
    summary: 'The difference between years as an Excel workbook, in the language of the session',
    schema: { querystring: Years, file: excelMediaType },
    handle: async (tx, { query }, reply) => {
      const found = await viewYearDifference(tx, query)
      if (found.sections.length === 0) throw new ProblemError('not-found', { kind: 'letter' })
      asDownload(reply, `${found.after.title} – ${found.before.title}.xlsx`, excelMediaType)
      return exportDifference(tx.actor.locale, found)
    },
  })

  route(app, context, {
    method: 'GET',
    url: '/api/commitments/:id/chain',
    access: read,
    summary: 'The life of a commitment across letters, oldest first',
    schema: { params: IdParams, response: Chain },
    handle: (tx, { params }) => viewChain(tx, params.id),
  })

  route(app, context, {
    method: 'GET',
    url: '/api/commitments/open-from-earlier',
    access: read,
    summary: 'What earlier years’ letters gave that is still open',
    schema: { querystring: Type.Object({ year: Type.Integer({ minimum: 1990 }) }), response: OpenCommitments },
    handle: (tx, { query }) => viewOpenCommitments(tx, query.year),
  })
}
