import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessModule } from '../module.ts'
import { demoId } from './demo-users.ts'
import { type Browser, startTestServer, type TestServer } from './testing-browser.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer([accessModule])
})
afterAll(() => server?.stop())

/** Everything up to the callback: the address that the provider sends the browser back to. */
const comeBack = async (browser: Browser, user = 'controller', query = ''): Promise<URL> =>
  (
    await browser.follow(
      `/api/login/employee?user=${user}${query}`,
      (next) => next.pathname === '/api/login/callback' && next.searchParams.has('state'),
    )
  ).address

const finish = async (browser: Browser, address: URL): Promise<URL> =>
  new URL((await browser.ask(address.href)).headers.get('location') ?? '', address)

const count = async (table: 'account' | 'session' | 'login_state'): Promise<number> => {
  const [row] = await server.database.owner<{ n: number }[]>`
    select count(*)::int as n from ${server.database.owner.identifier(`access.${table}`)}`
  return row?.n ?? -1
}

describe('logging in through the provider', () => {
  it('gives nobody anything', async () => {
    const session = await server.browser().session()
    expect(session).toMatchObject({ person: null, role: null, permissions: [], csrfToken: null })
    expect(session.providers.map((provider) => provider.id)).toEqual(['employee', 'citizen'])
    expect(session.demoUsers.length).toBeGreaterThan(12)
  })

  it.each([
    ['controller', 'employee', 'controller', 'people.read'],
    ['municipality', 'employee', 'refugee-service', 'people.read'],
    ['privacy-officer', 'employee', 'privacy-officer', 'access.log.search-all'],
    ['interpreter', 'citizen', 'interpreter', 'search.use'],
    ['refugee', 'citizen', 'public-person', 'notification.own'],
  ] as const)('%s, as %s', async (user, provider, role, permission) => {
    const browser = server.browser()
    expect((await browser.login(user, provider)).href).toBe(`${server.baseUrl}/`)
    const session = await browser.session()
    expect(session.role).toBe(role)
    expect(session.permissions).toContain(permission)
    expect(session.person?.id).toBe(demoId('account', user))
  })

  it('shows a page of people to choose from, which runs no scripts', async () => {
    const browser = server.browser()
    const { response, address } = await browser.follow('/api/login/employee?returnTo=/letters')
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
    const page = await response.text()
    expect(page).toContain('Ingrid Solbakken')
    expect(page).not.toContain('<script')
    expect(page).not.toContain('Selam Tesfay') // citizens log in elsewhere
    const chosen = await browser.ask(address.href, { method: 'POST', body: new URLSearchParams({ user: 'leader' }) })
    const end = await browser.follow(chosen.headers.get('location') ?? '', (next) => next.pathname === '/letters')
    expect(end.address.href).toBe(`${server.baseUrl}/letters`)
    expect((await browser.session()).role).toBe('leader')
  })

  it('comes back without a session when the person cancels', async () => {
    const browser = server.browser()
    const { address } = await browser.follow('/api/login/employee')
    const left = await browser.ask(address.href, { method: 'POST', body: new URLSearchParams({ cancel: 'yes' }) })
    const end = await browser.follow(left.headers.get('location') ?? '', (next) => next.pathname === '/login')
    expect(end.address.searchParams.get('problem')).toBe('login-cancelled')
    expect((await browser.session()).person).toBeNull()
  })

  it('keeps the token out of reach of scripts and of the database', async () => {
    const browser = server.browser()
    const answer = await browser.ask((await comeBack(browser)).href)
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('fotfeste='))
    expect(cookie).toMatch(/; HttpOnly/)
    expect(cookie).toMatch(/; SameSite=Lax/)
    const token = browser.cookies.get('fotfeste') ?? ''
    const rows = await server.database.owner<{ all: string }[]>`select s::text as all from access.session s`
    expect(rows.some((row) => row.all.includes(token))).toBe(false)
    const [identity] = await server.database.owner<{ all: string }[]>`
      select string_agg(i::text, ' ') as all from access.identity i`
    expect(identity?.all).not.toContain('11838533363')
  })

  it('gives a new session at every login and ends the one before', async () => {
    const browser = server.browser()
    await browser.login('controller')
    const before = browser.cookies.get('fotfeste') ?? ''
    await browser.login('leader')
    expect(browser.cookies.get('fotfeste')).not.toBe(before)
    const old = server.browser()
    old.cookies.set('fotfeste', before)
    expect((await old.session()).person).toBeNull()
  })
})

describe('a login that was tampered with', () => {
  const refused = async (
    change: (address: URL, browser: Browser) => Promise<unknown> | unknown,
    expected: string,
  ): Promise<void> => {
    const browser = server.browser()
    const sessions = await count('session')
    const address = await comeBack(browser)
    await change(address, browser)
    const end = await finish(browser, address)
    expect([end.pathname, end.searchParams.get('reason')]).toEqual(['/login', expected])
    expect(await count('session')).toBe(sessions)
    expect((await browser.session()).person).toBeNull()
  }
  const { owner } = { owner: () => server.database.owner }

  it('another state', () => refused((address) => address.searchParams.set('state', 'x'.repeat(43)), 'unknown-login'))
  it('no state', () => refused((address) => address.searchParams.delete('state'), 'unknown-login'))
  it('another browser', () => refused((_, browser) => browser.cookies.delete('fotfeste-login'), 'unknown-login'))
  it('another code', () => refused((address) => address.searchParams.set('code', 'forged'), 'provider-refused'))
  it('another issuer', () =>
    refused((address) => address.searchParams.set('iss', 'https://evil.example'), 'provider-refused'))
  it('another nonce', () => refused(() => owner()`update access.login_state set nonce = 'other'`, 'provider-refused'))
  it('another code verifier', () =>
    refused(() => owner()`update access.login_state set code_verifier = ${'v'.repeat(43)}`, 'provider-refused'))
  it('finished too late', () =>
    refused(() => owner()`update access.login_state set created_at = now() - interval '11 minutes'`, 'too-late'))

  it('used twice', async () => {
    const browser = server.browser()
    const address = await comeBack(browser)
    const binding = browser.cookies.get('fotfeste-login') ?? ''
    expect((await finish(browser, address)).pathname).toBe('/')
    browser.cookies.set('fotfeste-login', binding)
    expect((await finish(browser, address)).searchParams.get('reason')).toBe('unknown-login')
  })

  it.each([
    ['//evil.example', '/'],
    ['https://evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/api/session', '/'],
    ['/letters?year=2026', '/letters?year=2026'],
    ['/😀?æ=ø#å', '/%F0%9F%98%80?%C3%A6=%C3%B8#%C3%A5'],
    ['/\u0001/x', '/%01/x'],
    ['/\u0000x', '/%00x'],
    ['/%5cevil.example', '/'],
    ['/%2Fevil.example', '/'],
    ['/..//evil.example', '/'],
    ['/.%2e//evil.example', '/'],
    ['/%2e/api/session', '/'],
  ])('comes back to %s: %s', async (wanted, expected) => {
    const browser = server.browser()
    const end = await finish(browser, await comeBack(browser, 'controller', `&returnTo=${encodeURIComponent(wanted)}`))
    expect(end.href).toBe(`${server.baseUrl}${expected}`)
  })

  it('a provider that does not exist', async () => {
    expect((await server.browser().ask('/api/login/evil')).status).toBe(404)
  })
})

describe('someone without a role', () => {
  it('has an account, no permissions, and is shown who can give access', async () => {
    const browser = server.browser()
    await browser.login('municipality-new')
    const session = await browser.session()
    expect(session).toMatchObject({ role: null, permissions: [], memberships: [], person: { name: 'Nora Hauge' } })
    expect(await (await browser.ask('/api/session/access-givers')).json()).toEqual({
      givers: [{ organisation: 'Bodø kommune', administrator: 'Berit Nilsen' }],
    })
    expect((await browser.ask('/api/access/members')).status).toBe(403)
  })
})
