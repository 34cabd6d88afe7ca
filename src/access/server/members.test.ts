import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

describe('what an administrator sees', () => {
  it('the own organisation and those below, with the roles that exist there', async () => {
    const bodo = (await ask('municipality-administrator', '/api/access/administration')).body
    expect(bodo.organisations).toEqual([
      expect.objectContaining({
        name: 'Bodø kommune',
        roles: ['leader', 'administrator', 'privacy-officer', 'refugee-service'],
      }),
    ])
    expect(bodo.waiting).toEqual([expect.objectContaining({ name: 'Nora Hauge' })])
    const members = (await ask('municipality-administrator', '/api/access/members')).body
    expect(new Set(members.rows.map((one: { name: string }) => one.name))).toEqual(
      new Set(['Berit Nilsen', 'Bjørn Olsen']),
    )
    expect((await ask('administrator', '/api/access/administration')).body.organisations).toHaveLength(6)
    expect((await ask('administrator', '/api/access/members')).body.total).toBeGreaterThan(7)
    for (const url of ['/api/access/administration', '/api/access/members'])
      expect((await ask('municipality', url)).status).toBe(403)
  })

  it('the roles narrowed by name, place, role and whether they are over', async () => {
    const rows = async (query: string) => (await ask('administrator', `/api/access/members?${query}`)).body.rows
    const fields = async (query: string, field: string) =>
      new Set((await rows(query)).map((row: Record<string, unknown>) => row[field]))
    expect(await fields('text=ARIT n', 'name')).toEqual(new Set(['Marit Nygård']))
    expect(await rows('text=%25')).toEqual([])
    expect(await fields(`organisation=${place('qualification')}`, 'organisationId')).toEqual(
      new Set([place('qualification')]),
    )
    expect(await rows(`organisation=${place('bodo')}`)).toEqual([])
    expect(await fields('role=controller', 'role')).toEqual(new Set(['controller']))
    const { owner } = server.database
    const end = (at: Date | null) => owner`
      update access.membership set ended_at = ${at} where id = ${demoId('membership', 'caseworker-grants')}`
    const among = async (query: string) =>
      (await fields(query, 'membershipId')).has(demoId('membership', 'caseworker-grants'))
    await end(new Date(Date.now() - 364 * 86_400_000))
    expect([await among(''), await among('state=current')]).toEqual([true, false])
    await end(new Date(Date.now() - 366 * 86_400_000))
    expect([await among(''), await among('state=current')]).toEqual([false, false])
    await end(null)
  })

  it.each(['name', '-name', 'organisation', '-organisation', 'period', '-period', 'login', '-login'])(
    'every role once, a few at a time, sorted by %s, and a look at each person on the page',
    async (sort) => {
      const { owner } = server.database
      const all = (await ask('administrator', `/api/access/members?sort=${sort}`)).body
      await owner`delete from access.access_log`
      const found: { membershipId: string; accountId: string }[] = []
      let after = ''
      do {
        const { body } = await ask('administrator', `/api/access/members?sort=${sort}&limit=3${after}`)
        found.push(...body.rows)
        const looks = await owner<{ person: string }[]>`select distinct person from access.access_log`
        expect(new Set(looks.map(({ person }) => person))).toEqual(
          new Set(found.map(({ accountId }) => accountId).filter((id) => id !== account('administrator'))),
        )
        after = body.next === null ? '' : `&after=${body.next}`
      } while (after !== '')
      expect(found).toEqual(all.rows)
      expect(found).toHaveLength(all.total)
      if (sort.endsWith('name')) {
        const names = all.rows.map((row: { name: string }) => row.name)
        const sorted = names.toSorted(new Intl.Collator('nb').compare)
        expect(names).toEqual(sort === 'name' ? sorted : sorted.toReversed())
      }
    },
  )

  it('colleagues by name, never strangers', async () => {
    const names = async (who: string, query: string) =>
      (await ask(who, `/api/people?${query}`)).body.people.map((one: { name: string }) => one.name)
    expect(await names('controller', 'q=marit')).toEqual(['Marit Nygård'])
    expect(await names('controller', `organisation=${place('qualification')}`)).toEqual(['Sigrid Aasen'])
    expect(await names('controller', 'q=berit')).toEqual([])
    expect(await names('controller', 'q=%25')).toEqual([])
  })
})
