import { afterAll, beforeAll, expect, it } from 'vitest'
import { inTransaction, systemActor } from '../../platform/server/transaction.ts'
import { accessModule } from '../module.ts'
import { startTestServer, type TestServer } from './testing-browser.ts'
import { tidySessionsTask } from './tidy-sessions.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer([accessModule])
})
afterAll(() => server?.stop())

const tidy = () =>
  tidySessionsTask({}, {
    inTransaction: (work: Parameters<typeof inTransaction>[3]) =>
      inTransaction({ app: server.database.app }, systemActor('test'), server.now(), work),
  } as never)

it('the hourly job ends what is over, forgets its token, and removes logins never finished', async () => {
  const { owner } = server.database
  const browser = server.browser()
  await browser.login('controller')
  await server.browser().follow('/api/login/employee') // left at the provider's page
  await tidy()
  const left = async () =>
    (
      await owner`select (select count(*)::int from access.session where ended_at is null) as sessions,
        (select count(*)::int from access.session where id_token is not null) as tokens,
        (select count(*)::int from access.login_state) as logins`
    )[0]
  expect(await left()).toEqual({ sessions: 1, tokens: 1, logins: 1 })
  server.wait(31 * 60_000)
  await tidy()
  expect(await left()).toEqual({ sessions: 0, tokens: 0, logins: 0 })
})

it('one address that begins logins without end is told to wait', async () => {
  const browser = server.browser()
  const statuses: number[] = []
  for (let n = 0; n < 70; n += 1) statuses.push((await browser.ask('/api/login/employee')).status)
  expect(statuses.slice(0, 50).every((status) => status === 303)).toBe(true)
  const last = await browser.ask('/api/login/employee')
  expect(last.status).toBe(429)
  expect(await last.json()).toMatchObject({ code: 'too-many-requests' })
  expect((await browser.ask('/api/session')).status).toBe(200)
})
