import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../../platform/server/project-root.ts'
import { fileForm, formType } from './form-data.ts'
import type { Hunt, Who } from './hunt.ts'
import type { Answer } from './verdict.ts'

/** What a recipe gives besides who asks and which route. */
interface Parts {
  readonly parameters?: Record<string, string>
  readonly query?: Record<string, string | number>
  readonly body?: unknown
  /** A file by its name and text, for the routes that take one. */
  readonly file?: readonly [name: string, text: string]
  readonly headers?: Record<string, string>
}

/** Asks a route as somebody and gives the answer's JSON; an answer that is none is a mistake of the recipe. */
export type Ask = <T = { id: string; version: number }>(who: Who, key: string, parts?: Parts) => Promise<T>

/** Sends what a recipe says through the hunt, so that it is looked at and learnt from as every other request. */
export const sendAs = (
  hunt: Hunt,
  who: Who,
  key: string,
  { parameters = {}, query = {}, body, file, headers = {} }: Parts = {},
): Promise<Answer> => {
  const operation = hunt.world.operations.find((one) => one.key === key)
  if (!operation) throw new Error(`no route ${key}`)
  return hunt.send(who, {
    operation,
    parameters,
    query: Object.entries(query).map(([name, value]) => [name, String(value)]),
    body,
    headers,
    ...(file ? { payload: fileForm(...file), contentType: formType } : {}),
  })
}

/** Asks through the hunt. */
export const askThrough =
  (hunt: Hunt): Ask =>
  async <T>(who: Who, key: string, parts: Parts = {}) => {
    const { status, text } = await sendAs(hunt, who, key, parts)
    if (status >= 400) throw new Error(`the recipe of ${key} met ${status} ${text}`)
    return (text.startsWith('{') ? JSON.parse(text) : {}) as T
  }

/** A recipe: prepares what its route needs, over HTTP like a person, and asks the route itself. */
export type Recipe = (ask: Ask, hunt: Hunt) => Promise<unknown>

/** A letter of the demo. */
export const demoText = (file: string): string =>
  readFileSync(join(projectRoot, 'src/governance/demo-letters', file), 'utf8')

/** The first that fits; a recipe that finds none is wrong. */
export const first = <T>(list: readonly T[], fits: (one: T) => boolean = () => true): T => {
  const found = list.find(fits)
  if (found === undefined) throw new Error('the recipe finds nothing to begin with')
  return found
}
