import type { FastifyInstance } from 'fastify'
import { loginAs } from '../../../access/server/testing.ts'
import type { Sql } from '../../../platform/server/database/connect.ts'
import type { HeldRole } from './matrix.ts'

type Headers = Readonly<Record<string, string>>

interface SessionSeen {
  readonly role: string | null
  readonly organisation: { readonly kind: string } | null
  readonly person: object | null
}

/** The demo's people with the sessions that they are logged in by. */
export class People {
  readonly #app: FastifyInstance
  readonly #owner: Sql
  readonly #sessions = new Map<string, Headers>()
  readonly #held = new Map<string, HeldRole | null>()
  /** Their short names, as the demo's login lists them. */
  subjects: readonly string[] = []

  constructor(app: FastifyInstance, owner: Sql) {
    this.#app = app
    this.#owner = owner
  }

  /** Finds who there is, and logs everybody in. */
  async begin(): Promise<void> {
    const answer = await this.#app.inject('/api/session')
    this.subjects = answer.json<{ demoUsers: { subject: string }[] }>().demoUsers.map(({ subject }) => subject)
    for (const subject of this.subjects) await this.look(subject)
  }

  /** Headers of the person's browser; logs in anew when the last session is known to be gone. */
  async headersOf(subject: string): Promise<Headers> {
    const session = this.#sessions.get(subject)
    if (session) return session
    const { headers } = await loginAs(this.#owner, subject)
    this.#sessions.set(subject, headers)
    return headers
  }

  /** To be called when an answer says that the person is not logged in any more. */
  forget(subject: string): void {
    this.#sessions.delete(subject)
  }

  /** The role in use when it was last looked at. */
  heldBy(subject: string): HeldRole | null {
    return this.#held.get(subject) ?? null
  }

  /** Looks at the role in use: roles are given, ended and chosen meanwhile. */
  async look(subject: string): Promise<HeldRole | null> {
    const answer = await this.#app.inject({ url: '/api/session', headers: await this.headersOf(subject) })
    const { role, organisation, person } = answer.json<SessionSeen>()
    if (person === null) this.forget(subject)
    const held = role !== null && organisation !== null ? { role, kind: organisation.kind } : null
    this.#held.set(subject, held)
    return held
  }
}
