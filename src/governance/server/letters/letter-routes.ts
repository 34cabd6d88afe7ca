import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { DateText, IdParams, Nullable, NullableId, Version } from '../../../platform/rules/shapes.ts'
import { receiveUpload, sendFile } from '../../../platform/server/files.ts'
import type { AppContext } from '../../../platform/server/module.ts'
import { route } from '../../../platform/server/route.ts'
import { Done, LetterKind, LetterLine, LetterView, Reason } from '../../rules/letter-shapes.ts'
import { correctHead, discardLetter, retryLetter } from './check-letter.ts'
import { uploadLetter } from './upload-letter.ts'
import { viewLetter, viewLetterFile, viewLetterRevision, viewLetters, viewLetterText } from './view-letter.ts'

const read = { permission: 'letter.read' } as const
const check = { permission: 'letter.check' } as const
const Short = Nullable(Type.String({ maxLength: 300 }))

/** Routes that read letters in and show them. */
export const letterRoutes = (app: FastifyInstance, context: AppContext): void => {
  route(app, context, {
    method: 'GET',
    url: '/api/letters',
    access: read,
    summary: 'Letters with how far their checking has come, newest first',
    schema: { response: Type.Object({ letters: Type.Array(LetterLine) }) },
    handle: (tx) => viewLetters(tx),
  })

  route(app, context, {
    method: 'POST',
    url: '/api/letters',
    access: check,
    problems: ['letter-already-read'],
    summary: 'Hands in a letter as multipart form data (txt, pdf or docx); it is read in the background',
    schema: { response: Done },
    perMinute: 120,
    prepare: (request) => receiveUpload(context, request),
    handle: (tx, _request, _reply, upload) => uploadLetter(tx, upload),
  })

  route(app, context, {
    method: 'GET',
    url: '/api/letters/:id',
    access: read,
    summary: 'A letter with everything that was found and doubted in it',
    schema: { params: IdParams, response: LetterView },
    handle: (tx, { params }) => viewLetter(tx, params.id),
  })

  route(app, context, {
    method: 'GET',
    url: '/api/letters/:id/revision',
    access: read,
    summary: 'A short text that changes when anything of the letter changes; cheap to ask for often',
    schema: { params: IdParams, response: Type.Object({ revision: Type.String() }) },
    handle: async (tx, { params }) => ({ revision: await viewLetterRevision(tx, params.id) }),
  })

  route(app, context, {
    method: 'GET',
    url: '/api/letters/:id/text',
    access: read,
    summary: 'The text that was read; places of findings count characters in it',
    schema: { params: IdParams, response: Type.Object({ text: Type.String() }) },
    handle: (tx, { params }) => viewLetterText(tx, params.id),
  })

  route(app, context, {
    method: 'GET',
    url: '/api/letters/:id/file',
    access: read,
    summary: 'The original file, byte for byte',
    schema: { params: IdParams, file: 'application/octet-stream' },
    handle: async (tx, { params, raw }, reply) => sendFile(context, raw, reply, await viewLetterFile(tx, params.id)),
  })

  route(app, context, {
    method: 'PUT',
    url: '/api/letters/:id/head',
    access: check,
    summary: 'Corrects what is said at the top of a letter that is being checked',
    schema: {
      params: IdParams,
      body: Type.Object({
        version: Version,
        kind: LetterKind,
        title: Type.String({ minLength: 1, maxLength: 300 }),
        agency: Short,
        ministry: Short,
        reference: Short,
        date: Nullable(DateText),
        year: Nullable(Type.Integer({ minimum: 1990, maximum: 2100 })),
        supplements: NullableId,
      }),
      response: Done,
    },
    handle: (tx, { params, body: { version, ...head } }) => correctHead(tx, params.id, version, head),
  })

  route(app, context, {
    method: 'POST',
    url: '/api/letters/:id/retry',
    access: check,
    problems: ['letter-already-read'],
    summary: 'Reads a failed letter once more; with a kind, as that kind',
    schema: { params: IdParams, body: Type.Object({ version: Version, kind: Nullable(LetterKind) }), response: Done },
    handle: (tx, { params, body }) => retryLetter(tx, params.id, body.version, body.kind),
  })

  route(app, context, {
    method: 'POST',
    url: '/api/letters/:id/discard',
    access: check,
    summary: 'Puts away a letter that is not approved, with a reason',
    schema: { params: IdParams, body: Type.Object({ version: Version, reason: Reason }), response: Done },
    handle: (tx, { params, body }) => discardLetter(tx, params.id, body.version, body.reason),
  })
}
