import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '../../platform/rules/shapes.ts'
import { accessModule } from '../module.ts'
import { demoId } from './demo-users.ts'
import { loginAs } from './testing.ts'
import { type Browser, startTestServer, type TestServer } from './testing-browser.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer([accessModule])
})
afterAll(() => server?.stop())

const loggedIn = async (user = 'controller'): Promise<Browser> => {
  const browser = server.browser()
  await browser.login(user)
  return browser
}
const isIn = async (browser: Browser): Promise<boolean> => (await browser.session()).person !== null
const minutes = (n: number) => server.wait(n * 60_000)

describe('how long a session lasts', () => {
  it('ends after thirty minutes without use', async () => {
    const browser = await loggedIn()
    minutes(29)
    expect(await isIn(browser)).toBe(true)
    minutes(29)
    expect(await isIn(browser)).toBe(true)
    minutes(31)
    expect(await isIn(browser)).toBe(false)
    expect((await browser.ask('/api/session/own')).status).toBe(401)
  })

  it('ends after ten hours, however busy', async () => {
    const browser = await loggedIn()
    // The time of use is committed beside the answer, so the next request may see the one before: three steps are no pause.
    for (let used = 0; used < 599; used += 9) {
      expect(await isIn(browser)).toBe(true)
      minutes(9)
    }
    expect(await isIn(browser)).toBe(false)
  })

  it('stores the time of use at most once a minute', async () => {
    const browser = await loggedIn()
    const seen = async () =>
      (await server.database.owner<{ at: Instant }[]>`select max(last_seen_at) as at from access.session`)[0]?.at
    const first = await seen()
    await browser.session()
    expect(await seen()).toBe(first)
    minutes(1)
    await browser.session()
    // A read's answer does not wait for its commit.
    await expect.poll(async () => Date.parse((await seen()) ?? '')).toBeGreaterThan(Date.parse(first ?? ''))
  })

  it('a made-up cookie opens nothing', async () => {
    const browser = server.browser()
    for (const value of ['x'.repeat(43), '', "' or 1=1 --", 'x'.repeat(5000)]) {
      browser.cookies.set('fotfeste', value)
      expect(await isIn(browser)).toBe(false)
    }
  })
})

describe('logging out', () => {
  it('ends the session here, forgets the identity token, and at the provider too', async () => {
    const browser = await loggedIn()
    const cookie = browser.cookies.get('fotfeste') ?? ''
    const { providerLogout } = (await (await browser.write('POST', '/api/session/logout')).json()) as {
      providerLogout: string
    }
    expect(browser.cookies.has('fotfeste')).toBe(false)
    browser.cookies.set('fotfeste', cookie)
    expect(await isIn(browser)).toBe(false)
    const [kept] = await server.database.owner`
      select count(*)::int as n from access.session where ended_at is not null and id_token is not null`
    expect(kept?.n).toBe(0)

    const page = await (await browser.ask(providerLogout)).text()
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const action = /id="op.logoutForm" method="post" action="([^"]+)"/.exec(page)?.[1] ?? ''
    const out = await browser.ask(action, { method: 'POST', body: new URLSearchParams({ xsrf, logout: 'yes' }) })
    expect(out.headers.get('location')).toBe(`${server.baseUrl}/login`)
    const again = await browser.follow('/api/login/employee')
    expect(again.address.pathname).toMatch(/^\/demo-idp\/employee\/login\//)
  })

  it('everywhere', async () => {
    const [desk, phone, other] = [await loggedIn(), await loggedIn(), await loggedIn('leader')]
    await desk.write('POST', '/api/session/logout-everywhere')
    expect([await isIn(desk), await isIn(phone), await isIn(other)]).toEqual([false, false, true])
  })

  it('one of one’s own, never somebody else’s', async () => {
    const [desk, phone, other] = [await loggedIn('ministry'), await loggedIn('ministry'), await loggedIn('leader')]
    const own = (browser: Browser) =>
      browser.ask('/api/session/own').then((answer) => answer.json()) as Promise<{
        sessions: { id: string; current: boolean }[]
      }>
    const elsewhere = (await own(desk)).sessions.find((session) => !session.current)?.id ?? ''
    expect((await other.write('POST', `/api/session/own/${elsewhere}/end`)).status).toBe(404)
    expect(await isIn(phone)).toBe(true)
    expect((await desk.write('POST', `/api/session/own/${elsewhere}/end`)).status).toBe(200)
    expect([await isIn(desk), await isIn(phone)]).toEqual([true, false])
    await loggedIn('ministry')
    expect((await own(desk)).sessions).toHaveLength(2)
    minutes(29)
    await own(desk)
    minutes(2)
    expect((await own(desk)).sessions).toHaveLength(1)
  })
})

describe('what the server remembers of a session', () => {
  const people = async (browser: Browser): Promise<number> => (await browser.ask('/api/people')).status
  const setEnded = (user: string, at: Date | null) =>
    server.database.owner`update access.membership set ended_at = ${at} where id = ${demoId('membership', user)}`

  it('opens nothing once the session is ended elsewhere', async () => {
    const [desk, phone] = [await loggedIn(), await loggedIn()]
    expect([await people(phone), await people(phone)]).toEqual([200, 200])
    await desk.write('POST', '/api/session/logout-everywhere')
    expect([await people(phone), await people(phone)]).toEqual([401, 401])
  })

  it('opens nothing once another process has ended the session', async () => {
    const browser = await loggedIn()
    expect(await people(browser)).toBe(200)
    await server.database.owner`update access.session set ended_at = ${server.now()} where ended_at is null`
    expect(await people(browser)).toBe(401)
  })

  it('neither keeps a role that is taken away nor hides one that is given', async () => {
    const browser = await loggedIn('leader')
    expect([await people(browser), await people(browser)]).toEqual([200, 200])
    await setEnded('leader', server.now())
    expect([await people(browser), await people(browser)]).toEqual([403, 403])
    await setEnded('leader', null)
    expect([await people(browser), await people(browser)]).toEqual([200, 200])
  })

  it('is confirmed even when more is asked at once than there are connections', async () => {
    const browser = await loggedIn()
    expect(await people(browser)).toBe(200)
    expect(new Set(await Promise.all(Array.from({ length: 100 }, () => people(browser))))).toEqual(new Set([200]))
  })

  it('is given up when the session has been without use for too long', async () => {
    const browser = await loggedIn()
    expect(await people(browser)).toBe(200)
    minutes(31)
    expect(await people(browser)).toBe(401)
  })
})

describe('writes that our own page did not send', () => {
  const put = (browser: Browser, address: string, headers: Record<string, string>) =>
    browser.ask(address, {
      method: 'PUT',
      body: JSON.stringify({ theme: 'dark', content: {} }),
      headers: { 'content-type': 'application/json', ...headers },
    })

  it.each(['/api/session/preferences', '/api/drafts/own.note'])(
    'to %s are refused without the token, with another’s, and from another origin',
    async (address) => {
      const [browser, other] = [await loggedIn(), await loggedIn('leader')]
      const own = (await browser.session()).csrfToken ?? ''
      const others = (await other.session()).csrfToken ?? ''
      const code = async (headers: Record<string, string>) => {
        const answer = await put(browser, address, headers)
        return answer.status === 200 ? 'done' : ((await answer.json()) as { code: string }).code
      }
      expect(await code({})).toBe('csrf-failed')
      expect(await code({ 'x-csrf-token': others })).toBe('csrf-failed')
      expect(await code({ 'x-csrf-token': own, origin: 'https://evil.example' })).toBe('csrf-failed')
      expect(await code({ 'x-csrf-token': own, 'sec-fetch-site': 'cross-site' })).toBe('csrf-failed')
      expect(await code({ 'x-csrf-token': own, origin: server.baseUrl, 'sec-fetch-site': 'same-origin' })).toBe('done')
    },
  )
})

describe('language, theme and role', () => {
  it('keeps preferences with the person', async () => {
    const browser = await loggedIn('caseworker')
    await browser.write('PUT', '/api/session/preferences', { locale: 'nn', theme: 'dark' })
    expect(await (await loggedIn('caseworker')).session()).toMatchObject({ locale: 'nn', theme: 'dark' })
    expect((await browser.write('PUT', '/api/session/preferences', { locale: 'sv' })).status).toBe(400)
  })

  it('changes role to another of one’s own and to no other', async () => {
    const { owner } = server.database
    const [second] = await owner<{ id: string }[]>`
      insert into access.membership (account, organisation, role, valid_from)
      values (${demoId('account', 'unit-leader')}, ${demoId('organisation', 'grants')}, 'caseworker', '2020-01-01')
      returning id`
    const [elsewhere] = await owner<{ id: string }[]>`
      insert into access.membership (account, organisation, role, valid_from)
      values (${demoId('account', 'unit-leader')}, ${demoId('organisation', 'bodo')}, 'administrator', '2020-01-01')
      returning id`
    const browser = await loggedIn('unit-leader')
    const session = await browser.session()
    // The role in Bodø is real, but this login does not represent Bodø.
    expect(session.memberships.map((choice) => choice.role).sort()).toEqual(['caseworker', 'leader'])
    const choose = async (id = '') =>
      (await browser.write('PUT', '/api/session/membership', { membershipId: id })).status
    expect(await choose(elsewhere?.id)).toBe(404)
    expect(await choose(demoId('membership', 'administrator'))).toBe(404)
    expect(await choose(second?.id)).toBe(200)
    expect(await browser.session()).toMatchObject({ role: 'caseworker', organisation: { name: 'Tilskuddsavdelingen' } })
    expect((await (await loggedIn('unit-leader')).session()).role).toBe('caseworker')
  })

  it('a role that ends is gone at the next request', async () => {
    const browser = await loggedIn('caseworker-grants')
    expect((await browser.session()).role).toBe('caseworker')
    await server.database.owner`update access.membership set ended_at = now()
      where id = ${demoId('membership', 'caseworker-grants')}`
    expect(await browser.session()).toMatchObject({ role: null, permissions: [] })
    expect((await browser.ask('/api/people')).status).toBe(403)
  })

  it('a role that is not yet or no longer in force gives nothing', async () => {
    const membership = demoId('membership', 'county-governor')
    await server.database.owner`update access.membership set valid_to = '2021-01-01' where id = ${membership}`
    const { headers } = await loginAs(server.database.owner, 'county-governor', server.now())
    const answer = await server.app.inject({ url: '/api/session', headers })
    expect(answer.json()).toMatchObject({ role: null, permissions: [], person: { name: 'Pål Kristoffersen' } })
  })
})
