import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { Id, IdParams, Nullable, Version } from '../../../platform/rules/shapes.ts'
import type { AppContext } from '../../../platform/server/module.ts'
import { route } from '../../../platform/server/route.ts'
import { Done, Kind, Reason } from '../../rules/letter-shapes.ts'
import { acceptFinding, acceptFindings, correctFinding, rejectFinding, reopenFinding } from './check-finding.ts'
import { handleDoubt } from './check-letter.ts'
import { addFinding, mergeFindings, splitFinding } from './reshape-findings.ts'

const check = { permission: 'letter.check' } as const
const Seen = Type.Array(Type.Object({ id: Id, version: Version }), {
  minItems: 1,
  maxItems: 2_000,
})
const Offset = Type.Optional(Nullable(Type.Integer({ minimum: 0 })))
const Made = Type.Object({ kind: Kind, content: Type.Unknown(), start: Offset, end: Offset })
const Ids = Type.Object({ ids: Type.Array(Type.String()) })

/** Routes by which people check what was found. Each write carries the version that the person saw. */
export const findingRoutes = (app: FastifyInstance, context: AppContext): void => {
  route(app, context, {
    method: 'POST',
    url: '/api/findings/:id/accept',
    access: check,
    summary: 'Takes a finding as it stands',
    schema: { params: IdParams, body: Type.Object({ version: Version }), response: Done },
    handle: (tx, { params, body }) => acceptFinding(tx, params.id, body.version),
  })

  route(app, context, {
    method: 'POST',
    url: '/api/letters/:id/accept',
    access: check,
    summary: 'Takes many confident findings without doubts at once',
    schema: {
      params: IdParams,
      body: Type.Object({ findings: Seen }),
      response: Type.Object({ accepted: Type.Integer() }),
    },
    handle: (tx, { params, body }) => acceptFindings(tx, params.id, body.findings),
  })

  route(app, context, {
    method: 'POST',
    url: '/api/findings/:id/reject',
    access: check,
    summary: 'Leaves a finding out of the register, with a reason',
    schema: { params: IdParams, body: Type.Object({ version: Version, reason: Reason }), response: Done },
    handle: (tx, { params, body }) => rejectFinding(tx, params.id, body.version, body.reason),
  })

  route(app, context, {
    method: 'POST',
    url: '/api/findings/:id/reopen',
    access: check,
    summary: 'Opens a finding again',
    schema: { params: IdParams, body: Type.Object({ version: Version }), response: Done },
    handle: (tx, { params, body }) => reopenFinding(tx, params.id, body.version),
  })

  route(app, context, {
    method: 'PUT',
    url: '/api/findings/:id',
    access: check,
    summary: 'Corrects a finding; the content follows the contract of its kind',
    schema: {
      params: IdParams,
      body: Type.Object({ version: Version, kind: Kind, content: Type.Unknown() }),
      response: Done,
    },
    handle: (tx, { params, body }) => correctFinding(tx, params.id, body.version, body.kind, body.content),
  })

  route(app, context, {
    method: 'POST',
    url: '/api/findings/:id/split',
    access: check,
    summary: 'Makes several findings of one',
    schema: {
      params: IdParams,
      body: Type.Object({ version: Version, parts: Type.Array(Made, { minItems: 2, maxItems: 50 }) }),
      response: Ids,
    },
    handle: (tx, { params, body }) => splitFinding(tx, params.id, body.version, body.parts),
  })

  route(app, context, {
    method: 'POST',
    url: '/api/letters/:id/merge',
    access: check,
    summary: 'Makes one finding of several',
    schema: {
      params: IdParams,
      body: Type.Object({
        findings: Type.Array(Type.Object({ id: Id, version: Version }), {
          minItems: 2,
          maxItems: 50,
        }),
        into: Made,
      }),
      response: Ids,
    },
    handle: (tx, { params, body }) => mergeFindings(tx, params.id, body.findings, body.into),
  })

  route(app, context, {
    method: 'POST',
    url: '/api/letters/:id/findings',
    access: check,
    summary: 'Adds what the reader did not see, from a selected passage',
    schema: { params: IdParams, body: Made, response: Ids },
    handle: (tx, { params, body }) => addFinding(tx, params.id, body),
  })

  route(app, context, {
    method: 'POST',
    url: '/api/doubts/:id/handle',
    access: check,
    summary: 'Settles a doubt with a note; note null opens it again',
    schema: { params: IdParams, body: Type.Object({ version: Version, note: Nullable(Reason) }), response: Done },
    handle: (tx, { params, body }) => handleDoubt(tx, params.id, body.version, body.note),
  })
}
