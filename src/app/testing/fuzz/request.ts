import { fileForm, formType } from './form-data.ts'
import type { Known } from './known.ts'
import type { Random } from './random.ts'
import type { Operation } from './shapes.ts'
import { type Making, validValue } from './values.ts'

/** A request before it is written out, so that parts of it can be spoilt. */
export interface Draft {
  readonly operation: Operation
  readonly parameters: Record<string, string>
  readonly query: [name: string, value: string][]
  /** Written out as JSON unless `payload` is there. */
  body: unknown
  payload?: string
  contentType?: string
  readonly headers: Record<string, string>
}

/** A request as it is sent. */
export interface WrittenRequest {
  readonly method: Operation['method']
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload?: string
}

const segmentBefore = (path: string, name: string): string =>
  path
    .split(`/{${name}}`)[0]
    ?.split('/')
    .filter((part) => !part.startsWith('{'))
    .at(-1) ?? ''

const singular = (family: string): string => family.replace(/ies$/, 'y').replace(/s$/, '')

/** Values for the path, each of what the segment before it names. */
const pathValues = (making: Making, operation: Operation): Record<string, string> => {
  const { random, known } = making
  const made: Record<string, string> = {}
  for (const { name, shape } of operation.parameters.filter((one) => one.in === 'path')) {
    const family = name === 'dependsOn' ? 'commitments' : segmentBefore(operation.path, name)
    if (name === 'kind') {
      const families = known.families().filter((one) => one !== 'own')
      const chosen = families.length > 0 ? random.pick(families) : 'letters'
      Object.assign(made, { kind: singular(chosen), id: known.id(random, chosen) })
      continue
    }
    // The record of the kind that was chosen.
    if (name in made) continue
    if (name === 'provider') made[name] = random.pick(['employee', 'citizen'])
    else if (name === 'token') made[name] = String(random.pick(['unknown', ...known.values('token')]))
    else
      made[name] =
        shape.format === 'uuid' ? known.idFor(random, family, operation.key) : String(validValue(making, shape, name))
  }
  return made
}

const withVersion = (body: unknown, id: string | undefined, known: Known): unknown => {
  const version = id === undefined ? undefined : known.version(id)
  const takes = typeof body === 'object' && body !== null && 'version' in body
  return takes && version !== undefined ? { ...body, version } : body
}

/** A request that the contract accepts; `odd` is the share of those with odd values. */
export const validDraft = (random: Random, operation: Operation, known: Known, odd = 0.2): Draft => {
  const making = { random, known, edges: random.chance(odd) ? 0.4 : 0 }
  const parameters = pathValues(making, operation)
  const query = operation.parameters
    .filter((one) => one.in === 'query' && (one.required || random.chance(0.3)))
    .map(({ name, shape }): [string, string] => {
      const version = name === 'version' ? known.version(parameters.id ?? '') : undefined
      return [name, String(version ?? validValue(making, shape, name))]
    })
  const body = operation.body === null ? undefined : validValue(making, operation.body, 'body')
  const draft: Draft = { operation, parameters, query, body: withVersion(body, parameters.id, known), headers: {} }
  if (!operation.multipart) return draft
  return {
    ...draft,
    payload: fileForm(`brev ${random.between(1, 1e9)}.txt`, `Et notat, nummer ${random.between(1, 1e9)}.\n`),
    contentType: formType,
  }
}

/** As in an address, half a surrogate pair too, which no browser would write. */
const encoded = (text: string): string =>
  [...text].map((sign) => (/^[\ud800-\udfff]$/.test(sign) ? '%ED%A0%80' : encodeURIComponent(sign))).join('')

/** The request written out. */
export const written = (draft: Draft): WrittenRequest => {
  const { operation, parameters, query, body, payload, contentType, headers } = draft
  const path = operation.path.replace(/\{(\w+)\}/g, (_all, name: string) => encoded(parameters[name] ?? ''))
  const asked = query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')
  const sent = payload ?? (body === undefined ? undefined : JSON.stringify(body))
  return {
    method: operation.method,
    url: asked === '' ? path : `${path}?${asked}`,
    headers: {
      ...(sent === undefined ? {} : { 'content-type': contentType ?? 'application/json' }),
      ...headers,
    },
    ...(sent === undefined ? {} : { payload: sent }),
  }
}
