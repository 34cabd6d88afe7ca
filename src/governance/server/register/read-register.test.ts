import type { Static } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { osloDate } from '../../../platform/rules/plain-date.ts'
import type { StoodAnswer } from '../../../platform/rules/shapes.ts'
import { counted, standingCounts } from '../../rules/follow-up/counts.ts'
import type { GoalsAnswer, OwnersAnswer } from '../../rules/follow-up/goal-shape.ts'
import type { ListAnswer } from '../../rules/follow-up/list-shape.ts'
import { sortings } from '../../rules/follow-up/sortings.ts'
import { type RegisterApp, registerApp } from '../testing/register-app.ts'
import { addCommitment, addGoal, addLetter } from '../testing/register-rows.ts'

const text =
  'Innledning.\nOppdrag 2026-01: Direktoratet skal kartlegge ledige plasser innen 1. juni. 😀 Hilsen departementet.'
const quoted = 'Direktoratet skal kartlegge ledige plasser'
let app: RegisterApp
const ids: Record<string, string> = {}
const read = <T>(url: string, actor = app.people.controller) => app.ask<T>(actor, 'GET', url)
type List = Static<typeof ListAnswer>
/** The rows' titles, each followed by those of its parts; a row that is there for its parts only stands in brackets. */
const titlesOf = ({ rows }: List) =>
  rows.flatMap(({ title, meant, parts }) => [meant ? title : `(${title})`, ...parts.map((part) => `– ${part.title}`)])
const titles = async (query: string, actor = app.people.controller) =>
  titlesOf((await read<List>(`/api/commitments?${query}`, actor)).body)

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
    ['', ['Kartlegge plasser', '– Del 1', 'Gammelt oppdrag', 'Andel bosatt innen 6 måneder: 100 %_sikkert']],
    ['sort=title', ['Andel bosatt innen 6 måneder: 100 %_sikkert', 'Kartlegge plasser', '– Del 1', 'Gammelt oppdrag']],
    ['sort=light&year=2026', ['Kartlegge plasser', '– Del 1', 'Andel bosatt innen 6 måneder: 100 %_sikkert']],
    ['sort=-light&year=2026', ['Kartlegge plasser', '– Del 1', 'Andel bosatt innen 6 måneder: 100 %_sikkert']],
    ['year=2025', ['Gammelt oppdrag']],
    [
      'kind=milestone,steering-parameter',
      ['(Kartlegge plasser)', '– Del 1', 'Andel bosatt innen 6 måneder: 100 %_sikkert'],
    ],
    ['kind=assignment&year=2026', ['Kartlegge plasser', '– Del 1']],
    ['light=red,green', ['Kartlegge plasser', '– Del 1', 'Andel bosatt innen 6 måneder: 100 %_sikkert']],
    // The part has no light of its own, and its assignment has one: nobody needs to assess it.
    ['light=none&state=open', []],
    ['owner=none&state=open', ['Andel bosatt innen 6 måneder: 100 %_sikkert']],
    ['unit=none&state=open', ['Andel bosatt innen 6 måneder: 100 %_sikkert']],
    ['goal=none', ['Gammelt oppdrag']],
    ['due=over', ['Kartlegge plasser']],
    ['due=week', ['(Kartlegge plasser)', '– Del 1']],
    ['due=none', ['Gammelt oppdrag', 'Andel bosatt innen 6 måneder: 100 %_sikkert']],
    ['text=2026-0', ['Kartlegge plasser']],
    ['text=%25_', ['Andel bosatt innen 6 måneder: 100 %_sikkert']],
    ['text=KARTLEGGE', ['Kartlegge plasser']],
  ])('%s', async (query, expected) => expect(await titles(query)).toEqual(expected))

  it('knows what is mine, and what a unit owns', async () => {
    const { caseworker, settlement } = app.people
    expect(await titles('owner=mine', caseworker)).toEqual(['Kartlegge plasser', '– Del 1'])
    expect(await titles('owner=mine')).toEqual([])
    expect(await titles(`unit=${settlement}&goal=${ids.goal}`)).toEqual(['Kartlegge plasser', '– Del 1'])
  })

  it('knows a part by the code and the owner of its whole', async () => {
    const { caseworker, settlement } = app.people
    for (const query of [`owner=${caseworker.personId}`, `unit=${settlement}`]) {
      const { body } = await read<List>(`/api/commitments?kind=milestone&${query}`)
      expect(body.rows).toMatchObject([
        { meant: false, parts: [{ code: '2026-01', title: 'Del 1', unit: 'Bosetting', person: caseworker.name }] },
      ])
    }
    const { body } = await read(`/api/commitments/${ids.part}`)
    expect(body).toMatchObject({ person: null, unit: null, parent: { owner: `${caseworker.name}, Bosetting` } })
  })

  it('counts all and names owners in the reader’s language', async () => {
    const { body } = await read<List>('/api/commitments?limit=1', { ...app.people.controller, locale: 'nn' })
    expect(body.total).toBe(3)
    expect(body.rows).toMatchObject([
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
        meant: true,
        parts: [{ id: ids.part, unit: 'Bosetting (nn)', light: 'red', due: '2026-06-18' }],
      },
    ])
  })

  it.each(sortings.flatMap((sorting) => [sorting, `-${sorting}`]))(
    'comes in pages that follow each other: %s',
    async (sort) => {
      const whole = (await read<List>(`/api/commitments?sort=${sort}`)).body
      const seen: List['rows'][number][] = []
      let after: string | null = ''
      while (after !== null) {
        const { body }: { body: List } = await read<List>(
          `/api/commitments?sort=${sort}&limit=1${after === '' ? '' : `&after=${after}`}`,
        )
        expect(body.total).toBe(after === '' ? 3 : null)
        seen.push(...body.rows)
        after = body.next
      }
      expect(seen).toEqual(whole.rows)
      expect(seen).toHaveLength(3)
    },
  )

  it.each([
    'x',
    'W10',
    Buffer.from('["soon","a","1","x"]').toString('base64url'),
    Buffer.from('{}').toString('base64url'),
  ])('refuses a page after %s in words', async (after) =>
    expect(await read(`/api/commitments?after=${after}`)).toMatchObject({
      status: 400,
      body: { code: 'invalid-input', params: { field: 'after' } },
    }),
  )

  it.each([
    'light=blue',
    'year=abcd',
    'owner=someone',
    'limit=0',
    'limit=201',
    'due=yesterday',
    'sort=random',
    'unit=x',
  ])('refuses %s', async (query) => expect((await read(`/api/commitments?${query}`)).status).toBe(400))

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

describe('as it stood on a day', () => {
  const today = osloDate(new Date())

  it('has every field in words that it had at the end of the day, and says that the day is not over', async () => {
    const { status, body } = await read<Static<typeof StoodAnswer>>(`/api/history/commitment/${ids.first}/on/${today}`)
    expect(status).toBe(200)
    expect(body.final).toBe(false)
    const fields = Object.fromEntries(body.fields.map(({ field, value }) => [field, value]))
    expect(fields).toMatchObject({ title: 'Kartlegge plasser', light: 'red', owner_person: 'Kari Saksbehandler' })
    // Neither a reference that has no name, nor what belongs to the version, nor what is empty.
    for (const field of ['letter', 'goal', 'version', 'recorded_at', 'financing', 'partners', 'position']) {
      expect(fields).not.toHaveProperty(field)
    }
  })

  it.each([
    ['/commitment/FIRST/on/2001-01-01', 422, 'not-known-then'],
    [`/commitment/${crypto.randomUUID()}/on/${today}`, 404, 'not-found'],
    [`/secret/FIRST/on/${today}`, 404, 'not-found'],
    ['/commitment/FIRST/on/2026-02-31', 404, 'not-found'],
  ])('%s answers %i %s', async (path, status, code) =>
    expect(await read(`/api/history${path.replace('FIRST', ids.first ?? '')}`)).toMatchObject({
      status,
      body: { code },
    }),
  )

  it('is not for those who may not see the record', async () =>
    expect(await read(`/api/history/commitment/${ids.first}/on/${today}`, app.people.outsider)).toMatchObject({
      status: 403,
      body: { code: 'no-access' },
    }))
})

describe('by goal and by owner', () => {
  it('counts how a goal stands', async () => {
    const standing = { open: 2, red: 1, yellow: 0, green: 1, late: 1, ownerless: 1, done: 0 }
    expect((await read('/api/goals?year=2026')).body).toEqual({
      goals: [{ id: ids.goal, year: 2026, number: '1', title: 'Rask bosetting', standing, next: '2026-06-01' }],
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
      ['unit', 'Bosetting', 1],
      ['person', 'Kari Saksbehandler', 1],
      ['none', null, 1],
    ])
    const old = await read<{ owners: object[] }>('/api/owners?year=2025')
    expect(old.body.owners).toEqual([])
  })

  it('counts what the list that a number opens holds, for every number, goal and owner', async () => {
    // A part of its own owner, light and day, so that a whole and its part differ in everything.
    await app.database.owner`update governance.commitment set owner_unit = ${app.people.analysis}, light = 'yellow'
      where id = ${ids.part ?? ''}`
    const goals = await read<Static<typeof GoalsAnswer>>('/api/goals')
    const owners = await read<Static<typeof OwnersAnswer>>('/api/owners')
    const groups = [
      ...goals.body.goals.map(({ id, standing }) => ({ filter: `goal=${id}`, standing })),
      ...owners.body.owners.map(({ kind, id, standing }) => ({
        filter: kind === 'unit' ? `unit=${id}` : `owner=${id ?? 'none'}`,
        standing,
      })),
    ]
    expect(groups).toHaveLength(5)
    for (const { filter, standing } of groups) {
      for (const name of standingCounts) {
        const narrowed = new URLSearchParams({ ...counted[name], ...Object.fromEntries(new URLSearchParams(filter)) })
        const both = 'owner' in counted[name] && filter.startsWith('owner=') && filter !== 'owner=none'
        const { total } = (await read<List>(`/api/commitments?${narrowed}`)).body
        expect([filter, name, standing[name]]).toEqual([filter, name, both ? 0 : total])
      }
    }
    await app.database
      .owner`update governance.commitment set owner_unit = null, light = null where id = ${ids.part ?? ''}`
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
