import readExcel from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../../platform/server/transaction.ts'
import { type RegisterApp, registerApp } from '../testing/register-app.ts'
import { addCommitment, addGoal, addLetter } from '../testing/register-rows.ts'

let app: RegisterApp
const ids: Record<string, string> = {}

beforeAll(async () => {
  app = await registerApp()
  const { owner } = app.database
  const letter = await addLetter(owner, 'Tildelingsbrev 2026', 2026)
  ids.goal = await addGoal(owner, letter, '1', 'Rask bosetting')
  ids.parameter = await addCommitment(owner, {
    letter,
    goal: ids.goal,
    kind: 'steering-parameter',
    code: 'SP 1',
    title: 'Andel bosatt',
    requirements: ['90 prosent'],
    unit: app.people.settlement,
  })
  ids.assignment = await addCommitment(owner, {
    letter,
    code: '2026-01',
    title: '=HYPERLINK("x")',
    light: 'yellow',
    deadlines: ['2026-09-01'],
  })
  await addCommitment(owner, { letter, kind: 'meeting', title: 'Etatsstyringsmøte' })
})
afterAll(() => app.close())

const empty = {
  ownerUnit: null as string | null,
  indicator: '',
  achievement: '',
  deviation: '',
  remark: '',
  measuresDone: '',
  measuresPlanned: '',
}
const ask = <T = Record<string, unknown>>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object) =>
  app.ask<T>(app.people.caseworker, method, url, body)
interface Form {
  requirements: {
    code: string
    requirements: string[]
    activities: { id: string; version: number; activity: string; unit: string | null }[]
  }[]
}
const form = async (query = '') => (await ask<Form>('GET', `/api/reporting-form?year=2026${query}`)).body.requirements
const add = async (activity: string, more: object = {}) =>
  (await ask<{ id: string }>('POST', `/api/commitments/${ids.parameter}/activities`, { ...empty, activity, ...more }))
    .body.id
const sheetsOf = async (url: string, actor: Actor, payload?: object) => {
  const how = payload === undefined ? { method: 'GET' as const } : { method: 'POST' as const, payload }
  const { bytes, type, status } = await app.askRaw(actor, { ...how, url })
  expect([status, type]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
  return Object.fromEntries((await readExcel(bytes)).map(({ sheet, data }) => [sheet, data]))
}

const listOf = (filter: object, actor: Actor) => sheetsOf('/api/exports/commitments', actor, { filter, format: 'xlsx' })

describe('the reporting form', () => {
  it('has the requirements that are owed a result, not the meetings', async () => {
    expect(await form()).toMatchObject([
      { code: 'SP 1', requirements: ['90 prosent'], activities: [] },
      { code: '2026-01', requirements: [], activities: [] },
    ])
  })

  it('gets rows that are changed, ordered and removed', async () => {
    const first = await add('Kurs')
    const second = await add('Veileder', { ownerUnit: app.people.analysis })
    const changed = { ...empty, activity: 'Kurs for kommuner', deviation: 'Færre kurs', version: 1 }
    expect((await ask('PUT', `/api/activities/${first}`, changed)).body).toEqual({ id: first, version: 2 })
    expect(await ask('PUT', `/api/activities/${first}`, changed)).toMatchObject({
      status: 409,
      body: { code: 'changed-by-other', params: { by: 'Kari Saksbehandler' } },
    })
    await ask('PUT', `/api/commitments/${ids.parameter}/activities/order`, { ids: [second, first] })
    expect((await form())[0]?.activities).toMatchObject([
      { activity: 'Veileder', unit: 'Analyse' },
      { activity: 'Kurs for kommuner' },
    ])
    const incomplete = await ask('PUT', `/api/commitments/${ids.parameter}/activities/order`, { ids: [second] })
    expect(incomplete).toMatchObject({ status: 400, body: { params: { rule: 'complete' } } })
    const version = (await form())[0]?.activities[0]?.version ?? 0
    expect((await ask('DELETE', `/api/activities/${second}?version=${version}`)).status).toBe(200)
    expect((await form())[0]?.activities).toHaveLength(1)
    const [line] = await app.database.owner`select action from platform.audit where record = ${second}
      and action = 'activity.remove'`
    expect(line).toBeDefined()
  })

  it('adds a row once however often it is sent, and not what is another’s', async () => {
    const id = crypto.randomUUID()
    const url = `/api/commitments/${ids.parameter}/activities`
    const before = (await form())[0]?.activities.length ?? 0
    expect((await ask('POST', url, { ...empty, activity: 'Veiledning', id })).body).toEqual({ id, version: 1 })
    for (const activity of ['Veiledning', 'Noe annet'])
      expect(await ask('POST', url, { ...empty, activity, id })).toMatchObject({
        status: 409,
        body: { code: 'changed-by-other', params: { by: 'Kari Saksbehandler' } },
      })
    expect((await form())[0]?.activities.map((row) => row.activity).slice(before)).toEqual(['Veiledning'])
    expect((await ask('DELETE', `/api/activities/${id}?version=1`)).status).toBe(200)
  })

  it('for a unit has what it owns and what it has activities under', async () => {
    const row = { ...empty, activity: 'Analyse', ownerUnit: app.people.analysis }
    const url = `/api/commitments/${ids.assignment}/activities`
    // A caseworker writes rows of the own unit under what others own, not theirs.
    expect(await ask('POST', url, row)).toMatchObject({ status: 403, body: { code: 'not-owner' } })
    expect((await app.ask(app.people.controller, 'POST', url, row)).status).toBe(200)
    expect((await form(`&unit=${app.people.analysis}`)).map((row) => row.code)).toEqual(['2026-01'])
    expect((await form(`&unit=${app.people.settlement}`)).map((row) => row.code)).toEqual(['SP 1'])
    expect((await form(`&goal=${ids.goal}`)).map((row) => row.code)).toEqual(['SP 1'])
  })

  it('refuses an activity without words, and a unit that is not the directorate’s', async () => {
    const url = `/api/commitments/${ids.parameter}/activities`
    expect(await ask('POST', url, { ...empty, activity: ' ' })).toMatchObject({
      status: 400,
      body: { params: { field: 'activity', rule: 'required' } },
    })
    const outside = { ...empty, activity: 'x', ownerUnit: app.people.municipality }
    expect(await ask('POST', url, outside)).toMatchObject({ status: 400, body: { params: { field: 'ownerUnit' } } })
    expect((await app.ask(app.people.outsider, 'POST', url, { ...empty, activity: 'x' })).status).toBe(403)
  })
})

describe('spreadsheets', () => {
  it('hold the list as filtered, in the reader’s language, with dates as dates and no formulas', async () => {
    const book = await listOf({ kind: 'assignment' }, app.people.controller)
    const [head, row, ...more] = book['Oppdrag og krav'] ?? []
    expect(more).toEqual([])
    expect(head).toContain('Neste frist')
    expect(row?.[3]).toBe('\'=HYPERLINK("x")')
    expect(row?.[7]).toBe('Gult')
    expect(row?.[9]).toEqual(new Date('2026-09-01T00:00:00Z'))
    const english = await listOf({}, { ...app.people.controller, locale: 'en' })
    expect(english.Commitments).toHaveLength(4)
  })

  it('hold one commitment’s notes, deadlines, deliveries and history', async () => {
    const { controller } = app.people
    const note = { version: 1, light: 'red', note: 'n', deviation: 'Forsinket', measures: 'Flere folk' }
    await app.ask(controller, 'POST', `/api/commitments/${ids.assignment}/notes`, note)
    const book = await sheetsOf(`/api/commitments/${ids.assignment}/export`, { ...controller, locale: 'nn' })
    expect(Object.keys(book)).toEqual(['Statusnotat', 'Fristar', 'Leveransar', 'Historikk'])
    expect(book.Statusnotat?.[1]?.[4]).toBe('Forsinket')
    expect(book.Fristar?.[1]?.[0]).toEqual(new Date('2026-09-01T00:00:00Z'))
    expect(book.Historikk?.length).toBeGreaterThan(2)
  })

  it('hold the form, one row an activity', async () => {
    const book = await sheetsOf('/api/reporting-form/export?year=2026', app.people.caseworker)
    const [head, row] = book.Rapporteringsskjema ?? []
    expect(head).toContain('ANSV')
    expect(row?.[1]).toBe('SP 1 Andel bosatt\n90 prosent')
    expect(row?.slice(3, 5)).toEqual(['Bosetting', 'Kurs for kommuner'])
  })
})

it('the register is found by the global search, by code and by title', async () => {
  const { body } = await ask<{ hits: { title: string; link: string }[] }>('GET', '/api/search?q=andel')
  const hit = { kind: 'steering-parameter', title: 'SP 1 Andel bosatt', detail: '2026', near: false }
  expect(body.hits).toEqual([{ ...hit, link: `/register/${ids.parameter}` }])
  for (const [q, first] of [
    ['2026-01', '2026-01'],
    ['2026 01', '2026-01'],
    ['202601', '2026-01'],
    ['sp1', 'SP 1'],
  ] as const) {
    const found = await ask<{ hits: { title: string }[] }>('GET', `/api/search?q=${encodeURIComponent(q)}`)
    expect(found.body.hits[0]?.title.startsWith(first), q).toBe(true)
  }
  const none = await app.ask<{ hits: object[] }>(app.people.outsider, 'GET', '/api/search?q=andel')
  expect(none.body.hits).toEqual([])
})
