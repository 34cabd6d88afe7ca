import type { FastifyInstance, FastifyRequest, InjectOptions } from 'fastify'
import type { JWK } from 'jose'
import type { Config } from '../../platform/server/config.ts'
import type { LoginKind } from '../rules/session.ts'
import { demoKeys } from './demo-keys.ts'
import { type DemoProvider, demoClientId, makeDemoProvider, type ProviderUser } from './demo-provider.ts'
import type { EmbeddedProvider } from './providers.ts'

/** Largest form of the demo's login page, in bytes. */
const formLimit = 10_000

/** `fetch` that reaches our own server without leaving the process. */
const fetchInside =
  (app: FastifyInstance): typeof fetch =>
  async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : String(input))
    const answer = await app.inject({
      method: (init?.method ?? 'GET') as NonNullable<InjectOptions['method']>,
      url: `${address.pathname}${address.search}`,
      headers: Object.fromEntries(new Headers(init?.headers)),
      ...(init?.body ? { payload: String(init.body) } : {}),
    })
    return new Response(answer.body, { status: answer.statusCode, headers: answer.headers as Record<string, string> })
  }

/** The application's own headers do not reach a raw answer. The library adds the hash of its one script when it shows it. */
const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
}

const readForm = async (request: FastifyRequest): Promise<URLSearchParams> => {
  let text = ''
  for await (const chunk of request.raw) {
    text += String(chunk)
    if (text.length > formLimit) break
  }
  return new URLSearchParams(text)
}

/** Answers everything under a demo provider's path. */
const mount = (app: FastifyInstance, baseUrl: string, path: string, provider: DemoProvider): Promise<void> =>
  app.register(async (scope) => {
    // The library reads bodies itself.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    const outside = new URL(baseUrl)
    scope.route({
      method: ['GET', 'POST'],
      url: `${path}/*`,
      // Not part of the API's contract, and only in the demo.
      schema: { hide: true } as object,
      handler: async (request, reply) => {
        reply.hijack()
        const { raw } = request
        // However a request has come in (through a proxy, or inside the process), the provider has one address.
        raw.headers['x-forwarded-proto'] = outside.protocol.slice(0, -1)
        raw.headers['x-forwarded-host'] = outside.host
        for (const [name, value] of Object.entries(headers)) reply.raw.setHeader(name, value)
        const inner = raw.url?.slice(path.length) ?? '/'
        if (inner.startsWith('/login/')) {
          if (request.method === 'GET') await provider.showLogin(raw, reply.raw)
          else await provider.takeChoice(raw, reply.raw, await readForm(request))
          return
        }
        Object.assign(raw, { originalUrl: raw.url, url: inner })
        provider.handle(raw, reply.raw)
      },
    })
  }) as unknown as Promise<void>

/** Puts the demo's own providers under `/demo-idp/…` and tells how our client reaches them. */
export const mountDemoProviders = async (
  app: FastifyInstance,
  config: Pick<Config, 'baseUrl' | 'dataFolder' | 'providers'>,
  users: Readonly<Record<LoginKind, readonly ProviderUser[]>>,
  /**
   * In tests of a provider elsewhere: the address of the application that logs in, which otherwise is this server, and
   * its public key, when it is to show who it is by the private one.
   */
  { home = config.baseUrl, clientKey = null }: { readonly home?: string; readonly clientKey?: JWK | null } = {},
): Promise<Partial<Record<LoginKind, EmbeddedProvider>>> => {
  const keys = await demoKeys(config.dataFolder)
  const embedded: Partial<Record<LoginKind, EmbeddedProvider>> = {}
  for (const kind of ['employee', 'citizen'] as const) {
    if (config.providers[kind] !== null) continue
    const path = `/demo-idp/${kind}`
    const issuer = `${config.baseUrl}${path}`
    const provider = await makeDemoProvider({
      kind,
      issuer,
      users: users[kind],
      keys,
      callback: `${home}/api/login/callback`,
      afterLogout: `${home}/login`,
      clientKey,
    })
    await mount(app, config.baseUrl, path, provider)
    embedded[kind] = { issuer, clientId: demoClientId, clientSecret: keys.clientSecret, fetch: fetchInside(app) }
  }
  return embedded
}
