import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RegisterApp, registerApp } from '../testing/register-app.ts'
import { addCommitment, addGoal, addLetter } from '../testing/register-rows.ts'

const text =
  'Innledning.\nOppdrag 2026-01: Direktoratet skal kartlegge ledige plasser innen 1. juni. 😀 Hilsen departementet.'
const quoted = 'Direktoratet skal kartlegge ledige plasser'
let app: RegisterApp
const ids: Record<string, string> = {}
const read = <T>(url: string, actor = app.people.controller) => app.ask<T>(actor, 'GET', url)
type List = { total: number; rows: { id: string; title: string; unit: string | null; person: string | null }[] }
const titles = async (query: string, actor = app.people.controller) =>
  (await read<List>(`/api/commitments?${query}`, actor)).body.rows.map((row) => row.title)

beforeAll(async () => {
  app = await registerApp()
  const { owner } = app.database
  const { settlement, caseworker } = app.people
  const letter = await addLetter(owner, 'Tildelingsbrev 2026', 2026, text)
  const last = await addLetter(owner, 'Tildelingsbrev 2025', 2025)
  ids.goal = await addGoal(owner, letter, '1', 'Rask bosetting')
  const start = text.indexOf(quoted)
  ids.first = await addCommitment(owner, {
    letter,
    goal: ids.goal,
    code: '2026-01',
    title: 'Kartlegge plasser',
    unit: settlement,
    person: caseworker.personId ?? '',
    light: 'red',
    source: [start, start + quoted.length],
    deadlines: ['2026-06-01', '2026-12-01'],
  })
  ids.part = await addCommitment(owner, {
    letter,
    kind: 'milestone',
    title: 'Del 1',
    parent: ids.first,
    deadlines: ['2026-06-18'],
  })
  ids.parameter = await addCommitment(owner, {
    letter,
    goal: ids.goal,
    kind: 'steering-parameter',
    code: 'SP 1',
    title: 'Andel bosatt innen 6 måneder: 100 %_sikkert',
    light: 'green',
    requirements: ['90 prosent', 'hvorav 50 prosent barnefamilier'],
  })
  ids.old = await addCommitment(owner, {
    letter: last,
    year: 2025,
    code: '2025-07',
    title: 'Gammelt oppdrag',
    state: 'done',
  })
  await owner`insert into governance.chain_link (later, earlier, earlier_code, relation, letter)
    values (${ids.first}, ${ids.old}, '2025-07', 'continues', ${letter}), (${ids.old}, null, '2022-27', 'continues', ${last})`
})
afterAll(() => app.close())

describe('the list', () => {
  it.each([
    ['', ['Kartlegge plasser', 'Del 1', 'Andel bosatt innen 6 måneder: 100 %_sikkert', 'Gammelt oppdrag']],
    ['sort=title', ['Andel bosatt innen 6 måneder: 100 %_sikkert', 'Del 1', 'Gammelt oppdrag', 'Kartlegge plasser']],
    ['sort=light&year=2026', ['Kartlegge plasser', 'Andel bosatt innen 6 måneder: 100 %_sikkert', 'Del 1']],
    ['year=2025', ['Gammelt oppdrag']],
    ['kind=milestone,steering-parameter', ['Del 1', 'Andel bosatt innen 6 måneder: 100 %_sikkert']],
    ['light=red,green', ['Kartlegge plasser', 'Andel bosatt innen 6 måneder: 100 %_sikkert']],
    ['light=none&state=open', ['Del 1']],
    ['owner=none&state=open', ['Andel bosatt innen 6 måneder: 100 %_sikkert']],
    ['due=over', ['Kartlegge plasser']],
    ['due=week', ['Del 1']],
    ['due=none', ['Andel bosatt innen 6 måneder: 100 %_sikkert', 'Gammelt oppdrag']],
    ['text=2026-0', ['Kartlegge plasser']],
    ['text=%25_', ['Andel bosatt innen 6 måneder: 100 %_sikkert']],
    ['text=KARTLEGGE', ['Kartlegge plasser']],
    ['limit=1&offset=1', ['Del 1']],
  ])('%s', async (query, expected) => expect(await titles(query)).toEqual(expected))

  it('knows what is mine, and what a unit owns', async () => {
    const { caseworker, settlement } = app.people
    expect(await titles('owner=mine', caseworker)).toEqual(['Kartlegge plasser', 'Del 1'])
    expect(await titles('owner=mine')).toEqual([])
    expect(await titles(`unit=${settlement}&goal=${ids.goal}`)).toEqual(['Kartlegge plasser'])
  })

  it('knows a part by the code and the owner of its whole', async () => {
    const { caseworker, settlement } = app.people
    for (const query of [`owner=${caseworker.personId}`, `unit=${settlement}`]) {
      const { body } = await read<List>(`/api/commitments?kind=milestone&${query}`)
      expect(body.rows).toMatchObject([{ code: '2026-01', title: 'Del 1', unit: 'Bosetting', person: caseworker.name }])
    }
    const { body } = await read(`/api/commitments/${ids.part}`)
    expect(body).toMatchObject({ person: null, unit: null, parent: { owner: `${caseworker.name}, Bosetting` } })
  })

  it('counts all and names owners in the reader’s language', async () => {
    const { body } = await read<List>('/api/commitments?limit=1', { ...app.people.controller, locale: 'nn' })
    expect(body.total).toBe(4)
    expect(body.rows).toEqual([
      {
        id: ids.first,
        kind: 'assignment',
        code: '2026-01',
        title: 'Kartlegge plasser',
        year: 2026,
        goal: '1',
        unit: 'Bosetting (nn)',
        person: 'Kari Saksbehandler',
        light: 'red',
        state: 'open',
        due: '2026-06-01',
        version: 1,
      },
    ])
  })

  it.each(['light=blue', 'year=abcd', 'owner=someone', 'limit=0', 'limit=201', 'due=yesterday', 'sort=random'])(
    'refuses %s',
    async (query) => expect((await read(`/api/commitments?${query}`)).status).toBe(400),
  )

  it('is not for a municipality, and row-level security says the same', async () => {
    const { outsider } = app.people
    expect(await read('/api/commitments', outsider)).toMatchObject({ status: 403, body: { code: 'no-access' } })
    // Were the route's permission ever given to her, the rows would still need it in the transaction.
    const seen = await app.database.app`select 1 from governance.commitment`
    expect(seen).toHaveLength(0)
    for (const url of ['/api/commitments/options', `/api/commitments/${ids.first}`, '/api/goals', '/api/owners']) {
      expect((await read(url, outsider)).status).toBe(403)
    }
  })
})

describe('all about one', () => {
  it('has its parts, deadlines, chain, owner and what the letter says', async () => {
    const { status, body } = await read<Record<string, unknown>>(`/api/commitments/${ids.first}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      code: '2026-01',
      goal: { number: '1', title: 'Rask bosetting' },
      unit: { name: 'Bosetting' },
      person: { name: 'Kari Saksbehandler' },
      parts: [{ id: ids.part, due: '2026-06-18' }],
      deadlines: [
        { due: '2026-06-01', metOn: null, own: false },
        { due: '2026-12-01', metOn: null, own: false },
      ],
      letter: { title: 'Tildelingsbrev 2026', date: '2026-01-15', passage: { quoted } },
      chain: [
        { id: null, code: '2022-27', relation: null, current: false },
        { id: ids.old, code: '2025-07', relation: 'continues', state: 'done', current: false },
        { id: ids.first, code: '2026-01', relation: 'continues', current: true },
      ],
    })
    expect(JSON.stringify(body)).not.toContain('"text":"Innledning')
  })

  it('has the requirements of a parameter, and the same chain seen from its beginning', async () => {
    const parameter = await read<{ requirements: { text: string }[]; letter: { passage: null } }>(
      `/api/commitments/${ids.parameter}`,
    )
    expect(parameter.body.requirements.map((row) => row.text)).toEqual([
      '90 prosent',
      'hvorav 50 prosent barnefamilier',
    ])
    expect(parameter.body.letter.passage).toBeNull()
    const old = await read<{ chain: { code: string; current: boolean }[] }>(`/api/commitments/${ids.old}`)
    expect(old.body.chain.map((step) => [step.code, step.current])).toEqual([
      ['2022-27', false],
      ['2025-07', true],
      ['2026-01', false],
    ])
  })

  it('answers not-found for what is not there', async () => {
    expect(await read(`/api/commitments/${crypto.randomUUID()}`)).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    })
    expect((await read('/api/commitments/none')).status).toBe(404)
  })
})

describe('by goal and by owner', () => {
  it('counts how a goal stands', async () => {
    const standing = { open: 2, red: 1, yellow: 0, green: 1, late: 1, ownerless: 1, done: 0, next: '2026-06-01' }
    expect((await read('/api/goals?year=2026')).body).toEqual({
      goals: [{ id: ids.goal, year: 2026, number: '1', title: 'Rask bosetting', standing }],
    })
    expect((await read('/api/goals?year=2024')).body).toEqual({ goals: [] })
    const { body } = await read<{ rows: object[] }>(`/api/goals/${ids.goal}`)
    expect(body).toMatchObject({ standing, letter: { title: 'Tildelingsbrev 2026' } })
    expect(body.rows).toMatchObject([
      { title: 'Kartlegge plasser', unit: 'Bosetting', requirements: [] },
      { code: 'SP 1', requirements: ['90 prosent', 'hvorav 50 prosent barnefamilier'] },
    ])
  })

  it('counts what units, people and nobody own', async () => {
    const { body } = await read<{ owners: { kind: string; name: string | null; standing: { open: number } }[] }>(
      '/api/owners?year=2026',
    )
    expect(body.owners.map((line) => [line.kind, line.name, line.standing.open])).toEqual([
      ['unit', 'Bosetting', 2],
      ['person', 'Kari Saksbehandler', 2],
      ['none', null, 1],
    ])
    const old = await read<{ owners: object[] }>('/api/owners?year=2025')
    expect(old.body.owners).toEqual([])
  })

  it('offers the directorate’s units and people', async () => {
    const { body } = await read<{ years: number[]; units: { name: string }[]; people: { name: string }[] }>(
      '/api/commitments/options',
    )
    expect(body.years).toEqual([2026, 2025])
    expect(body.units.map((unit) => unit.name)).toEqual(['Analyse', 'Bosetting', 'Direktoratet'])
    expect(body.people.map((person) => person.name)).toEqual(['Ingrid Controller', 'Kari Saksbehandler', 'Lars Leder'])
  })
})
