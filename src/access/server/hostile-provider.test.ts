import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { base64url, exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessModule } from '../module.ts'
import { freePort, startTestServer, type TestServer } from './testing-browser.ts'

/**
 * The application against a provider, or somebody between it and us, that does not keep to the rules: the answer to the
 * code is a token of the test's own making. The provider says that it signs in every way there is, so that nothing is
 * refused only because it did not say so.
 */
const secret = 'the secret of our client, as long as a hash'
const clientId = 'fotfeste'
let issuer: string
let provider: Server
let server: TestServer
let nonce = ''
let asked = 0

interface Token {
  readonly header: { readonly alg: string; readonly kid?: string; readonly [more: string]: unknown }
  readonly claims: JWTPayload
}
/** Makes the token that the provider answers with. */
let make: (token: Token) => Promise<string>

type Pair = Awaited<ReturnType<typeof generateKeyPair>>
let own: Pair
let foreign: Pair

const signedBy =
  (pair: () => Pair, change: (token: Token) => Partial<Token> = () => ({})) =>
  async (token: Token): Promise<string> => {
    const { header, claims } = { ...token, ...change(token) }
    return new SignJWT(claims).setProtectedHeader(header).sign(pair().privateKey)
  }
const honest = signedBy(() => own)
/** Signed as it should be, with these claims in the place of the right ones. */
const saying = (change: (claims: JWTPayload) => JWTPayload) =>
  signedBy(
    () => own,
    ({ claims }) => ({ claims: change(claims) }),
  )
const without = (claim: string) => saying(({ [claim]: _gone, ...claims }) => claims)
const by = (pair: () => Pair, header: Record<string, unknown>) =>
  signedBy(pair, (token) => ({ header: { ...token.header, ...header } }))
const unsigned = (header: object, claims: JWTPayload): string =>
  [header, claims].map((part) => base64url.encode(JSON.stringify(part))).join('.')
const withHmac =
  (key: () => Promise<string>) =>
  async ({ header, claims }: Token): Promise<string> => {
    const text = unsigned({ ...header, alg: 'HS256' }, claims)
    return `${text}.${createHmac('sha256', await key())
      .update(text)
      .digest('base64url')}`
  }
const later = (seconds: number) => Math.floor(Date.now() / 1000) + seconds

const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}

beforeAll(async () => {
  own = await generateKeyPair('RS256', { extractable: true })
  foreign = await generateKeyPair('RS256', { extractable: true })
  issuer = `http://localhost:${await freePort()}`
  provider = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer)
    const answer = (body: object) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const pages: Record<string, () => unknown> = {
      '/.well-known/openid-configuration': () =>
        answer({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
          response_types_supported: ['code'],
          id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
        }),
      '/jwks': async () =>
        answer({ keys: [{ ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' }] }),
      '/authorize': () => {
        nonce = searchParams.get('nonce') ?? ''
        const back = new URL(searchParams.get('redirect_uri') ?? '')
        back.searchParams.set('code', 'a-code')
        back.searchParams.set('state', searchParams.get('state') ?? '')
        response.writeHead(303, { location: back.href }).end()
      },
      '/token': async () => {
        await textOf(request)
        asked += 1
        const claims = {
          iss: issuer,
          aud: clientId,
          sub: 'somebody',
          nonce,
          acr: 'idporten-loa-high',
          pid: '11838533363',
          iat: later(0),
          exp: later(120),
        }
        const idToken = await make({ header: { alg: 'RS256', kid: 'own' }, claims })
        answer({ access_token: 'x', token_type: 'bearer', expires_in: 120, id_token: idToken })
      },
    }
    void (pages[pathname] ?? (() => response.writeHead(404).end()))()
  }).listen(Number(new URL(issuer).port), '127.0.0.1')
  server = await startTestServer([accessModule], {
    FOTFESTE_CITIZEN_ISSUER: issuer,
    FOTFESTE_CITIZEN_CLIENT_ID: clientId,
    FOTFESTE_CITIZEN_CLIENT_SECRET: secret,
  })
})
afterAll(async () => {
  await server?.stop()
  provider?.closeAllConnections()
  provider?.close()
})

const logIn = async () => {
  const browser = server.browser()
  const { address } = await browser.follow(
    '/api/login/citizen',
    (next) => next.origin === server.baseUrl && !next.pathname.startsWith('/api/'),
  )
  return { end: address, session: await browser.session() }
}
const kept = async () => {
  const [row] = await server.database.owner`select (select count(*) from access.session)::int as sessions,
    (select count(*) from access.account)::int as accounts, (select count(*) from access.identity)::int as identities`
  return row
}

describe('a token that is not the provider’s own word to us, now', () => {
  it.each<[string, typeof make, string]>([
    ['without a signature', async ({ claims }) => `${unsigned({ alg: 'none' }, claims)}.`, 'provider-refused'],
    ['with an empty signature', async ({ header, claims }) => `${unsigned(header, claims)}.`, 'provider-refused'],
    ['signed with our secret', withHmac(async () => secret), 'provider-refused'],
    ['signed with the public key as a secret', withHmac(() => exportSPKI(own.publicKey)), 'provider-refused'],
    ['signed with a foreign key of the same name', by(() => foreign, {}), 'provider-refused'],
    ['signed with a foreign key without a name', by(() => foreign, { kid: undefined }), 'provider-refused'],
    ['signed with a key of an unknown name', by(() => own, { kid: 'other' }), 'provider-refused'],
    [
      'signed with the key that it brings itself',
      async (token) => by(() => foreign, { jwk: await exportJWK(foreign.publicKey), kid: undefined })(token),
      'provider-refused',
    ],
    [
      'changed after it was signed',
      async (token) => {
        const [header, , signature] = (await honest(token)).split('.')
        return [header, base64url.encode(JSON.stringify({ ...token.claims, sub: 'another' })), signature].join('.')
      },
      'provider-refused',
    ],
    ['for another login', saying((claims) => ({ ...claims, nonce: 'other' })), 'provider-refused'],
    ['for no certain login', without('nonce'), 'provider-refused'],
    ['from another provider', saying((claims) => ({ ...claims, iss: 'https://evil.example' })), 'provider-refused'],
    ['from nobody', without('iss'), 'provider-refused'],
    ['to another client', saying((claims) => ({ ...claims, aud: 'other' })), 'provider-refused'],
    [
      'to several, and meant for another',
      saying((claims) => ({ ...claims, aud: [clientId, 'other'], azp: 'other' })),
      'provider-refused',
    ],
    ['that has run out', saying((claims) => ({ ...claims, exp: later(-60) })), 'provider-refused'],
    ['that never runs out', without('exp'), 'provider-refused'],
    ['that does not count yet', saying((claims) => ({ ...claims, nbf: later(120) })), 'provider-refused'],
    ['issued in the future', saying((claims) => ({ ...claims, iat: later(120) })), 'provider-refused'],
    ['issued at no time', without('iat'), 'provider-refused'],
    ['at too low a level', saying((claims) => ({ ...claims, acr: 'idporten-loa-low' })), 'acr-too-low'],
    ['at a level that nobody knows', saying((claims) => ({ ...claims, acr: ['high'] })), 'acr-too-low'],
    ['at no level', without('acr'), 'acr-too-low'],
    ['about nobody', without('sub'), 'provider-refused'],
    ['about somebody without a name', saying((claims) => ({ ...claims, sub: ' ' })), 'no-subject'],
  ])('%s', async (_, token, reason) => {
    make = token
    const before = [await kept(), asked] as const
    const { end, session } = await logIn()
    expect([end.pathname, end.searchParams.get('reason')]).toEqual(['/login', reason])
    expect(session.person).toBeNull()
    expect([await kept(), asked]).toEqual([before[0], before[1] + 1])
  })

  it('the honest one is believed', async () => {
    make = honest
    const { end, session } = await logIn()
    expect(end.pathname).toBe('/')
    expect(session.person?.name).toBe('Ingrid Solbakken')
  })
})
