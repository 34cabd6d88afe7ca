import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction, systemActor } from '../../platform/server/transaction.ts'
import { referenceModule } from '../../reference/module.ts'
import { accessModule } from '../module.ts'
import { demoId } from './demo-users.ts'
import { installationAdministrators } from './installation-administrators.ts'
import { loginAs } from './testing.ts'
import { startTestServer, type TestServer } from './testing-browser.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer([referenceModule, accessModule])
})
afterAll(() => server?.stop())

const ask = async (who: string, url: string, body?: object, method: 'POST' | 'PUT' = 'POST') => {
  const { headers } = await loginAs(server.database.owner, who)
  const options: InjectOptions = body === undefined ? { url, headers } : { url, headers, method, payload: body }
  const answer = await server.app.inject(options)
  return {
    status: answer.statusCode,
    body: String(answer.headers['content-type']).includes('json') ? answer.json() : answer.body,
  }
}
const account = (subject: string) => demoId('account', subject)
const place = (key: string) => demoId('organisation', key)
const give = (who: string, receiver: string, where: string, role: string) =>
  ask(who, '/api/access/members', { accountId: account(receiver), organisationId: place(where), role })

describe('who may give roles', () => {
  it.each([
    ['a caseworker', 'caseworker', 'caseworker-grants', 'grants', 'controller', 403, 'no-access'],
    ['a leader', 'leader', 'caseworker-grants', 'grants', 'controller', 403, 'no-access'],
    ['to oneself', 'administrator', 'administrator', 'directorate', 'controller', 422, 'own-role'],
    [
      'control and power together',
      'administrator',
      'privacy-officer',
      'directorate',
      'administrator',
      422,
      'roles-conflict',
    ],
    [
      'a person of another organisation',
      'municipality-administrator',
      'municipality-nynorsk',
      'bodo',
      'refugee-service',
      404,
      'not-found',
    ],
    [
      'in another organisation',
      'municipality-administrator',
      'municipality',
      'kinn',
      'refugee-service',
      403,
      'no-access',
    ],
    ['in the directorate', 'municipality-administrator', 'municipality', 'directorate', 'controller', 403, 'no-access'],
    [
      'a role of another kind',
      'municipality-administrator',
      'municipality',
      'bodo',
      'controller',
      400,
      'invalid-input',
    ],
    [
      'the same once more',
      'municipality-administrator',
      'municipality',
      'bodo',
      'refugee-service',
      409,
      'already-exists',
    ],
  ])('%s', async (_, who, receiver, where, role, status, code) => {
    const answer = await give(who, receiver, where, role)
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })

  it('in units below, by the directorate’s administrator; it counts, is notified and is audited', async () => {
    const answer = await give('administrator', 'caseworker-interpreting', 'grants', 'caseworker')
    expect(answer.status).toBe(200)
    const { owner } = server.database
    const [line] =
      await owner`select actor, detail from platform.audit where action = 'role.give' order by id desc limit 1`
    expect(line).toMatchObject({ actor: account('administrator'), detail: { role: 'caseworker' } })
    const [notice] =
      await owner`select code from platform.notification where account = ${account('caseworker-interpreting')}`
    expect(notice?.code).toBe('access.given')
    const history = await ask('administrator', `/api/history/membership/${answer.body.membershipId}`)
    expect(history.body.entries[0]).toMatchObject({ by: 'Lars Eide', version: 1 })
    const [entry] =
      await owner`select actor, person from access.access_log where kind = 'access.membership' order by id desc`
    expect(entry).toEqual({ actor: account('administrator'), person: account('caseworker-interpreting') })
    await owner`update access.membership set ended_at = '2026-03-01T12:00:00.123456+02' where id = ${answer.body.membershipId}`
    const ended = await ask('administrator', `/api/history/membership/${answer.body.membershipId}`)
    expect(ended.body.entries[0]).toMatchObject({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      changes: [{ field: 'ended_at', before: null, after: '2026-03-01T10:00:00.123Z' }],
    })
    await owner`update access.membership set ended_at = null where id = ${answer.body.membershipId}`
  })

  it('a day in the past is refused', async () => {
    const answer = await ask('administrator', '/api/access/members', {
      accountId: account('caseworker'),
      organisationId: place('grants'),
      role: 'caseworker',
      validTo: '2021-01-01',
    })
    expect(answer.body).toMatchObject({ code: 'invalid-input', params: { field: 'validTo' } })
  })
})

describe('ending roles', () => {
  const end = (who: string, subject: string) => ask(who, `/api/access/members/${demoId('membership', subject)}/end`, {})

  it('of others’ people is not possible', async () => {
    expect((await end('municipality-administrator', 'municipality-nynorsk')).status).toBe(404)
    expect((await end('municipality-administrator', 'controller')).status).toBe(404)
    expect((await end('municipality', 'municipality')).status).toBe(403)
  })

  it('of the last administrator is refused, also when two end each other at once', async () => {
    expect((await end('municipality-administrator', 'municipality-administrator')).body.code).toBe('last-administrator')
    const { owner } = server.database
    await owner`insert into access.membership (id, account, organisation, role, valid_from)
      values (${demoId('membership', 'second')}, ${account('municipality')}, ${place('bodo')}, 'administrator', '2020-01-01')`
    const both = await Promise.all([
      end('municipality-administrator', 'municipality-administrator'),
      end('municipality-administrator', 'second'),
    ])
    expect(both.filter((answer) => answer.status === 200)).toHaveLength(1)
    const left = await owner`select id from access.membership
      where organisation = ${place('bodo')} and role = 'administrator' and ended_at is null`
    expect(left).toHaveLength(1)
    await owner`update access.membership set ended_at = now() where id = ${demoId('membership', 'second')}`
    await owner`update access.membership set ended_at = null where id = ${demoId('membership', 'municipality-administrator')}`
  })

  it('takes effect at once and stays in the list and the history', async () => {
    const { headers } = await loginAs(server.database.owner, 'caseworker-grants')
    expect((await server.app.inject({ url: '/api/people', headers })).statusCode).toBe(200)
    expect((await end('administrator', 'caseworker-grants')).status).toBe(200)
    expect((await server.app.inject({ url: '/api/people', headers })).statusCode).toBe(403)
    const { body } = await ask('administrator', '/api/access/members')
    const ended = body.rows.find((one: { accountId: string }) => one.accountId === account('caseworker-grants'))
    expect(ended.endedAt).not.toBeNull()
    expect((await end('administrator', 'caseworker-grants')).status).toBe(404)
  })
})

describe('the global search', () => {
  it('finds colleagues for an administrator, misspelt too, with an access log entry for each who is shown', async () => {
    const { owner } = server.database
    const find = async (who: string, q: string) => (await ask(who, `/api/search?q=${q}`)).body.hits
    const looks = () =>
      owner`select 1 from access.access_log where kind = 'account' and person = ${account('unit-leader')}`
    const before = (await looks()).length
    const hit = { kind: 'account', title: 'Marit Nygård', link: '/access?text=Marit+Nyg%C3%A5rd' }
    expect(await find('administrator', 'marit')).toMatchObject([{ ...hit, near: false }])
    expect(await find('administrator', 'nyg%C3%A5rt')).toMatchObject([{ ...hit, near: true }])
    expect((await looks()).length - before).toBe(2)
    expect(await find('caseworker', 'marit')).toEqual([])
    expect(await find('municipality-administrator', 'marit')).toEqual([])
  })
})

describe('those who answer for the installation', () => {
  it('are the directorate’s administrators, and only while they are', async () => {
    const { owner, app } = server.database
    const found = () => inTransaction({ app }, systemActor('test'), server.now(), installationAdministrators)
    const all = await found()
    expect(all).toContain(account('administrator'))
    for (const other of ['municipality-administrator', 'controller']) expect(all).not.toContain(account(other))
    const end = (at: Date | null) => owner`
      update access.membership set ended_at = ${at} where account = ${account('administrator')} and role = 'administrator'`
    await end(server.now())
    expect(await found()).not.toContain(account('administrator'))
    await end(null)
  })
})

describe('organisations', () => {
  it('are listed by kind, in the reader’s language', async () => {
    const units = (await ask('caseworker-nynorsk', '/api/organisations?kind=directorate-unit')).body.organisations
    expect(units.map((unit: { name: string }) => unit.name)).toContain('Busetjingsavdelinga')
    expect((await ask('interpreter', '/api/organisations')).status).toBe(403)
    expect((await ask('controller', '/api/organisations?kind=kingdom')).status).toBe(400)
  })

  it('decide their own written language, and nobody else’s', async () => {
    const body = { nameNb: 'Bodø kommune', nameNn: 'Bodø kommune', writtenLanguage: 'neutral', version: 1 }
    const change = (who: string, key: string, more = {}) =>
      ask(who, `/api/organisations/${place(key)}`, { ...body, ...more }, 'PUT')
    expect((await change('municipality-administrator', 'kinn')).status).toBe(404)
    expect((await change('municipality', 'bodo')).status).toBe(403)
    expect((await change('municipality-administrator', 'bodo')).status).toBe(200)
    expect((await change('municipality-administrator', 'bodo')).body.code).toBe('changed-by-other')
    const history = await ask('municipality-administrator', `/api/history/organisation/${place('bodo')}`)
    expect(history.body.entries[0].changes).toEqual([{ field: 'written_language', before: 'nb', after: 'neutral' }])
  })
})
