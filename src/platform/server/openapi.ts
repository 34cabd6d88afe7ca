import type { ProblemKind } from '../rules/problem.ts'
import type { DeclaredRoute } from './app.ts'

/** What any route may answer, whatever was asked: limits, the database, and faults of ours. */
const always = ['too-many-requests', 'unavailable', 'busy', 'storage-full', 'unexpected']

/** RFC 9457, as `sendProblem` writes it. */
const problemSchema = {
  type: 'object',
  required: ['type', 'status', 'code', 'params'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    params: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
  },
}

const answerOf = (codes: readonly string[]) => ({
  description: codes.join(', '),
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem', properties: { code: { enum: codes } } },
    },
  },
})

type Operation = { readonly responses?: object }

/** As much of an OpenAPI description as is touched here. */
export interface Description {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components?: { readonly schemas?: object; readonly responses?: object }
}

const keyOf = (method: string, path: string): string => `${method.toUpperCase()} ${path.replace(/:(\w+)/g, '{$1}')}`

/** Maps the operations of a description; those that become null are left out. */
const mapOperations = (
  description: Description,
  map: (key: string, operation: Operation) => Operation | null,
): NonNullable<Description['paths']> =>
  Object.fromEntries(
    Object.entries(description.paths ?? {})
      .map(([path, methods]) => {
        const kept = Object.entries(methods).flatMap(([method, operation]) => {
          const mapped = map(keyOf(method, path), operation)
          return mapped === null ? [] : [[method, mapped] as const]
        })
        return [path, Object.fromEntries(kept)] as const
      })
      .filter(([, methods]) => Object.keys(methods).length > 0),
  )

/** Adds to each operation the problems that its route declares, by status. */
export const withProblems = (
  description: Description,
  routes: readonly DeclaredRoute[],
  kinds: Readonly<Record<string, ProblemKind>>,
): Description => {
  const responses: Record<string, object> = { always: answerOf(always) }
  const byKey = new Map(routes.map((route) => [keyOf(route.method, route.url), route]))
  const paths = mapOperations(description, (key, operation) => {
    const problems = byKey.get(key)?.problems ?? []
    const answers: Record<string, object> = { default: { $ref: '#/components/responses/always' } }
    for (const status of new Set(problems.map((code) => kinds[code]?.status))) {
      const codes = problems.filter((code) => kinds[code]?.status === status)
      const name = codes.join('.')
      responses[name] = answerOf(codes)
      answers[String(status)] = { $ref: `#/components/responses/${name}` }
    }
    return { ...operation, responses: { ...operation.responses, ...answers } }
  })
  const schemas = { ...description.components?.schemas, Problem: problemSchema }
  return { ...description, components: { ...description.components, schemas, responses }, paths }
}

/** The part of a description that a module gives. */
export const descriptionOf = (
  module: string,
  description: Description,
  routes: readonly DeclaredRoute[],
): Description => {
  const ours = new Set(routes.filter((route) => route.module === module).map(({ method, url }) => keyOf(method, url)))
  const paths = mapOperations(description, (key, operation) => (ours.has(key) ? operation : null))
  const text = JSON.stringify(paths)
  const used = Object.entries(description.components?.responses ?? {}).filter(([name]) =>
    text.includes(`"#/components/responses/${name}"`),
  )
  return { ...description, components: { ...description.components, responses: Object.fromEntries(used) }, paths }
}
