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
    .lines.map((line: { action: string; actor: string }) => [line.actor, line.action])

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
  const { lines } = (await ask('privacy-officer', '/api/audit?kind=commitment&to=2026-03-02')).json()
  expect(lines[0].details).toEqual([{ field: 'light', value: 'red' }])
  const { lines: all } = (await ask('privacy-officer', '/api/audit?kind=reminder')).json()
  expect(all[0].details).toEqual([{ field: 'ids', value: 'a, b' }])
})

it('names the person whom it was done to', async () => {
  const { owner } = server.database
  await owner`insert into platform.audit (action, kind, record, request)
    values ('session.open', 'account', ${demoId('account', 'controller')}, 'x'), ('session.end', 'account', 'gone', 'x')`
  const { lines } = (await ask('privacy-officer', '/api/audit?kind=account')).json()
  expect(lines.map((line: { recordName: string }) => line.recordName)).toEqual(['', 'Ingrid Solbakken'])
  await owner`delete from platform.audit where kind = 'account'`
})

it('pages, and gives what there is to choose from', async () => {
  const { owner } = server.database
  await owner`insert into platform.audit (at, action, kind, record, request)
    select '2025-01-01', 'thing.do', 'thing', n::text, 'x' from generate_series(1, 150) n`
  const first = (await ask('privacy-officer', '/api/audit?action=thing.do')).json()
  expect([first.lines.length, first.more]).toEqual([100, true])
  const rest = (await ask('privacy-officer', `/api/audit?action=thing.do&before=${first.lines.at(-1).id}`)).json()
  expect([rest.lines.length, rest.more]).toEqual([50, false])
  const choices = (await ask('privacy-officer', '/api/audit/choices')).json()
  expect(choices.kinds).toEqual(['audit', 'commitment', 'letter', 'reminder', 'thing'])
  expect(choices.actions).toEqual(['audit.search', 'commitment.note', 'letter.approve', 'reminders.run', 'thing.do'])
})

it('refuses a place in the log that no number can be', async () => {
  for (const before of ['100000000000000000000', '1e300', '0']) {
    expect((await ask('privacy-officer', `/api/audit?before=${before}`)).statusCode, before).toBe(400)
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
