import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import {
  DateText,
  Id,
  IdParams,
  Nullable,
  NullableId,
  NullableText,
  Version,
  VersionQuery,
  Written,
} from '../../../platform/rules/shapes.ts'
import { receiveUpload } from '../../../platform/server/files.ts'
import type { AppContext } from '../../../platform/server/module.ts'
import { route } from '../../../platform/server/route.ts'
import { Body, Light, Line, State } from '../../rules/follow-up/shapes.ts'
import { addStatus } from './add-status.ts'
import { assignOwner, assignOwners } from './assign-owner.ts'
import { attachDocument } from './attach-document.ts'
import { addDeadline, changeDeadline, removeDeadline } from './change-deadline.ts'
import { addDependency, removeDependency } from './change-dependency.ts'
import { editTexts } from './edit-texts.ts'
import { recordDelivery } from './record-delivery.ts'
import { reopenCommitment } from './reopen-commitment.ts'

const write = { access: { permission: 'followup.write' }, problems: ['not-owner'] }
const assign = { permission: 'followup.assign' }
const Owner = { unit: NullableId, person: NullableId }
const NullableLine = Nullable(Line)
const DependencyParams = Type.Object({ id: Id, dependsOn: Id })

/** The routes that change commitments and what hangs on them. */
export const writeRoutes = (app: FastifyInstance, context: AppContext): void => {
  route(app, context, {
    method: 'PUT',
    url: '/api/commitments/:id/owner',
    access: assign,
    summary: 'Gives a commitment an owner: a unit, a person, both or none',
    schema: { params: IdParams, body: Type.Object({ version: Version, ...Owner }), response: Written },
    handle: (tx, { params, body }) => assignOwner(tx, params.id, body),
  })
  route(app, context, {
    method: 'POST',
    url: '/api/commitments/owners',
    access: assign,
    summary: 'Gives several commitments the same owner and answers for each',
    schema: {
      body: Type.Object({
        items: Type.Array(Type.Object({ id: Id, version: Version }), { minItems: 1, maxItems: 500 }),
        ...Owner,
      }),
      response: Type.Object({
        results: Type.Array(
          Type.Object({
            id: Id,
            problem: NullableText,
            params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
            version: Nullable(Type.Integer()),
          }),
        ),
      }),
    },
    handle: (tx, { body }) => assignOwners(tx, body),
  })
  route(app, context, {
    method: 'POST',
    url: '/api/commitments/:id/notes',
    ...write,
    problems: ['not-owner', 'deviation-required', 'improvement-required'],
    summary: 'Adds a status note with its light; yellow and red need deviation and measures',
    schema: {
      params: IdParams,
      body: Type.Object({ version: Version, light: Light, note: Body, deviation: Body, measures: Body }),
      response: Written,
    },
    handle: (tx, { params, body }) => addStatus(tx, params.id, body),
  })
  route(app, context, {
    method: 'POST',
    url: '/api/commitments/:id/deliveries',
    ...write,
    summary: 'Records a delivery and the deadlines that it meets',
    schema: {
      params: IdParams,
      body: Type.Object({
        version: Version,
        deliveredOn: DateText,
        recipient: Line,
        note: Body,
        meets: Type.Enum(['deadline', 'all', 'none']),
        deadline: NullableId,
      }),
      response: Type.Object({ ...Written.properties, delivery: Id, state: State }),
    },
    handle: (tx, { params, body }) => recordDelivery(tx, params.id, body),
  })
  route(app, context, {
    method: 'POST',
    url: '/api/deliveries/:id/document',
    ...write,
    summary: 'Keeps a document with a delivery that has none (multipart, one file)',
    perMinute: 120,
    schema: { params: IdParams, response: Type.Object({ name: Type.String(), size: Type.Integer() }) },
    prepare: (request) => receiveUpload(context, request),
    handle: (tx, { params }, _reply, upload) => attachDocument(tx, params.id, upload),
  })
  route(app, context, {
    method: 'POST',
    url: '/api/commitments/:id/reopen',
    ...write,
    problems: ['not-owner', 'reason-required'],
    summary: 'Opens again what was done, with the reason; the deadlines named are owed anew',
    schema: {
      params: IdParams,
      body: Type.Object({ version: Version, reason: Body, deadlines: Type.Array(Id, { maxItems: 200 }) }),
      response: Written,
    },
    handle: (tx, { params, body }) => reopenCommitment(tx, params.id, body),
  })
  route(app, context, {
    method: 'POST',
    url: '/api/commitments/:id/deadlines',
    ...write,
    summary: 'Adds an internal milestone',
    schema: {
      params: IdParams,
      body: Type.Object({ version: Version, due: DateText, label: Line }),
      response: Written,
    },
    handle: (tx, { params, body }) => addDeadline(tx, params.id, body),
  })
  route(app, context, {
    method: 'PUT',
    url: '/api/deadlines/:id',
    ...write,
    summary: 'Changes an internal milestone, or records the day on which it was met',
    schema: {
      params: IdParams,
      body: Type.Object({
        version: Version,
        due: DateText,
        label: Line,
        metOn: Nullable(DateText),
      }),
      response: Written,
    },
    handle: (tx, { params, body }) => changeDeadline(tx, params.id, body),
  })
  route(app, context, {
    method: 'DELETE',
    url: '/api/deadlines/:id',
    ...write,
    summary: 'Removes an internal milestone',
    schema: { params: IdParams, querystring: VersionQuery, response: Written },
    handle: (tx, { params, query }) => removeDeadline(tx, params.id, Number(query.version)),
  })
  route(app, context, {
    method: 'PUT',
    url: '/api/commitments/:id/dependencies/:dependsOn',
    ...write,
    summary: 'Records that a commitment waits for another; circles are refused',
    schema: { params: DependencyParams, body: Type.Object({ version: Version, note: Body }), response: Written },
    handle: (tx, { params, body }) => addDependency(tx, params.id, params.dependsOn, body),
  })
  route(app, context, {
    method: 'DELETE',
    url: '/api/commitments/:id/dependencies/:dependsOn',
    ...write,
    summary: 'Removes a dependency',
    schema: { params: DependencyParams, querystring: VersionQuery, response: Written },
    handle: (tx, { params, query }) => removeDependency(tx, params.id, params.dependsOn, Number(query.version)),
  })
  route(app, context, {
    method: 'PUT',
    url: '/api/commitments/:id/texts',
    ...write,
    summary: 'Changes the texts that follow-up owns',
    schema: {
      params: IdParams,
      body: Type.Object({
        version: Version,
        lead: NullableLine,
        partners: Type.Array(Line, { maxItems: 100 }),
        financing: NullableLine,
        frequency: NullableLine,
        recurrence: NullableLine,
      }),
      response: Written,
    },
    handle: (tx, { params, body }) => editTexts(tx, params.id, body),
  })
}
