import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { accessModule } from '../module.ts'
import { mountDemoProviders } from './mount-demo-providers.ts'
import { freePort, startTestServer } from './testing-browser.ts'

/**
 * The application shows who it is by a private key (private_key_jwt), as ID-porten and Ansattporten demand: against a
 * provider that accepts nothing else and proves the signature with the public key that is registered there.
 */
const folder = mkdtempSync(join(tmpdir(), 'fotfeste-key-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const person = {
  subject: 'somebody',
  name: 'Kari Nordmann',
  pid: '01876000001',
  acr: 'idporten-loa-high',
  represents: [],
  what: '',
}

const makeKey = async (kid: string, alg: 'RS256' | 'ES256'): Promise<{ open: JWK; file: string }> => {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  const file = join(folder, `${kid}.jwk`)
  writeFileSync(file, JSON.stringify({ ...(await exportJWK(privateKey)), kid, alg }), { mode: 0o600 })
  return { open: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' }, file }
}

/** Logs in at a provider that knows `open`, by an application with `env`; gives where the browser ended and who it is. */
const logIn = async (open: JWK, env: Record<string, string>) => {
  const [port, providerPort] = [await freePort(), await freePort()]
  const issuerHome = `http://localhost:${providerPort}`
  const elsewhere = Fastify({ forceCloseConnections: true })
  onTestFinished(() => elsewhere.close())
  const assertions: Record<string, unknown>[] = []
  elsewhere.addHook('onRequest', async (request) => {
    if (!request.url.endsWith('/token')) return
    // Looks at what is sent without taking it from the provider.
    request.raw.prependListener('data', (chunk: Buffer) => {
      const form = new URLSearchParams(chunk.toString())
      const [, claims = ''] = (form.get('client_assertion') ?? '').split('.')
      if (claims !== '') assertions.push(JSON.parse(Buffer.from(claims, 'base64url').toString()))
      expect(form.has('client_secret')).toBe(false)
    })
    request.raw.pause()
  })
  await mountDemoProviders(
    elsewhere,
    { baseUrl: issuerHome, dataFolder: folder, providers: { employee: null, citizen: null } },
    { employee: [], citizen: [person] },
    { home: `http://localhost:${port}`, clientKey: open },
  )
  await elsewhere.listen({ port: providerPort, host: '127.0.0.1' })
  const issuer = `${issuerHome}/demo-idp/citizen`
  const server = await startTestServer(
    [accessModule],
    { FOTFESTE_CITIZEN_ISSUER: issuer, FOTFESTE_CITIZEN_CLIENT_ID: 'fotfeste', ...env },
    port,
  )
  onTestFinished(() => server.stop())
  const browser = server.browser()
  const { address } = await browser.follow('/api/login/citizen')
  const chosen = await browser.ask(address.href, {
    method: 'POST',
    body: new URLSearchParams({ user: person.subject }),
  })
  const end = await browser.follow(
    new URL(chosen.headers.get('location') ?? '', address).href,
    (next) => next.origin === server.baseUrl && !next.pathname.startsWith('/api/'),
  )
  return { end: end.address, session: await browser.session(), assertions, issuer }
}

describe('login with a private key', () => {
  it.each(['RS256', 'ES256'] as const)('%s: the provider proves the signature and lets the person in', async (alg) => {
    const { open, file } = await makeKey(`right-${alg}`, alg)
    const { session, end, assertions, issuer } = await logIn(open, { FOTFESTE_CITIZEN_CLIENT_KEY_FILE: file })
    expect(end.searchParams.get('problem')).toBeNull()
    expect(session.person?.name).toBe(person.name)
    expect(assertions).toEqual([
      expect.objectContaining({ iss: 'fotfeste', sub: 'fotfeste', aud: issuer, jti: expect.stringMatching(/.{16}/) }),
    ])
    const [{ iat = 0, exp = 0 } = {}] = assertions as { iat?: number; exp?: number }[]
    // ID-porten refuses an assertion that is good for more than two minutes.
    expect(exp - iat).toBeLessThanOrEqual(120)
  })

  it('another key under the registered name is refused', async () => {
    const { open } = await makeKey('registered', 'RS256')
    const { file } = await makeKey('stolen', 'RS256')
    const { session, end } = await logIn({ ...open, kid: 'stolen' }, { FOTFESTE_CITIZEN_CLIENT_KEY_FILE: file })
    expect(end.searchParams.get('problem')).toBe('login-failed')
    expect(session.person).toBeNull()
  })

  it('a secret does not do where a key is demanded', async () => {
    const { open } = await makeKey('demanded', 'RS256')
    const { session, end } = await logIn(open, { FOTFESTE_CITIZEN_CLIENT_SECRET: 'a secret that somebody guessed' })
    expect(end.searchParams.get('problem')).toBe('login-failed')
    expect(session.person).toBeNull()
  })
})
