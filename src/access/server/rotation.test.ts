import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessModule } from '../module.ts'
import { demoId } from './demo-users.ts'
import { invitationLink } from './invitation.ts'
import { secretUse } from './secret-use.ts'
import { Browser, startTestServer, type TestServer } from './testing-browser.ts'

const [first, second, third] = ['first', 'second', 'third'].map(
  (name) => `the ${name} secret which is long enough`,
) as [string, string, string]
const rotated = { secret: second, earlierSecrets: [first] }
const settings = ({ secret, earlierSecrets }: typeof rotated) => ({
  FOTFESTE_SECRET: secret,
  ...(earlierSecrets.length > 0 ? { FOTFESTE_SECRETS_EARLIER: earlierSecrets.join(',') } : {}),
})

let before: TestServer
/** Processes with other secrets on the same database; each has login providers of its own, so only the number is known. */
let after: TestServer
let without: TestServer

beforeAll(async () => {
  before = await startTestServer([accessModule], settings({ secret: first, earlierSecrets: [] }))
  after = await startTestServer([accessModule], settings(rotated), undefined, before)
  without = await startTestServer([accessModule], settings({ secret: third, earlierSecrets: [] }), undefined, before)
}, 60_000)
afterAll(async () => {
  for (const server of [without, after, before]) await server?.stop()
})

/** The browser of one process at another, with its cookies, as behind a proxy. */
const movedTo = (server: TestServer, browser: Browser): Browser => {
  const moved = server.browser()
  for (const [name, value] of browser.cookies) moved.cookies.set(name, value)
  return moved
}

const personAt = async (server: TestServer, user: string): Promise<string | undefined> => {
  const browser = server.browser()
  await browser.login(user)
  return (await browser.session()).person?.id
}

const use = () => secretUse(before.database.owner, rotated)

describe('after the secret was changed', () => {
  it('a session lives on, reads and writes, and ends at the provider too', async () => {
    const browser = before.browser()
    await browser.login('leader')
    const moved = movedTo(after, browser)
    expect((await moved.session()).person?.id).toBe(demoId('account', 'leader'))
    expect(await use()).toMatchObject({ sessions: 1 })
    const body = { locale: 'nn', theme: 'dark' }
    expect((await moved.write('PUT', '/api/session/preferences', body)).status).toBe(200)
    const left = (await (await moved.write('POST', '/api/session/logout')).json()) as { providerLogout: string }
    expect(left.providerLogout).toContain('id_token_hint=')
    expect(await use()).toMatchObject({ sessions: 0 })
    expect((await movedTo(before, browser).session()).person).toBeNull()
  })

  it('without the earlier secret a session lives too, and is ended here alone', async () => {
    const browser = before.browser()
    await browser.login('leader')
    const moved = movedTo(without, browser)
    expect((await moved.session()).person?.id).toBe(demoId('account', 'leader'))
    const left = await (await moved.write('POST', '/api/session/logout')).json()
    expect(left).toEqual({ providerLogout: null })
  })

  it('a cookie that nobody was given opens nothing', async () => {
    const browser = before.browser()
    await browser.login('leader')
    const token = browser.cookies.get('fotfeste') ?? ''
    for (const forged of [token.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')), `${token}.x`, 'A'.repeat(43)]) {
      for (const server of [before, after]) {
        const stranger = new Browser(server.baseUrl)
        stranger.cookies.set('fotfeste', forged)
        expect((await stranger.session()).person).toBeNull()
      }
    }
  })

  it('a person is recognised by the number, and by the newest secret from then on, wherever it was kept', async () => {
    const { people } = await use()
    expect(await personAt(after, 'controller')).toBe(demoId('account', 'controller'))
    expect(await use()).toMatchObject({ people: people - 1, lost: 0 })
    const keys = await before.database.owner`
      select distinct pid_key from access.identity where account = ${demoId('account', 'controller')}`
    expect(keys).toHaveLength(1)
    expect(await secretUse(before.database.owner, { secret: second, earlierSecrets: [] })).toMatchObject({
      lost: people - 1,
    })
  })

  it('nobody but the login writes a hash anew', async () => {
    const { owner, app } = before.database
    const account = demoId('account', 'refugee')
    const hash = async () =>
      (await owner<{ pid_hmac: Buffer }[]>`select pid_hmac from access.identity where account = ${account}`)[0]
        ?.pid_hmac
    const kept = await hash()
    await app`select access.renew_pid(${[kept]}::bytea[], 'forged'::bytea, 'forged')`
    expect(await hash()).toEqual(kept)
  })

  it('a hash from before keys had names counts as an earlier one, and is found', async () => {
    const account = demoId('account', 'caseworker')
    await before.database.owner`update access.identity set pid_key = null where account = ${account}`
    const { people } = await use()
    expect(await secretUse(before.database.owner, { secret: first, earlierSecrets: [] })).toMatchObject({ people: 0 })
    expect(await personAt(after, 'caseworker')).toBe(account)
    expect(await use()).toMatchObject({ people: people - 1 })
  })

  it('without the earlier secret the person is a stranger, with an account and no role', async () => {
    const person = await personAt(without, 'privacy-officer')
    expect(person).toBeDefined()
    expect(person).not.toBe(demoId('account', 'privacy-officer'))
  })
})

describe('an invitation made before', () => {
  const invite = async (email: string) => {
    const administrator = before.browser()
    await administrator.login('municipality-administrator')
    const { organisation } = await administrator.session()
    const body = { name: 'Ny Person', email, organisationId: organisation?.id, role: 'refugee-service' }
    expect((await administrator.write('POST', '/api/access/invitations', body)).status).toBe(200)
    const [row] = await before.database.owner<{ account: string; params: Record<string, string> }[]>`
      select n.account, n.params from platform.notification n join access.account a on a.id = n.account
      where a.email = ${email} and n.code = 'access.invited'`
    if (row === undefined) throw new Error('nobody was notified')
    return row
  }
  const answer = async (user: string, link: string) => {
    const browser = after.browser()
    await browser.follow(`${link}&user=${user}`, (next) => next.pathname === '/')
    return (await browser.session()).role
  }

  it('is answered by the e-mail that was sent before, and by one that is sent after', async () => {
    const waiting = await invite('ny@bodo.example')
    expect(await use()).toMatchObject({ invitations: 1 })
    expect(invitationLink(waiting, rotated)).toBe(invitationLink(waiting, { secret: first, earlierSecrets: [] }))
    const { key: _, ...unnamed } = waiting.params
    expect(invitationLink({ ...waiting, params: unnamed }, rotated)).toBe(invitationLink(waiting, rotated))
    expect(await answer('municipality-new', invitationLink(waiting, rotated))).toBe('refugee-service')
  })

  it('cannot be made by somebody who lacks the secret', async () => {
    const waiting = await invite('enda@bodo.example')
    const link = invitationLink(waiting, { secret: third, earlierSecrets: [] })
    expect(link).not.toBe(invitationLink(waiting, rotated))
  })
})
