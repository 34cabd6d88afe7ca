import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { joinPermissions } from '../../platform/rules/permission.ts'
import { buildApp } from '../../platform/server/app.ts'
import { readConfig } from '../../platform/server/config.ts'
import type { AppContext, Module } from '../../platform/server/module.ts'
import { type TestDatabase, testDatabase } from '../../platform/server/testing/database.ts'
import { loadDemoAccess } from './load-demo-access.ts'
import { sessionActor } from './session-actor.ts'

/** A browser as far as logins need one: keeps cookies by name, follows redirects one at a time. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly #home: string
  constructor(home: string) {
    this.#home = home
  }

  /** One request, redirects not followed. */
  async ask(address: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(new URL(address, this.#home), {
      redirect: 'manual',
      ...init,
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(init.headers as Record<string, string> | undefined),
      },
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...marks] = line.split('; ')
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      const gone = value === '' || marks.some((mark) => /^(max-age=0|expires=thu, 01 jan 1970)/i.test(mark))
      if (gone) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return response
  }

  /** Follows redirects until there is a page, or an address that `stop` accepts; gives the last address too. */
  async follow(
    address: string,
    stop: (next: URL) => boolean = () => false,
  ): Promise<{ response: Response; address: URL }> {
    let here = new URL(address, this.#home)
    for (let steps = 0; steps < 20; steps += 1) {
      const response = await this.ask(here.href)
      const next = response.headers.get('location')
      if (next === null) return { response, address: here }
      here = new URL(next, here)
      if (stop(here)) return { response, address: here }
    }
    throw new Error('the redirects have no end')
  }

  /** The session as the web sees it. */
  async session(): Promise<{
    person: { id: string; name: string } | null
    role: string | null
    permissions: string[]
    csrfToken: string | null
    memberships: { id: string; role: string; organisationName: string }[]
    organisation: { id: string; name: string; kind: string } | null
    demoUsers: unknown[]
    providers: { id: string }[]
    locale: string
  }> {
    return (await this.ask('/api/session')).json() as never
  }

  /** Logs in as a demo user through the provider. */
  async login(user: string, provider: 'employee' | 'citizen' = 'employee'): Promise<URL> {
    return (
      await this.follow(`/api/login/${provider}?user=${user}`, (next) => !/^\/(api|demo-idp)\//.test(next.pathname))
    ).address
  }

  /** A write with the token that our pages show. */
  async write(method: 'POST' | 'PUT', address: string, body: unknown = {}): Promise<Response> {
    const { csrfToken } = await this.session()
    return this.ask(address, {
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'x-csrf-token': csrfToken ?? '' },
    })
  }
}

/** A port that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })

/** A whole server on a port of its own, with a database of its own and the demo's people. */
export interface TestServer {
  readonly app: FastifyInstance
  readonly database: TestDatabase
  readonly baseUrl: string
  readonly browser: () => Browser
  /** The server's clock. */
  readonly now: () => Date
  /** Moves the server's clock; milliseconds. */
  readonly wait: (milliseconds: number) => void
  stop(): Promise<void>
}

/**
 * Starts it. `env` adds settings. `beside`: a second process on the database of the first, whose people it finds as they
 * are; stop it first.
 */
export const startTestServer = async (
  modules: readonly Module[],
  env: Readonly<Record<string, string>> = {},
  port?: number,
  beside?: TestServer,
): Promise<TestServer> => {
  const database = beside?.database ?? (await testDatabase())
  port ??= await freePort()
  const dataFolder = mkdtempSync(join(tmpdir(), 'fotfeste-access-'))
  const config = readConfig({
    FOTFESTE_DEMO: 'yes',
    FOTFESTE_DATA: dataFolder,
    FOTFESTE_SECRET: 'a secret for tests that is long enough',
    FOTFESTE_PORT: String(port),
    ...env,
  })
  let ahead = 0
  const base = {
    config,
    databases: { app: database.app },
    clock: () => new Date(Date.now() + ahead),
    permissions: joinPermissions(modules),
  }
  const context: AppContext = { ...base, actorOf: sessionActor(base) }
  if (beside === undefined) await loadDemoAccess(database.owner, config)
  const { app } = await buildApp(context, modules, { version: 'test', webFolder: null })
  await app.listen({ port, host: '127.0.0.1' })
  return {
    app,
    database,
    baseUrl: config.baseUrl,
    browser: () => new Browser(`http://127.0.0.1:${port}`),
    now: base.clock,
    wait: (milliseconds) => {
      ahead += milliseconds
    },
    stop: async () => {
      await app.close()
      if (beside === undefined) await database.drop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
