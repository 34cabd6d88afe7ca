import { problemOf, RequestProblem } from './problem.ts'

let csrfToken: string | null = null

/** Gives the session's token to every later request that changes something. */
export const setCsrfToken = (token: string | null): void => {
  csrfToken = token
}

/** Headers that every change must carry; an upload with progress asks for them itself. */
export const writeHeaders = (): Readonly<Record<string, string>> =>
  csrfToken === null ? {} : { 'x-csrf-token': csrfToken }

/** What stands after `?` in an address; undefined and empty are left out. */
export type Query = Readonly<Record<string, string | number | undefined>>

/** An address with its query. */
export const address = (path: string, query: Query = {}): string => {
  const set = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)] as [string, string]],
  )
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set)}`
}

const respond = async (path: string, init: RequestInit): Promise<Response> => {
  const response = await fetch(path, init).catch(() => {
    throw new RequestProblem('unavailable', 0, { service: 'Fotfeste' })
  })
  if (!response.ok) throw problemOf(response.status, await response.json().catch(() => null))
  return response
}

const request = async <T>(path: string, init: RequestInit): Promise<T> =>
  (await (await respond(path, init)).json()) as T

const writing = (method: string, body: object): RequestInit => ({
  method,
  headers: { ...writeHeaders(), 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

/**
 * Reads from the API. The answer's type is the contract in the module's `rules`, which the server validates and
 * serialises by: one shape for both sides. Throws {@link RequestProblem}.
 */
export const ask = <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
  request<T>(address(path, query), signal ? { signal } : {})

/**
 * Changes something through the API, with the session's token; `keepalive` when the page may be gone before the answer.
 * Throws {@link RequestProblem}.
 */
export const send = <T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body: object = {},
  { keepalive = false }: { readonly keepalive?: boolean } = {},
): Promise<T> => request<T>(path, { ...writing(method, body), keepalive })

/** A file as the server names it. */
export interface SentFile {
  readonly name: string
  readonly file: Blob
}

/** Asks for a file that may take its time: the file, or what is answered while it is being made. Throws {@link RequestProblem}. */
export const sendForFile = async <T>(path: string, body: object): Promise<SentFile | T> => {
  const response = await respond(path, writing('POST', body))
  if (response.status === 202) return (await response.json()) as T
  const [, name = ''] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? []
  return { name: decodeURIComponent(name), file: await response.blob() }
}
