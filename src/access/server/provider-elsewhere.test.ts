import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessModule } from '../module.ts'
import { demoKeys } from './demo-keys.ts'
import type { ProviderUser } from './demo-provider.ts'
import { invitationLink } from './invitation.ts'
import { addPerson } from './manage-people.ts'
import { mountDemoProviders } from './mount-demo-providers.ts'
import { freePort, startTestServer, type TestServer } from './testing-browser.ts'

/**
 * The application against an OpenID provider at an address of its own, found by discovery as Ansattporten is: what the
 * provider says is proven and checked, whoever the provider logs in.
 */
const bodo = '310033510'
const somebody = (subject: string, more: Partial<ProviderUser> = {}): ProviderUser => ({
  subject,
  name: `Person ${subject}`,
  pid: `0187600${String(subject.length).padStart(4, '0')}`,
  acr: 'idporten-loa-high',
  represents: [],
  what: '',
  ...more,
})
const berit = '18917105215'
const users = [
  somebody('weak', { acr: 'idporten-loa-low', name: 'Berit Nilsen', pid: berit, represents: [bodo] }),
  somebody('enough', { acr: 'idporten-loa-substantial', name: 'Berit Nilsen', pid: berit, represents: [bodo] }),
  somebody('without-representation', { name: 'Berit Nilsen', pid: berit }),
  somebody('represents-another', { name: 'Berit Nilsen', pid: berit, represents: ['310044687'] }),
  somebody('represents-nonsense', { name: 'Berit Nilsen', pid: berit, represents: ['123456789'] }),
  somebody('stranger', { represents: [bodo] }),
  somebody('invited', { represents: [bodo] }),
  somebody('invited-elsewhere', { represents: ['310044687'] }),
  somebody('the-receiver', { represents: [bodo] }),
  somebody('synnove-in-bodo', { pid: '23829603020', represents: [bodo, '310044687'] }),
]

let server: TestServer
let elsewhere: FastifyInstance
const folder = mkdtempSync(join(tmpdir(), 'fotfeste-provider-'))

beforeAll(async () => {
  const [port, providerPort] = [await freePort(), await freePort()]
  const issuerHome = `http://localhost:${providerPort}`
  elsewhere = Fastify()
  const config = { baseUrl: issuerHome, dataFolder: folder, providers: { employee: null, citizen: null } }
  await mountDemoProviders(elsewhere, config, { employee: users, citizen: [] }, { home: `http://localhost:${port}` })
  await elsewhere.listen({ port: providerPort, host: '127.0.0.1' })
  server = await startTestServer(
    [accessModule],
    {
      FOTFESTE_EMPLOYEE_ISSUER: `${issuerHome}/demo-idp/employee`,
      FOTFESTE_EMPLOYEE_CLIENT_ID: 'fotfeste',
      FOTFESTE_EMPLOYEE_CLIENT_SECRET: (await demoKeys(folder)).clientSecret,
      FOTFESTE_EMPLOYEE_RESOURCE: 'urn:altinn:resource:fotfeste',
    },
    port,
  )
})
afterAll(async () => {
  await server?.stop()
  await elsewhere?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Chooses a person on the provider's page; `query` goes to our own begin of the login. */
const login = async (subject: string, query = '') => {
  const browser = server.browser()
  const { address } = await browser.follow(`/api/login/employee${query}`)
  const chosen = await browser.ask(address.href, { method: 'POST', body: new URLSearchParams({ user: subject }) })
  const end = await browser.follow(
    new URL(chosen.headers.get('location') ?? '', address).href,
    (next) => next.origin === server.baseUrl && !next.pathname.startsWith('/api/'),
  )
  return { browser, end: end.address, session: await browser.session() }
}

describe('what the provider says', () => {
  it('is refused at too low a level, whoever it is', async () => {
    const { end, session } = await login('weak')
    expect(end.searchParams.get('problem')).toBe('login-too-weak')
    expect(session.person).toBeNull()
  })

  it('is believed when it is proven, and the person found by the national number', async () => {
    const { session } = await login('enough')
    expect(session).toMatchObject({ role: 'administrator', organisation: { name: 'Bodø kommune' } })
  })

  it.each([['without-representation'], ['represents-another'], ['represents-nonsense']])(
    '%s: the same person, but the role cannot be used',
    async (subject) => {
      const { browser, session } = await login(subject)
      expect(session.person).not.toBeNull()
      expect(session).toMatchObject({ role: null, permissions: [], memberships: [] })
      expect((await browser.ask('/api/access/members')).status).toBe(403)
    },
  )

  it('an organisation in the claims gives no role by itself', async () => {
    const { browser, session } = await login('stranger')
    expect(session).toMatchObject({ role: null, person: { name: 'Person stranger' } })
    expect(await (await browser.ask('/api/session/access-givers')).json()).toEqual({
      givers: [{ organisation: 'Bodø kommune', administrator: 'Berit Nilsen' }],
    })
    const again = await login('stranger')
    expect(again.session.person?.id).toBe(session.person?.id)
  })

  it('a user that the outside provider is not asked for cannot be requested', async () => {
    const { address } = await server.browser().follow('/api/login/employee?user=enough')
    expect(address.pathname).toMatch(/\/login\//)
  })
})

describe('someone who waits, and someone invited', () => {
  const invitationOf = async (email: string): Promise<string> => {
    const [row] = await server.database.owner<{ account: string; params: Record<string, string>; link: string }[]>`
      select n.account, n.params, n.link from platform.notification n join access.account a on a.id = n.account
      where a.email = ${email} and n.code = 'access.invited'`
    if (row === undefined) throw new Error('nobody was notified')
    const link = invitationLink(row, {
      secret: 'a secret for tests that is long enough',
      earlierSecrets: [],
    })
    // What the database holds opens nothing: the token stands in the e-mail alone.
    expect(JSON.stringify(row)).not.toContain(link.slice(-43))
    return link.replace('/api/login/employee', '')
  }
  const invite = async (email: string, role = 'refugee-service') => {
    const { browser, session } = await login('enough')
    return browser.write('POST', '/api/access/invitations', {
      name: 'Nils Invitert',
      email,
      organisationId: session.organisation?.id,
      role,
    })
  }

  it('who waits is seen by the own administrator, and gets a role', async () => {
    const { browser: waiting } = await login('stranger')
    const { browser, session } = await login('enough')
    const seen = (await (await browser.ask('/api/access/administration')).json()) as {
      waiting: { accountId: string; name: string }[]
    }
    const person = seen.waiting.find((one) => one.name === 'Person stranger')
    const given = await browser.write('POST', '/api/access/members', {
      accountId: person?.accountId,
      organisationId: session.organisation?.id,
      role: 'refugee-service',
    })
    expect(given.status).toBe(200)
    await waiting.session()
    expect((await login('stranger')).session.role).toBe('refugee-service')
  })

  it('the link makes the login the account that was invited, once', async () => {
    expect((await invite('nils@example.no')).status).toBe(200)
    const query = await invitationOf('nils@example.no')
    const { session } = await login('invited', query)
    expect(session).toMatchObject({ role: 'refugee-service', organisation: { name: 'Bodø kommune' } })
    const second = await login('invited-elsewhere', query)
    expect(second.session.person?.id).not.toBe(session.person?.id)
    expect(second.session.role).toBeNull()
  })

  it('the link alone does not let someone who represents another organisation use the role', async () => {
    expect((await invite('stolen@example.no')).status).toBe(200)
    const { session } = await login('invited-elsewhere', await invitationOf('stolen@example.no'))
    expect(session).toMatchObject({ role: null, permissions: [] })
  })

  it('someone with an account keeps it, and gets the role there', async () => {
    expect((await invite('synnove2@example.no')).status).toBe(200)
    const { session } = await login('synnove-in-bodo', await invitationOf('synnove2@example.no'))
    expect(session.memberships.map((choice) => choice.organisationName).sort()).toEqual([
      'Bodø kommune',
      'Kinn kommune',
    ])
  })

  it('the link gives its own sender nothing, and still waits for its receiver', async () => {
    expect((await invite('alias@example.no', 'privacy-officer')).status).toBe(200)
    const query = await invitationOf('alias@example.no')
    const { session } = await login('enough', query)
    expect(session.memberships.map((choice) => choice.role)).toEqual(['administrator'])
    expect((await login('the-receiver', query)).session.role).toBe('privacy-officer')
  })

  it('nor does a role that oneself gave come by another’s link', async () => {
    expect((await invite('detour@example.no')).status).toBe(200)
    const query = await invitationOf('detour@example.no')
    const { browser, session } = await login('enough')
    const { owner } = server.database
    const [receiver] = await owner<{ id: string }[]>`select id from access.account where email = 'detour@example.no'`
    const given = await browser.write('POST', '/api/access/members', {
      accountId: receiver?.id,
      organisationId: session.organisation?.id,
      role: 'leader',
    })
    expect(given.status).toBe(200)
    await owner`update access.invitation set invited_by = null where account = ${receiver?.id ?? ''}`
    const taken = await login('enough', query)
    expect(taken.session.memberships.map((choice) => choice.role)).toEqual(['administrator'])
    const [line] = await owner<{ detail: object }[]>`
      select detail from platform.audit where action = 'invitation.answer' order by id desc limit 1`
    expect(line?.detail).toMatchObject({ left: 'leader: own-role, refugee-service: own-role' })
  })

  it('a role from the command line goes to the account that its receiver has', async () => {
    const { link } = await addPerson(server.database.owner, new Date(), {
      name: 'Synnøve',
      email: 'operated@example.no',
      role: 'leader',
      organisation: bodo,
      organisationName: null,
    })
    const { session } = await login('synnove-in-bodo', link.slice(link.indexOf('?')))
    expect(session.memberships.map((choice) => choice.role)).toContain('leader')
  })

  it('links for control and for power, opened at once by the same person, give one of them', async () => {
    expect((await invite('control@example.no', 'privacy-officer')).status).toBe(200)
    expect((await invite('power@example.no', 'administrator')).status).toBe(200)
    const queries = [await invitationOf('control@example.no'), await invitationOf('power@example.no')]
    await login('synnove-in-bodo')
    await Promise.all(queries.map((query) => login('synnove-in-bodo', query)))
    const { session } = await login('synnove-in-bodo')
    const [control, power] = ['privacy-officer', 'administrator'].map((role) =>
      session.memberships.some((choice) => choice.role === role),
    )
    expect(control).not.toBe(power)
  })

  it('an old link gives nothing', async () => {
    expect((await invite('late@example.no')).status).toBe(200)
    const query = await invitationOf('late@example.no')
    await server.database.owner`update access.invitation set expires_at = now() - interval '1 minute'`
    const { session } = await login('invited-elsewhere', query)
    expect(session.role).toBeNull()
  })

  it('a colleague’s address is not invited again, nor a role that does not exist there', async () => {
    expect((await invite('municipality@example.no')).status).toBe(409)
    expect((await invite('new@example.no', 'controller')).status).toBe(400)
  })
})
