import { readFile } from 'node:fs/promises'
import * as client from 'openid-client'
import { ProblemError } from '../../platform/rules/problem.ts'
import type { Config, ProviderConfig } from '../../platform/server/config.ts'
import type { LoginKind } from '../rules/session.ts'

/** A way to log in: an OpenID provider with what we ask of it. */
export interface Provider {
  readonly id: LoginKind
  /** Its name on the button. */
  readonly name: string
  /** True for the demo's own provider. */
  readonly embedded: boolean
  readonly acrValues: readonly string[]
  /** The Altinn resource whose representation is asked for, or null. */
  readonly resource: string | null
  /** The client, made from the provider's discovery document on first use. Throws `unavailable`. */
  readonly client: () => Promise<client.Configuration>
}

/** An embedded provider, spoken to inside the process. */
export interface EmbeddedProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly fetch: typeof fetch
}

const names: Readonly<Record<LoginKind, string>> = { employee: 'Ansattporten', citizen: 'ID-porten' }

/** The Altinn resource of the demo. */
export const demoResource = 'urn:altinn:resource:fotfeste'

/** The way in which our client shows who it is: a private key, a secret, or nothing but PKCE. */
const clientAuth = async (config: ProviderConfig): Promise<client.ClientAuth> => {
  if (config.clientKeyFile !== null) {
    const { importJWK } = await import('jose')
    const jwk = JSON.parse(await readFile(config.clientKeyFile, 'utf8')) as { kid?: string; alg?: string }
    const key = await importJWK(jwk, jwk.alg ?? 'RS256')
    if (key instanceof Uint8Array) throw new Error(`${config.clientKeyFile} holds no private key`)
    return client.PrivateKeyJwt(jwk.kid === undefined ? { key } : { key, kid: jwk.kid })
  }
  return config.clientSecret === null ? client.None() : client.ClientSecretBasic(config.clientSecret)
}

/** Runs `make` once; a failure is not kept, so that a provider that was down is asked again. */
const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | null = null
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null
      throw error
    })
    return made
  }
}

const unavailable = (name: string) => (): never => {
  throw new ProblemError('unavailable', { service: name })
}

/** The library trusts a token that came over TLS; we prove its signature by the provider's published keys as well. */
const provingSignatures = client.enableNonRepudiationChecks

/** Http is for a provider on the same machine only. */
const local = (issuer: URL): boolean =>
  issuer.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(issuer.hostname)

const outside = (id: LoginKind, config: ProviderConfig): Provider => ({
  id,
  name: names[id],
  embedded: false,
  acrValues: config.acrValues,
  resource: config.resource,
  client: once(async () => {
    const issuer = new URL(config.issuer)
    const auth = await clientAuth(config)
    return client
      .discovery(issuer, config.clientId, {}, auth, {
        timeout: 10,
        execute: [provingSignatures, ...(local(issuer) ? [client.allowInsecureRequests] : [])],
      })
      .catch(unavailable(names[id]))
  }),
})

const inside = (id: LoginKind, embedded: EmbeddedProvider): Provider => ({
  id,
  name: `${names[id]} (demo)`,
  embedded: true,
  acrValues: ['idporten-loa-substantial', 'idporten-loa-high'],
  resource: id === 'employee' ? demoResource : null,
  client: once(() =>
    client.discovery(
      new URL(embedded.issuer),
      embedded.clientId,
      {},
      client.ClientSecretBasic(embedded.clientSecret),
      // The provider is this process itself, whatever address the outside reaches it by.
      {
        execute: [provingSignatures, client.allowInsecureRequests],
        [client.customFetch]: embedded.fetch as client.CustomFetch,
      },
    ),
  ),
})

/** The ways to log in, in the order of the buttons: those configured, else the demo's own. */
export const providersOf = (
  config: Pick<Config, 'providers'>,
  embedded: Partial<Record<LoginKind, EmbeddedProvider>>,
): Provider[] =>
  (['employee', 'citizen'] as const).flatMap((id) => {
    const configured = config.providers[id]
    if (configured !== null) return [outside(id, configured)]
    const own = embedded[id]
    return own === undefined ? [] : [inside(id, own)]
  })
