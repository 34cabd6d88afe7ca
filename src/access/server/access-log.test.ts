import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { osloDate } from '../../platform/rules/plain-date.ts'
import { referenceModule } from '../../reference/module.ts'
import { accessModule } from '../module.ts'
import { demoId } from './demo-users.ts'
import { loginAs } from './testing.ts'
import { startTestServer, type TestServer } from './testing-browser.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer([referenceModule, accessModule])
})
afterAll(() => server?.stop())

const ask = async (who: string, url: string) => {
  const { headers } = await loginAs(server.database.owner, who)
  const answer = await server.app.inject({ url, headers })
  return { status: answer.statusCode, body: answer.json() }
}
const account = (subject: string) => demoId('account', subject)
const place = (key: string) => demoId('organisation', key)

describe('the access log', () => {
  it('shows a person who has viewed them, and a privacy officer what the own people have viewed', async () => {
    for (const who of ['municipality-administrator', 'administrator']) await ask(who, '/api/access/members')
    const own = await ask('municipality', '/api/access/log/own')
    expect(own.body.rows[0]).toMatchObject({
      actor: 'Berit Nilsen',
      organisation: 'Bodø kommune',
      person: 'Bjørn Olsen',
    })
    expect(own.body.rows.every((line: { personId: string }) => line.personId === account('municipality'))).toBe(true)

    const all = await ask('privacy-officer', `/api/access/log?actor=${account('municipality-administrator')}`)
    expect(all.body.rows.length).toBeGreaterThan(0)
    expect(all.body.rows.every((line: { actor: string }) => line.actor === 'Berit Nilsen')).toBe(true)
    const today = osloDate(new Date())
    const about = await ask(
      'privacy-officer',
      `/api/access/log?person=${account('controller')}&from=2020-01-01&to=${today}`,
    )
    expect(about.body.rows[0]).toMatchObject({ actor: 'Lars Eide', person: 'Ingrid Solbakken' })
    expect((await ask('privacy-officer', '/api/access/log?to=2020-01-01')).body.rows).toEqual([])
  })

  it('is closed to administrators, leaders and other organisations', async () => {
    for (const who of ['administrator', 'leader', 'municipality-administrator', 'refugee', 'ministry']) {
      expect((await ask(who, '/api/access/log')).status, who).toBe(403)
    }
    await server.database.owner`insert into access.membership (account, organisation, role, valid_from, id)
      values (${account('municipality')}, ${place('bodo')}, 'privacy-officer', '2020-01-01', ${demoId('membership', 'bodo-privacy')})`
    const { headers } = await loginAs(server.database.owner, 'municipality')
    const chosen = await server.app.inject({
      url: '/api/session/membership',
      method: 'PUT',
      headers,
      payload: { membershipId: demoId('membership', 'bodo-privacy') },
    })
    expect(chosen.statusCode).toBe(200)
    const log = (await server.app.inject({ url: '/api/access/log', headers })).json()
    expect(log.rows.length).toBeGreaterThan(0)
    expect(log.rows).toHaveLength(log.total)
    expect(log.rows.every((line: { organisation: string }) => line.organisation === 'Bodø kommune')).toBe(true)
  })

  it('is paged by line and exported as CSV and Excel, and the search leaves its own trail', async () => {
    const { owner } = server.database
    await owner`insert into access.access_log (actor, organisation, kind, record, person, request)
      select ${account('controller')}, ${place('steering')}, 'case', '=1+1;"x"' || n, ${account('refugee')}, 'r'
      from generate_series(1, 250) n`
    const filter = `person=${account('refugee')}`
    const page = async (query = '') =>
      (await ask('privacy-officer', `/api/access/log?${filter}&limit=100${query}`)).body
    const first = await page()
    expect([first.rows.length, first.total]).toEqual([100, 250])
    const second = await page(`&after=${first.next}`)
    expect(second.rows[0].id).toBeLessThan(first.rows.at(-1).id)
    expect(second.total).toBeNull()

    const { headers } = await loginAs(owner, 'privacy-officer')
    const takeOut = (format: string) =>
      server.app.inject({
        method: 'POST',
        url: '/api/exports/access-log',
        headers,
        payload: { filter: { person: account('refugee') }, format },
      })
    const csv = (await takeOut('csv')).body
    expect(csv.split('\r\n')).toHaveLength(252)
    expect(csv.split('\r\n')[0]).toBe('\uFEFFTidspunkt;Hvem har sett;Virksomhet;På hvem;Hva slags;Referanse')
    expect(csv).toContain(`"'=1+1;""x""250"`)
    const excel = await takeOut('xlsx')
    expect(excel.rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect(excel.headers['content-disposition']).toContain('innsynslogg.xlsx')

    const trail =
      await owner`select action from platform.audit where kind = 'access-log' and actor = ${account('privacy-officer')}`
    expect(new Set(trail.map((row) => row.action))).toEqual(new Set(['access-log.search', 'access-log.export']))
  })
})
