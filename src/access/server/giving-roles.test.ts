import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accessModule } from '../module.ts'
import { demoId } from './demo-users.ts'
import { givePersonRole } from './manage-people.ts'
import { loginAs } from './testing.ts'
import { startTestServer, type TestServer } from './testing-browser.ts'

/** Roles that are given, or ended, when something else happens at the same time or has happened before. */
let server: TestServer
beforeAll(async () => {
  server = await startTestServer([accessModule])
})
afterAll(() => server?.stop())

const bodo = demoId('organisation', 'bodo')
const bjorn = demoId('account', 'municipality')
const berit = demoId('membership', 'municipality-administrator')

beforeEach(async () => {
  await server.database.owner`update access.membership set ended_at = now()
    where account = ${bjorn} and ended_at is null and id <> ${demoId('membership', 'municipality')}`
})

const post = async (url: string, payload: object) => {
  const { headers } = await loginAs(server.database.owner, 'municipality-administrator')
  const answer = await server.app.inject({ method: 'POST', url, headers, payload })
  return { status: answer.statusCode, body: answer.json() }
}
const give = (role: string, validTo: string | null = null) =>
  post('/api/access/members', { accountId: bjorn, organisationId: bodo, role, validTo })
const inForce = async (): Promise<string[]> =>
  (
    await server.database.owner<{ role: string }[]>`
      select role from access.membership where account = ${bjorn} and ended_at is null order by role`
  ).map((row) => row.role)

describe('roles given at the same time', () => {
  it('control and power: one is refused, every time', async () => {
    for (let time = 0; time < 5; time += 1) {
      const both = await Promise.all([give('privacy-officer'), give('administrator')])
      expect(both.map((answer) => answer.status).sort()).toEqual([200, 422])
      expect(await inForce()).toHaveLength(2)
      await server.database.owner`update access.membership set ended_at = now()
        where account = ${bjorn} and ended_at is null and role <> 'refugee-service'`
    }
  })

  it('control and power from the command line: one is refused, every time', async () => {
    const operate = (role: string) =>
      givePersonRole(server.database.owner, new Date(), {
        email: 'municipality@example.no',
        role,
        organisation: '310033510',
      }).then(
        () => 'given',
        (error: { reason?: string }) => error.reason,
      )
    for (let time = 0; time < 5; time += 1) {
      const both = await Promise.all([operate('privacy-officer'), operate('administrator')])
      expect(both.sort()).toEqual(['given', 'role-not-given'])
      await server.database.owner`update access.membership set ended_at = now()
        where account = ${bjorn} and ended_at is null and role <> 'refugee-service'`
    }
  })

  it('the same for a time: it is held once', async () => {
    const three = await Promise.all([give('leader', '2099-01-01'), give('leader', '2099-02-01'), give('leader')])
    expect(three.map((answer) => answer.status).sort()).toEqual([200, 409, 409])
    expect(await inForce()).toEqual(['leader', 'refugee-service'])
  })
})

describe('a role for a time', () => {
  const store = (validTo: string | null) => server.database.owner`
    insert into access.membership (account, organisation, role, valid_from, valid_to)
    values (${bjorn}, ${bodo}, 'leader', '2020-01-01', ${validTo})`

  it('stands once in the database too, whoever writes', async () => {
    await store('2099-01-01')
    await expect(store('2099-02-01')).rejects.toMatchObject({ code: '23505' })
    await expect(store(null)).rejects.toMatchObject({ code: '23505' })
  })

  it('that has run out is closed on its last day, and given anew', async () => {
    await store('2021-06-30')
    expect((await give('leader', '2099-01-01')).status).toBe(200)
    const rows = await server.database.owner<{ valid_to: string; ended_at: string | null }[]>`
      select valid_to, ended_at from access.membership
      where account = ${bjorn} and role = 'leader' and (ended_at is null or valid_to = '2021-06-30') order by valid_to`
    expect(rows).toEqual([
      { valid_to: '2021-06-30', ended_at: '2021-06-30T22:00:00.000Z' },
      { valid_to: '2099-01-01', ended_at: null },
    ])
  })
})

describe('the last administrator', () => {
  it('is whoever has logged in last of all: one who is only invited does not count', async () => {
    const invited = await post('/api/access/invitations', {
      name: 'Nils Invitert',
      email: 'nils@example.no',
      organisationId: bodo,
      role: 'administrator',
    })
    expect(invited.status).toBe(200)
    const refused = await post(`/api/access/members/${berit}/end`, {})
    expect([refused.status, refused.body.code]).toEqual([409, 'last-administrator'])
    // The invited one can be ended: it leaves the organisation as it was.
    expect((await post(`/api/access/members/${invited.body.membershipId}/end`, {})).status).toBe(200)
    expect((await post(`/api/access/members/${berit}/end`, {})).body.code).toBe('last-administrator')
  })
})

describe('an invitation', () => {
  it.each(['"a b"@example.no', '"a@b"@example.no'])(
    'to %s, an address that is not kept, is refused as such',
    async (email) => {
      const invitation = { name: 'Nils Invitert', email, organisationId: bodo, role: 'refugee-service' }
      const { status, body } = await post('/api/access/invitations', invitation)
      expect([status, body.code, body.params.field]).toEqual([400, 'invalid-input', 'email'])
    },
  )
})
