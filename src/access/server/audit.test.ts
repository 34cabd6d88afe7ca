import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accessModule } from '../module.ts'
import { demoId } from './demo-users.ts'
import { loginAs } from './testing.ts'
import { startTestServer, type TestServer } from './testing-browser.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer([accessModule])
  const { owner } = server.database
  await owner`delete from platform.audit`
  const line = (day: string, subject: string | null, action: string, kind: string, detail: object = {}) => owner`
    insert into platform.audit (at, actor, organisation, action, kind, record, detail, request)
    values (${`${day}T12:00:00Z`}, ${subject === null ? null : demoId('account', subject)},
      ${demoId('organisation', 'steering')}, ${action}, ${kind}, 'r1', ${owner.json(detail as never)}, 'x')`
  await line('2026-03-01', 'controller', 'letter.approve', 'letter', { made: { goals: 3 }, note: '=1+1' })
  await line('2026-03-02', 'controller', 'commitment.note', 'commitment', { light: 'red', empty: null })
  await line('2026-03-03', 'leader', 'commitment.note', 'commitment')
  await line('2026-03-04', null, 'reminders.run', 'reminder', { ids: ['a', 'b'] })
})
afterAll(() => server?.stop())

const ask = async (who: string, url: string) => {
  const { headers } = await loginAs(server.database.owner, who)
  return server.app.inject({ url, headers })
}
const takeOut = async (who: string) => {
  const { headers } = await loginAs(server.database.owner, who)
  const payload = { filter: { kind: 'letter' }, format: 'xlsx' }
  return server.app.inject({ method: 'POST', url: '/api/exports/audit', headers, payload })
}
const actions = async (query: string) =>
  (await ask('privacy-officer', `/api/audit?to=2026-04-01&${query}`))
    .json()
    .rows.map((line: { action: string; actor: string }) => [line.actor, line.action])

it.each(['controller', 'leader', 'administrator', 'municipality-administrator', 'ministry', 'refugee'])(
  'is closed to %s',
  async (who) => {
    for (const url of ['/api/audit', '/api/audit/choices', '/api/audit/people?q=in']) {
      expect((await ask(who, url)).statusCode, url).toBe(403)
    }
    expect((await takeOut(who)).statusCode).toBe(403)
  },
)

it('is searched by person, action, kind, record and period, newest first', async () => {
  expect(await actions('')).toEqual([
    ['', 'reminders.run'],
    [expect.any(String), 'commitment.note'],
    ['Ingrid Solbakken', 'commitment.note'],
    ['Ingrid Solbakken', 'letter.approve'],
  ])
  expect(await actions(`actor=${demoId('account', 'controller')}`)).toHaveLength(2)
  expect(await actions('action=commitment.note')).toHaveLength(2)
  expect(await actions('kind=letter')).toEqual([['Ingrid Solbakken', 'letter.approve']])
  expect(await actions('record=r2')).toEqual([])
  expect(await actions('from=2026-03-03')).toHaveLength(2)
})

it('shows the details of each, and nothing that is empty', async () => {
  const { rows } = (await ask('privacy-officer', '/api/audit?kind=commitment&to=2026-03-02')).json()
  expect(rows[0].details).toEqual([{ field: 'light', value: 'red' }])
  const { rows: all } = (await ask('privacy-officer', '/api/audit?kind=reminder')).json()
  expect(all[0].details).toEqual([{ field: 'ids', value: 'a, b' }])
})

it('names the person whom it was done to', async () => {
  const { owner } = server.database
  await owner`insert into platform.audit (action, kind, record, request)
    values ('session.open', 'account', ${demoId('account', 'controller')}, 'x'), ('session.end', 'account', 'gone', 'x')`
  const { rows } = (await ask('privacy-officer', '/api/audit?kind=account')).json()
  expect(rows.map((line: { recordName: string }) => line.recordName)).toEqual(['', 'Ingrid Solbakken'])
  await owner`delete from platform.audit where kind = 'account'`
})

it('pages, and gives what there is to choose from', async () => {
  const { owner } = server.database
  await owner`insert into platform.audit (at, action, kind, record, request)
    select '2025-01-01', 'thing.do', 'thing', n::text, 'x' from generate_series(1, 150) n`
  const page = async (query: string) =>
    (await ask('privacy-officer', `/api/audit?action=thing.do&limit=100${query}`)).json()
  const first = await page('')
  expect([first.rows.length, first.total, first.beyond]).toEqual([100, 150, undefined])
  const rest = await page(`&after=${first.next}`)
  expect([rest.rows.length, rest.total, rest.next]).toEqual([50, null, null])
  const ids = [...first.rows, ...rest.rows].map((line: { id: number }) => line.id)
  expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => b - a))
  const choices = (await ask('privacy-officer', '/api/audit/choices')).json()
  expect(choices.kinds).toEqual(['audit', 'commitment', 'letter', 'reminder', 'thing'])
  expect(choices.actions).toEqual(['audit.search', 'commitment.note', 'letter.approve', 'reminders.run', 'thing.do'])
})

it('counts no further than 10 000 lines, and says that there are more', async () => {
  const { owner } = server.database
  const lines = (first: number, last: number) => owner`insert into platform.audit (at, action, kind, record, request)
    select '2024-01-01', 'much.do', 'much', n::text, 'x' from generate_series(${first}::int, ${last}::int) n`
  const totals = async () => {
    const { total, beyond = false } = (await ask('privacy-officer', '/api/audit?action=much.do&limit=1')).json()
    return [total, beyond]
  }
  await lines(1, 10_000)
  expect(await totals()).toEqual([10_000, false])
  await lines(10_001, 10_002)
  expect(await totals()).toEqual([10_000, true])
})

it('refuses a place in the log that no page has given', async () => {
  const places = ['["100000000000000000000"]', '["1e300"]', '["x"]', '[1]', '["1","2"]', '0']
  for (const after of places.map((place) => Buffer.from(place).toString('base64url'))) {
    expect((await ask('privacy-officer', `/api/audit?after=${after}`)).statusCode, after).toBe(400)
  }
})

it('is taken out as Excel without formulas, and both search and export leave a line', async () => {
  const answer = await takeOut('privacy-officer')
  expect(answer.headers['content-disposition']).toContain('endringslogg.xlsx')
  const [, row] = await readSheet(answer.rawPayload)
  expect(row?.slice(0, 6)).toEqual([
    '2026-03-01 13:00:00',
    'Ingrid Solbakken',
    expect.any(String),
    'letter.approve',
    'letter',
    'r1',
  ])
  expect(row?.[6]).toContain('goals')
  const trail = await server.database.owner<{ action: string; detail: object }[]>`
    select action, detail from platform.audit where action = 'audit.export'`
  expect([...trail]).toEqual([{ action: 'audit.export', detail: { kind: 'letter' } }])
})
