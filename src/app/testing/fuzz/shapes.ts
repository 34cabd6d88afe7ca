/** As much of a JSON schema as our contracts use. */
export interface Shape {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Shape[]
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Shape
  readonly minItems?: number
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
}

/** A parameter of a path or a query. */
export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly shape: Shape
}

/** What a route takes and gives. */
export interface Operation {
  /** Method and path as the API description writes them. */
  readonly key: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly body: Shape | null
  /** Takes form data with a file instead of JSON; no shape says so. */
  readonly multipart: boolean
  /** Media types of the answer that is no problem. */
  readonly answers: readonly string[]
  /** Codes of the problems that it is said to answer. */
  readonly problems: readonly string[]
}

interface Described {
  readonly parameters?: readonly { readonly name: string; in: 'path' | 'query'; required?: boolean; schema: Shape }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Shape }>> }
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>>; $ref?: string }>>
}

/** Answers that are problems, by the name that operations refer to them by. */
type Problems = Readonly<
  Record<string, { content: { 'application/problem+json': { schema: { properties: { code: { enum: string[] } } } } } }>
>

/** The operations of an OpenAPI description. `multipart` names those that take a file. */
export const operationsOf = (description: object, multipart: readonly string[]): readonly Operation[] => {
  const { paths, components } = description as {
    paths: Record<string, Record<string, Described>>
    components: { responses: Problems }
  }
  const problemsOf = ({ responses }: Described): string[] =>
    Object.values(responses).flatMap(({ $ref }) => {
      const named = components.responses[$ref?.split('/').at(-1) ?? '']
      return named?.content['application/problem+json'].schema.properties.code.enum ?? []
    })
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]): Operation => {
      const key = `${method.toUpperCase()} ${path}`
      return {
        key,
        method: method.toUpperCase() as Operation['method'],
        path,
        parameters: (described.parameters ?? []).map(({ schema, required = false, ...rest }) => ({
          ...rest,
          required,
          shape: schema,
        })),
        body: described.requestBody?.content['application/json']?.schema ?? null,
        multipart: multipart.includes(key),
        answers: [200, 202].flatMap((status) => Object.keys(described.responses[status]?.content ?? {})),
        problems: problemsOf(described),
      }
    }),
  )
}
