import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessModule } from './index.ts'
import { startTestServer, type TestServer } from './testing-browser.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer([accessModule])
})
afterAll(() => server?.stop())

describe('logging in through the provider', () => {
  it('gives nobody anything', async () => {
    const session = await server.browser().session()
    expect(session).toMatchObject({ person: null, role: null, permissions: [], csrfToken: null })
    expect(session.providers.map((provider) => provider.id)).toEqual(['employee', 'citizen'])
  })

  it('logs the controller in', async () => {
    const browser = server.browser()
    expect((await browser.login('controller')).href).toBe(`${server.baseUrl}/`)
    const session = await browser.session()
    expect(session).toMatchObject({ person: { name: 'Ingrid Solbakken' }, role: 'controller' })
    expect(session.permissions).toContain('letter.approve')
  })
})
