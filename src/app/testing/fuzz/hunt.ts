import { Known } from './known.ts'
import { type Draft, type WrittenRequest, written } from './request.ts'
import { type Answer, faultsOf } from './verdict.ts'
import type { World } from './world.ts'

/** Who asks: a person of the demo by the short name, or nobody. */
export type Who = string | null

/** Sends requests, looks at every answer, learns from it and keeps count. */
export class Hunt {
  readonly world: World
  readonly known = new Known()
  readonly #knownBy = new Map<Who, Known>()
  /** How many requests were sent. */
  sent = 0
  /** Answers by status. */
  readonly statuses = new Map<number, number>()
  /** Routes that have answered what they are for. */
  readonly reached = new Set<string>()
  /** What was wrong, each with the request that it takes to see it again. */
  readonly faults: string[] = []

  constructor(world: World) {
    this.world = world
  }

  /** What one person's own answers said: what that person can do something with. */
  knownBy(who: Who): Known {
    const known = this.#knownBy.get(who) ?? new Known()
    this.#knownBy.set(who, known)
    return known
  }

  /** Sends a request as somebody, and looks at the answer. */
  async send(who: Who, draft: Draft): Promise<Answer> {
    const { app, people } = this.world
    const request = written(draft)
    const headers = { ...(who === null ? {} : await people.headersOf(who)), ...request.headers }
    this.sent += 1
    const response = await app.inject({
      method: request.method,
      url: request.url,
      headers,
      ...(request.payload === undefined ? {} : { payload: request.payload }),
      // The limits of requests a minute are not what is tried here: everybody comes from an address of their own.
      remoteAddress: `10.0.${this.sent >> 8}.${this.sent & 255}`,
    })
    const answer: Answer = { status: response.statusCode, headers: response.headers, text: response.payload }
    this.statuses.set(answer.status, (this.statuses.get(answer.status) ?? 0) + 1)
    const faults = [...faultsOf(draft.operation, answer), ...(await this.#faultsOfAccess(who, draft, answer))]
    if (faults.length > 0) this.#report(who, request, answer, faults)
    if (answer.status === 401 && who !== null) people.forget(who)
    this.#learn(who, draft, answer)
    return answer
  }

  /** The share of the answers that did what was asked. */
  share(): number {
    const good = [...this.statuses].filter(([status]) => status < 300).reduce((sum, [, count]) => sum + count, 0)
    return good / this.sent
  }

  #learn(who: Who, { operation, parameters }: Draft, { status, headers, text }: Answer): void {
    const location = String(headers.location ?? '')
    if (status < 300 || (status === 303 && !location.startsWith('/login?problem='))) this.reached.add(operation.key)
    const { id } = parameters
    if (status === 409 && id !== undefined && text.includes('not-allowed-in-state')) {
      for (const known of [this.known, this.knownBy(who)]) known.refuse(operation.key, id)
    }
    if (status !== 200 || !String(headers['content-type']).startsWith('application/json')) return
    for (const known of [this.known, this.knownBy(who)]) known.learn(JSON.parse(text), operation.path, id)
  }

  async #faultsOfAccess(who: Who, { operation: { key, method }, headers }: Draft, { status }: Answer) {
    const { matrix, people } = this.world
    if (status >= 300) return []
    if (matrix.isOpen(key)) return []
    if (who === null) return ['an answer to nobody']
    const forged = headers['x-csrf-token'] ?? headers.origin ?? headers['sec-fetch-site']
    if (method !== 'GET' && forged !== undefined) return ['a write from another site was done']
    if (matrix.mayUse(key, people.heldBy(who)) || matrix.mayUse(key, await people.look(who))) return []
    return [`an answer to ${who}, whose role may not`]
  }

  #report(who: Who, request: WrittenRequest, answer: Answer, faults: readonly string[]): void {
    this.faults.push(
      [
        `${faults.join('; ')}: ${request.method} ${request.url.slice(0, 2_000)} as ${who ?? 'nobody'}`,
        `  headers ${JSON.stringify(request.headers).slice(0, 500)}`,
        `  body ${JSON.stringify(request.payload ?? null).slice(0, 3_000)}`,
        `  answer ${answer.status} ${answer.text.slice(0, 300)}`,
        `  log ${this.world.errors().slice(0, 3_000)}`,
      ].join('\n'),
    )
  }
}
