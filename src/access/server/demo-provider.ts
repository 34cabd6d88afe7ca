import type { IncomingMessage, ServerResponse } from 'node:http'
import type { JWK } from 'jose'
import type Provider from 'oidc-provider'
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider'
import { representationType } from '../rules/representation.ts'
import type { LoginKind } from '../rules/session.ts'
import type { DemoKeys } from './demo-keys.ts'
import { failurePage, loggedOutPage, loginPage, logoutPage, pagePolicy } from './demo-provider-page.ts'
import { demoProviderStore } from './demo-provider-store.ts'

/** A person at a demo provider, and what the provider vouches for. */
export interface ProviderUser {
  readonly subject: string
  readonly name: string
  readonly pid: string
  readonly acr: string
  /** Organisation numbers that the person may represent. */
  readonly represents: readonly string[]
  /** Role and organisation, for the login page. */
  readonly what: string
}

/** How a demo provider is made. */
export interface DemoProviderOptions {
  readonly kind: LoginKind
  readonly issuer: string
  readonly users: readonly ProviderUser[]
  readonly keys: DemoKeys
  readonly callback: string
  /** Where a browser comes back to after logout. */
  readonly afterLogout: string
  /** The client's public key. With it the client must sign with its private one (private_key_jwt); a secret is refused. */
  readonly clientKey: JWK | null
}

/** The name of our client at the demo's providers. */
export const demoClientId = 'fotfeste'

/** The library warns about Node 20, which it runs on, and about nothing else that we could change. */
const loadLibrary = async () => {
  const { console } = globalThis
  const { warn } = console
  console.warn = () => {}
  try {
    return await import('oidc-provider')
  } finally {
    console.warn = warn
  }
}

const html = (ctx: KoaContextWithOIDC, body: string): void => {
  ctx.type = 'html'
  ctx.set('content-security-policy', pagePolicy)
  ctx.body = body
}

const representation = (user: ProviderUser, details: unknown): unknown[] =>
  (Array.isArray(details) ? details : []).map((detail: { resource?: string }) => ({
    type: representationType,
    resource: detail.resource,
    resource_name: 'Fotfeste',
    authorized_parties: user.represents.map((number) => ({
      orgno: { authority: 'iso6523-actorid-upis', ID: `0192:${number}` },
      resource: detail.resource?.split(':').at(-1),
    })),
  }))

/** The library's own support for authorization details demands resource indicators, which Ansattporten has not. */
const askedDetails = (parameter: unknown): { type: string; resource?: string }[] => {
  try {
    const details: unknown = JSON.parse(String(parameter ?? '[]'))
    return Array.isArray(details) ? details.filter((detail) => detail?.type === representationType) : []
  } catch {
    return []
  }
}

/** How the client shows who it is. */
const clientProof = ({ clientKey, keys }: DemoProviderOptions) =>
  clientKey === null
    ? { client_secret: keys.clientSecret, token_endpoint_auth_method: 'client_secret_basic' as const }
    : { jwks: { keys: [clientKey as never] }, token_endpoint_auth_method: 'private_key_jwt' as const }

const configurationOf = (options: DemoProviderOptions, policy: unknown): Configuration => {
  const users = new Map(options.users.map((user) => [user.subject, user]))
  return {
    adapter: demoProviderStore(),
    clients: [
      {
        client_id: demoClientId,
        ...clientProof(options),
        redirect_uris: [options.callback],
        post_logout_redirect_uris: [options.afterLogout],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: 'RS256',
      },
    ],
    jwks: { keys: [options.keys.signing as NonNullable<Configuration['jwks']>['keys'][number]] },
    cookies: {
      keys: [options.keys.cookie],
      names: {
        session: `demo-${options.kind}`,
        interaction: `demo-${options.kind}-login`,
        resume: `demo-${options.kind}-resume`,
      },
    },
    acrValues: ['idporten-loa-low', 'idporten-loa-substantial', 'idporten-loa-high'],
    claims: { openid: ['sub', 'pid', 'authorization_details'], profile: ['name'], acr: null },
    scopes: ['openid', 'profile'],
    // ID-porten and Ansattporten put everything into the identity token.
    conformIdTokenClaims: false,
    extraParams: ['authorization_details'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    ttl: { AuthorizationCode: 60, IdToken: 300, AccessToken: 120, Interaction: 600, Session: 7200, Grant: 7200 },
    interactions: {
      policy: policy as never,
      url: (_ctx, interaction) => `${new URL(options.issuer).pathname}/login/${interaction.uid}`,
    },
    findAccount: (ctx, subject) => {
      const user = users.get(subject)
      if (user === undefined) return undefined
      return {
        accountId: subject,
        claims: () => ({
          sub: subject,
          pid: user.pid,
          name: user.name,
          ...(options.kind === 'employee'
            ? { authorization_details: representation(user, ctx.oidc.entities.Grant?.rar) as never }
            : {}),
        }),
      }
    },
    // One client, our own: nobody is asked to consent to it.
    loadExistingGrant: async (ctx) => {
      const { client, session, provider } = ctx.oidc
      if (!client || !session?.accountId) return undefined
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid profile')
      for (const detail of askedDetails(ctx.oidc.params?.authorization_details)) grant.addRar(detail)
      await grant.save()
      return grant
    },
    renderError: (ctx) => html(ctx, failurePage()),
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => html(ctx, logoutPage(form)),
        postLogoutSuccessSource: (ctx) => html(ctx, loggedOutPage()),
      },
    },
  }
}

/** One of the demo's own OpenID providers: answers raw requests whose path begins after its issuer's. */
export interface DemoProvider {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void
  /** Shows the login page, or logs in at once the user whom the login asked for. */
  readonly showLogin: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Takes the choice made on the login page. */
  readonly takeChoice: (request: IncomingMessage, response: ServerResponse, form: URLSearchParams) => Promise<void>
}

/** Makes a provider with a maintained library, so that the demo logs in by the same path as in earnest. */
export const makeDemoProvider = async (options: DemoProviderOptions): Promise<DemoProvider> => {
  const library = await loadLibrary()
  const policy = library.interactionPolicy.base()
  policy.remove('consent')
  const provider: Provider = new library.default(options.issuer, configurationOf(options, policy))
  provider.proxy = true
  const callback = provider.callback()

  /** Whoever was logged in here before is logged out first, as when the next person sits down at the machine. */
  const finish = async (request: IncomingMessage, response: ServerResponse, user: ProviderUser): Promise<void> => {
    const interaction = await provider.interactionDetails(request, response)
    const { session } = interaction
    if (session !== undefined && session.accountId !== user.subject) {
      await (await provider.Session.findByUid(session.uid))?.destroy()
      delete interaction.session
      await interaction.save(interaction.exp - Math.floor(Date.now() / 1000))
    }
    await provider.interactionFinished(request, response, { login: { accountId: user.subject, acr: user.acr } })
  }

  const fail = (response: ServerResponse): void => {
    response.writeHead(400, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': pagePolicy })
    response.end(failurePage())
  }

  return {
    handle: (request, response) => void callback(request, response),
    showLogin: async (request, response) => {
      const interaction = await provider.interactionDetails(request, response).catch(() => null)
      if (interaction === null) return fail(response)
      const hinted = options.users.find((user) => user.subject === interaction.params.login_hint)
      if (hinted !== undefined) return finish(request, response, hinted)
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': pagePolicy,
        'cache-control': 'no-store',
      })
      response.end(loginPage(`${new URL(options.issuer).pathname}/login/${interaction.uid}`, options.users))
    },
    takeChoice: async (request, response, form) => {
      const interaction = await provider.interactionDetails(request, response).catch(() => null)
      if (interaction === null) return fail(response)
      const user = options.users.find((known) => known.subject === form.get('user'))
      if (user !== undefined) return finish(request, response, user)
      return provider.interactionFinished(request, response, { error: 'access_denied' })
    },
  }
}
