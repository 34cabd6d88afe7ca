import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoId } from '../access/server/demo-users.ts'
import { type Browser, startTestServer, type TestServer } from '../access/server/testing-browser.ts'
import { modules } from './modules.ts'
import { trialModule } from './testing/trial/module.ts'
import { tables } from './testing/trial/tables.ts'

/**
 * A register that is made here by the recipe of src/platform/README.md, with nothing outside its folder but its place in
 * the list of modules: who reaches its records, who has viewed them, what they were, and its words, over HTTP with real logins.
 */
let server: TestServer
const people: Record<string, Browser> = {}
const ids: Record<string, string> = {}

beforeAll(async () => {
  server = await startTestServer([...modules, trialModule])
  const { owner } = server.database
  await owner.script(tables)
  for (const [title, place] of [
    ['Bodø en', 'bodo'],
    ['Bodø to', 'bodo'],
    ['Kinn en', 'kinn'],
  ] as const) {
    const [row] = await owner<{ id: string }[]>`insert into trial.case (municipality, person, title)
      values (${demoId('organisation', place)}, gen_random_uuid(), ${title}) returning id`
    ids[title] = row?.id ?? ''
  }
  for (const user of ['municipality', 'municipality-nynorsk', 'caseworker', 'reception-centre']) {
    const browser = server.browser()
    await browser.login(user)
    people[user] = browser
  }
})
afterAll(() => server.stop())

const as = (user: string): Browser => {
  const browser = people[user]
  if (!browser) throw new Error(`nobody called ${user}`)
  return browser
}

interface Case {
  readonly id: string
  readonly title: string
  readonly version: number
  readonly mayWrite: boolean
}

const list = async (user: string): Promise<Case[]> =>
  ((await (await as(user).ask('/api/trial/cases')).json()) as { cases: Case[] }).cases
const titles = async (user: string) => (await list(user)).map(({ title }) => title)
const logged = async () => {
  const [row] = await server.database.owner<{ n: number }[]>`
    select count(*)::int as n from access.access_log where kind = 'trial.case'`
  return row?.n ?? 0
}

describe('a new register', () => {
  it.each([
    ['municipality', ['Bodø en', 'Bodø to']],
    ['municipality-nynorsk', ['Kinn en']],
    ['caseworker', ['Bodø en', 'Bodø to', 'Kinn en']],
  ])('shows %s what is within its reach, and keeps an access log entry for each', async (user, expected) => {
    const before = await logged()
    expect(await titles(user)).toEqual(expected)
    expect((await logged()) - before).toBe(expected.length)
  })

  it('is closed to who has no permission, with its words', async () => {
    const answer = await as('reception-centre').ask('/api/trial/cases')
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ code: 'no-access', params: { permission: 'trial.read' } })
  })

  it('refuses what a handler shows without an access log entry, and keeps nothing of it', async () => {
    const before = await logged()
    expect((await as('municipality').ask('/api/trial/cases-unseen')).status).toBe(500)
    expect(await logged()).toBe(before)
  })

  it('has one record, in the reach of its list', async () => {
    const get = async (user: string, title: string) => (await as(user).ask(`/api/trial/cases/${ids[title]}`)).status
    expect(await get('municipality', 'Bodø en')).toBe(200)
    expect(await get('municipality', 'Kinn en')).toBe(404)
  })

  it('is written by its own, and says beforehand who that is', async () => {
    const change = async (user: string, title: string) =>
      (await as(user).write('PUT', `/api/trial/cases/${ids[title]}`, { title, version: 1 })).status
    expect(await change('municipality', 'Kinn en')).toBe(404)
    expect(await change('caseworker', 'Bodø en')).toBe(403)
    expect((await list('caseworker')).map(({ mayWrite }) => mayWrite)).toEqual([false, false, false])
    expect((await list('municipality')).map(({ mayWrite }) => mayWrite)).toEqual([true, true])
    expect(await change('municipality', 'Bodø to')).toBe(200)
  })

  it('lets one who is asked in, notifies it, and lets it answer', async () => {
    const asked = { organisation: demoId('organisation', 'bodo') }
    const ask = await as('municipality-nynorsk').write('POST', `/api/trial/cases/${ids['Kinn en']}/asked`, asked)
    expect(ask.status).toBe(200)
    expect(await titles('municipality')).toEqual(['Bodø en', 'Bodø to', 'Kinn en'])
    const answer = await as('municipality').write('PUT', `/api/trial/cases/${ids['Kinn en']}`, {
      title: 'Kinn svart',
      version: 1,
    })
    expect(answer.status).toBe(200)
    const notices = await (await as('municipality-nynorsk').ask('/api/notifications')).text()
    expect(notices).toContain('Du er spurd om Kinn en')
  })

  it('has a history, read by whoever reaches the record today, and logged', async () => {
    const history = async (user: string) => as(user).ask(`/api/history/trial-case/${ids['Kinn en']}`)
    const before = await logged()
    const { entries } = (await (await history('municipality-nynorsk')).json()) as { entries: unknown[] }
    expect(entries).toMatchObject([
      { version: 2, by: 'Bjørn Olsen', changes: [{ field: 'title', before: 'Kinn en', after: 'Kinn svart' }] },
      { version: 1 },
    ])
    expect(await logged()).toBe(before + 1)
    await server.database.owner`delete from trial.case_party`
    expect(((await (await history('municipality')).json()) as { entries: unknown[] }).entries).toEqual([])
  })
})
