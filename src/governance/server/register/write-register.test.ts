import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../../platform/server/transaction.ts'
import { type RegisterApp, registerApp } from '../testing/register-app.ts'
import { addCommitment, addLetter } from '../testing/register-rows.ts'

let app: RegisterApp
let letter: string
/** A fresh assignment with two of the letter's deadlines. */
let id: string

beforeAll(async () => {
  app = await registerApp()
  letter = await addLetter(app.database.owner, 'Tildelingsbrev 2026', 2026)
})
beforeEach(async () => {
  id = await addCommitment(app.database.owner, {
    letter,
    code: '2026-01',
    title: 'Kartlegge plasser',
    deadlines: ['2026-06-01', '2026-12-01'],
  })
})
afterAll(() => app.close())

const post = (url: string, body: object, actor: Actor = app.people.controller) => app.ask(actor, 'POST', url, body)
const put = (url: string, body: object, actor: Actor = app.people.controller) => app.ask(actor, 'PUT', url, body)
const remove = (url: string) => app.ask(app.people.controller, 'DELETE', url)
interface Detail {
  readonly version: number
  readonly state: string
  readonly stateReason: string | null
  readonly light: string | null
  readonly due: string | null
  readonly deadlines: { id: string; due: string; label: string | null; metOn: string | null; own: boolean }[]
  readonly notes: { light: string; note: string; by: string }[]
  readonly deliveries: { id: string; on: string; document: { name: string } | null }[]
  readonly waitsFor: { id: string }[]
}
const detail = async (of = id) => (await app.ask<Detail>(app.people.controller, 'GET', `/api/commitments/${of}`)).body
const deadline = async (due: string) => (await detail()).deadlines.find((row) => row.due === due)?.id ?? ''
const audits = (action: string) =>
  app.database.owner<{ record: string; actor: string }[]>`
    select record, actor from platform.audit where action = ${action} and record = ${id}`
const noticesTo = (actor: Actor) =>
  app.database.owner<{ code: string; params: Record<string, unknown>; link: string }[]>`
    select code, params, link from platform.notification where account = ${actor.personId} order by created_at`
/** Gives the assignment to a unit, without a word and as the first version still. */
const ownedBy = (unit: string | null, of = id) =>
  app.database.owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update governance.commitment set owner_unit = ${unit} where id = ${of}`
  })
const delivery = { deliveredOn: '2026-05-30', recipient: 'Departementet', note: '', deadline: null }

describe('an owner', () => {
  it('is assigned, notified and traced', async () => {
    const { settlement, caseworker } = app.people
    const answer = await put(`/api/commitments/${id}/owner`, {
      version: 1,
      unit: settlement,
      person: caseworker.personId,
    })
    expect(answer).toEqual({ status: 200, body: { version: 2 } })
    expect(await audits('commitment.assign')).toEqual([{ record: id, actor: app.people.controller.personId }])
    expect((await noticesTo(caseworker)).at(-1)).toEqual({
      code: 'commitment-assigned',
      params: { what: '2026-01 Kartlegge plasser', by: 'Ingrid Controller' },
      link: `/register/${id}`,
    })
  })

  it('that is a unit is notified through its leaders, and once', async () => {
    const { settlement, leader } = app.people
    const before = (await noticesTo(leader)).length
    await put(`/api/commitments/${id}/owner`, { version: 1, unit: settlement, person: null })
    await put(`/api/commitments/${id}/owner`, { version: 2, unit: settlement, person: null })
    expect((await noticesTo(leader)).length - before).toBe(1)
  })

  it.each(['municipality', 'outsider'] as const)('cannot be of a municipality (%s)', async (who) => {
    const person = who === 'outsider' ? app.people.outsider.personId : null
    const unit = who === 'municipality' ? app.people.municipality : null
    const answer = await put(`/api/commitments/${id}/owner`, { version: 1, unit, person })
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'invalid-input', params: { field: unit ? 'unit' : 'person', rule: 'directorate' } },
    })
    expect((await detail()).version).toBe(1)
  })

  it('is not decided by a caseworker', async () => {
    const body = { version: 1, unit: null, person: app.people.caseworker.personId }
    const answer = await put(`/api/commitments/${id}/owner`, body, app.people.caseworker)
    expect(answer).toMatchObject({ status: 403, body: { params: { permission: 'followup.assign' } } })
  })

  it('of several is answered for row by row', async () => {
    const { caseworker, settlement } = app.people
    const withdrawn = await addCommitment(app.database.owner, { letter, title: 'Trukket', state: 'withdrawn' })
    const stale = await addCommitment(app.database.owner, { letter, title: 'Endret', state: 'open' })
    const missing = crypto.randomUUID()
    const before = (await noticesTo(caseworker)).length
    const answer = await post('/api/commitments/owners', {
      items: [
        { id, version: 1 },
        { id: withdrawn, version: 1 },
        { id: stale, version: 7 },
        { id: missing, version: 1 },
      ],
      unit: settlement,
      person: caseworker.personId,
    })
    const results = (answer.body as { results: { id: string; problem: string | null; version: number | null }[] })
      .results
    const of = (which: string) => results.find((result) => result.id === which)
    expect(of(id)).toMatchObject({ problem: null, version: 2 })
    expect(of(withdrawn)).toMatchObject({ problem: 'not-allowed-in-state', version: null })
    expect(of(stale)).toMatchObject({ problem: 'changed-by-other' })
    expect(of(missing)).toMatchObject({ problem: 'not-found' })
    const notices = (await noticesTo(caseworker)).slice(before)
    expect(notices).toMatchObject([
      { code: 'commitments-assigned', params: { count: 1 }, link: '/register?owner=mine' },
    ])
  })
})

describe('what belongs to others', () => {
  const note = { version: 1, light: 'green', note: 'I rute', deviation: '', measures: '' }
  const tries = (as: Actor): [string, Promise<{ status: number; body: unknown }>][] => [
    ['note', post(`/api/commitments/${id}/notes`, note, as)],
    ['delivery', post(`/api/commitments/${id}/deliveries`, { version: 1, ...delivery, meets: 'none' }, as)],
    ['milestone', post(`/api/commitments/${id}/deadlines`, { version: 1, due: '2026-05-01', label: 'x' }, as)],
  ]

  it.each(['note', 'delivery', 'milestone'] as const)('is not written to by another unit: a %s', async (what) => {
    await ownedBy(app.people.analysis)
    const [, answer] = tries(app.people.caseworker).find(([name]) => name === what) ?? []
    expect(await answer).toMatchObject({ status: 403, body: { code: 'not-owner', params: { owner: 'Analyse' } } })
    expect(await detail()).toMatchObject({ version: 1, light: null })
  })

  it('nor what nobody owns', async () => {
    expect(await post(`/api/commitments/${id}/notes`, note, app.people.caseworker)).toMatchObject({
      status: 403,
      body: { code: 'not-owner' },
    })
  })

  it.each(['unit', 'person', 'whole'] as const)('is one’s own by %s', async (by) => {
    const { caseworker, settlement } = app.people
    if (by === 'unit') await ownedBy(settlement)
    if (by === 'person') {
      const body = { version: 1, unit: app.people.analysis, person: caseworker.personId }
      await put(`/api/commitments/${id}/owner`, body)
    }
    if (by === 'whole') {
      const whole = await addCommitment(app.database.owner, { letter, title: 'Hele', state: 'open' })
      await ownedBy(settlement, whole)
      await app.database.owner`update governance.commitment set parent = ${whole} where id = ${id}`
    }
    const { version } = await detail()
    expect(await post(`/api/commitments/${id}/notes`, { ...note, version }, caseworker)).toMatchObject({ status: 200 })
  })

  it('is written to by who assigns owners, and says so to the screen', async () => {
    await ownedBy(app.people.settlement)
    const seen = async (as: Actor) =>
      (await app.ask<{ mayWrite: boolean }>(as, 'GET', `/api/commitments/${id}`)).body.mayWrite
    expect(await seen(app.people.controller)).toBe(true)
    expect(await seen(app.people.caseworker)).toBe(true)
    await ownedBy(app.people.analysis)
    expect(await seen(app.people.caseworker)).toBe(false)
    expect(await post(`/api/commitments/${id}/notes`, note)).toMatchObject({ status: 200 })
  })
})

describe('a status note', () => {
  const note = { light: 'red', note: 'Mangler data', deviation: 'To måneder forsinket', measures: 'Ny leverandør' }

  it('sets the light and keeps the earlier notes', async () => {
    const { caseworker } = app.people
    await ownedBy(app.people.settlement)
    await post(`/api/commitments/${id}/notes`, { version: 1, ...note }, caseworker)
    const second = { version: 2, light: 'green', note: 'I rute', deviation: '', measures: '' }
    expect(await post(`/api/commitments/${id}/notes`, second, caseworker)).toMatchObject({ body: { version: 3 } })
    const after = await detail()
    expect(after.light).toBe('green')
    expect(after.notes).toMatchObject([
      {
        light: 'green',
        by: 'Kari Saksbehandler',
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      },
      { light: 'red', note: 'Mangler data' },
    ])
    expect(await audits('commitment.note')).toHaveLength(2)
  })

  it.each(['red', 'yellow'])('that is %s demands deviation and measures', async (light) => {
    const answer = await post(`/api/commitments/${id}/notes`, { version: 1, ...note, light, measures: ' ' })
    expect(answer).toMatchObject({ status: 422, body: { code: 'deviation-required', params: { light } } })
  })

  it.each(['red', 'yellow'])('turns %s to green only with a word on why, and keeps the deviation', async (light) => {
    await post(`/api/commitments/${id}/notes`, { version: 1, ...note, light })
    const green = { version: 2, light: 'green', note: ' ', deviation: '', measures: '' }
    const answer = await post(`/api/commitments/${id}/notes`, green)
    expect(answer).toMatchObject({ status: 422, body: { code: 'improvement-required' } })
    expect((await detail()).light).toBe(light)
    await post(`/api/commitments/${id}/notes`, { ...green, note: 'Ny leverandør er på plass' })
    expect((await detail()).notes).toMatchObject([{ light: 'green', deviation: '' }, { deviation: note.deviation }])
  })

  it('written on an old version is refused with who changed it', async () => {
    await ownedBy(app.people.settlement)
    await post(`/api/commitments/${id}/notes`, { version: 1, ...note }, app.people.caseworker)
    expect(await post(`/api/commitments/${id}/notes`, { version: 1, ...note })).toMatchObject({
      status: 409,
      body: { code: 'changed-by-other', params: { by: 'Kari Saksbehandler' } },
    })
    expect((await detail()).notes).toHaveLength(1)
  })

  it('cannot be written by who only reads', async () => {
    const reader = { ...app.people.caseworker, permissions: new Set(['followup.read']) }
    expect((await post(`/api/commitments/${id}/notes`, { version: 1, ...note }, reader)).status).toBe(403)
  })
})

describe('a delivery', () => {
  it('meets one deadline, and the last one closes the assignment', async () => {
    const url = `/api/commitments/${id}/deliveries`
    const first = { ...delivery, meets: 'deadline', deadline: await deadline('2026-06-01') }
    expect(await post(url, { version: 1, ...first })).toMatchObject({ body: { state: 'open', version: 2 } })
    expect(await detail()).toMatchObject({ due: '2026-12-01', state: 'open' })
    // The same deadline is not met twice.
    expect((await post(url, { version: 2, ...first })).body).toMatchObject({ code: 'not-allowed-in-state' })
    const second = { ...delivery, meets: 'deadline', deadline: await deadline('2026-12-01') }
    expect(await post(url, { version: 2, ...second })).toMatchObject({ body: { state: 'done', version: 3 } })
    expect(await detail()).toMatchObject({ due: null, state: 'done' })
    expect((await post(url, { version: 3, ...delivery, meets: 'none' })).body).toMatchObject({
      code: 'not-allowed-in-state',
      params: { state: 'done', action: 'deliver' },
    })
  })

  it('of everything closes it; reopening needs a reason and brings back what it names', async () => {
    await post(`/api/commitments/${id}/deliveries`, { version: 1, ...delivery, meets: 'all' })
    expect(await detail()).toMatchObject({
      state: 'done',
      deadlines: [{ metOn: '2026-05-30' }, { metOn: '2026-05-30' }],
    })
    const again = { version: 2, reason: ' ', deadlines: [await deadline('2026-12-01')] }
    expect(await post(`/api/commitments/${id}/reopen`, again)).toMatchObject({ body: { code: 'reason-required' } })
    await post(`/api/commitments/${id}/reopen`, { ...again, reason: 'Departementet ba om mer' })
    expect(await detail()).toMatchObject({
      state: 'open',
      stateReason: 'Departementet ba om mer',
      due: '2026-12-01',
      deadlines: [{ metOn: '2026-05-30' }, { metOn: null }],
    })
  })

  it('of a part leaves it open', async () => {
    await post(`/api/commitments/${id}/deliveries`, { version: 1, ...delivery, meets: 'none' })
    expect(await detail()).toMatchObject({ state: 'open', due: '2026-06-01', deliveries: [{ on: '2026-05-30' }] })
  })

  it.each([
    [{ deliveredOn: '2026-06-16' }, 'deliveredOn', 'not-in-future'],
    [{ deliveredOn: '2026-02-30' }, 'deliveredOn', 'format'],
    [{ recipient: '  ' }, 'recipient', 'required'],
    [{ meets: 'deadline', deadline: '00000000-0000-4000-8000-000000000000' }, 'deadline', 'own'],
  ])('with %o is refused', async (wrong, field, rule) => {
    const answer = await post(`/api/commitments/${id}/deliveries`, { version: 1, ...delivery, meets: 'none', ...wrong })
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-input', params: { field, rule } } })
  })

  it('keeps one document, which comes back byte for byte as a download', async () => {
    const made = await post(`/api/commitments/${id}/deliveries`, { version: 1, ...delivery, meets: 'none' })
    const url = `/api/deliveries/${(made.body as { delivery: string }).delivery}/document`
    const bytes = Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 255])
    const form = (content: Buffer) => ({
      method: 'POST' as const,
      url,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      payload: Buffer.concat([
        Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="svar til æøå.pdf"\r\n'),
        Buffer.from('content-type: application/pdf\r\n\r\n'),
        content,
        Buffer.from('\r\n--x--\r\n'),
      ]),
    })
    const { controller, outsider } = app.people
    expect((await app.askRaw(controller, form(Buffer.alloc(0)))).status).toBe(422)
    expect((await app.askRaw(controller, form(bytes))).status).toBe(200)
    expect((await app.askRaw(controller, form(bytes))).status).toBe(409)
    const read = await app.askRaw(controller, { method: 'GET', url })
    expect([read.status, read.type, read.bytes.equals(bytes)]).toEqual([200, 'application/pdf', true])
    expect((await app.askRaw(outsider, { method: 'GET', url })).status).toBe(403)
    expect((await detail()).deliveries[0]?.document).toMatchObject({ name: 'svar til æøå.pdf' })
  })
})

describe('an internal milestone', () => {
  it('is added, changed, met and removed; the next deadline follows', async () => {
    await post(`/api/commitments/${id}/deadlines`, { version: 1, due: '2026-05-01', label: 'Utkast' })
    expect(await detail()).toMatchObject({ due: '2026-05-01', version: 2 })
    const own = await deadline('2026-05-01')
    await put(`/api/deadlines/${own}`, { version: 2, due: '2026-05-15', label: 'Utkast 2', metOn: null })
    expect((await detail()).due).toBe('2026-05-15')
    await put(`/api/deadlines/${own}`, { version: 3, due: '2026-05-15', label: 'Utkast 2', metOn: '2026-05-14' })
    expect((await detail()).due).toBe('2026-06-01')
    expect(await remove(`/api/deadlines/${own}?version=4`)).toMatchObject({ body: { version: 5 } })
    expect((await detail()).deadlines).toHaveLength(2)
  })

  it('is the only deadline that follow-up may change', async () => {
    const given = await deadline('2026-06-01')
    const answer = await put(`/api/deadlines/${given}`, { version: 1, due: '2027-01-01', label: 'x', metOn: null })
    expect(answer).toMatchObject({ status: 409, body: { params: { state: 'from-letter' } } })
    expect((await remove(`/api/deadlines/${given}?version=1`)).status).toBe(409)
  })
})

describe('a dependency', () => {
  it('is added and removed, and a circle is refused', async () => {
    const other = await addCommitment(app.database.owner, { letter, title: 'Annet' })
    await put(`/api/commitments/${id}/dependencies/${other}`, { version: 1, note: 'trenger tallene' })
    expect((await detail()).waitsFor).toMatchObject([{ id: other, note: 'trenger tallene' }])
    const circle = await put(`/api/commitments/${other}/dependencies/${id}`, { version: 1, note: '' })
    expect(circle).toMatchObject({ status: 400, body: { params: { field: 'dependsOn', rule: 'circle' } } })
    const twice = await put(`/api/commitments/${id}/dependencies/${other}`, { version: 2, note: '' })
    expect(twice.body).toMatchObject({ code: 'already-exists' })
    expect((await remove(`/api/commitments/${id}/dependencies/${other}?version=2`)).status).toBe(200)
    expect((await detail()).waitsFor).toEqual([])
  })

  it('of two that link crosswise at once, only one gets through', async () => {
    const other = await addCommitment(app.database.owner, { letter, title: 'Annet' })
    const answers = await Promise.all([
      put(`/api/commitments/${id}/dependencies/${other}`, { version: 1, note: '' }),
      put(`/api/commitments/${other}/dependencies/${id}`, { version: 1, note: '' }),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400])
  })
})

describe('texts and history', () => {
  it('what follow-up owns is edited, and the history says who did what', async () => {
    const texts = { lead: 'Bosetting', partners: ['KS', ' '], financing: '', frequency: 'halvårlig', recurrence: null }
    expect(await put(`/api/commitments/${id}/texts`, { version: 1, ...texts })).toMatchObject({ body: { version: 2 } })
    await put(`/api/commitments/${id}/owner`, { version: 2, unit: app.people.settlement, person: null })
    await post(
      `/api/commitments/${id}/deadlines`,
      { version: 3, due: '2026-05-01', label: 'Utkast' },
      app.people.caseworker,
    )
    await remove(`/api/deadlines/${await deadline('2026-05-01')}?version=4`)
    interface Line {
      kind: string
      verb: string
      by: string
      changes: { field: string; before: unknown; after: unknown }[]
    }
    const { body } = await app.ask<{ lines: Line[] }>(app.people.controller, 'GET', `/api/commitments/${id}/history`)
    const changes = body.lines.flatMap((line) => line.changes)
    expect(changes).toContainEqual({ field: 'partners', before: [], after: ['KS'] })
    expect(changes).toContainEqual({ field: 'owner_unit', before: null, after: 'Bosetting' })
    const milestone = body.lines.filter((line) => line.kind === 'deadline' && line.by !== null)
    expect(milestone.map((line) => [line.verb, line.by])).toEqual([
      ['removed', 'Ingrid Controller'],
      ['made', 'Kari Saksbehandler'],
    ])
  })

  it.each(['withdrawn', 'replaced'])('what a letter has %s is only read', async (state) => {
    const gone = await addCommitment(app.database.owner, { letter, title: 'Borte', state })
    const answers = await Promise.all([
      post(`/api/commitments/${gone}/notes`, { version: 1, light: 'green', note: '', deviation: '', measures: '' }),
      post(`/api/commitments/${gone}/deliveries`, { version: 1, ...delivery, meets: 'all' }),
      post(`/api/commitments/${gone}/reopen`, { version: 1, reason: 'x', deadlines: [] }),
      put(`/api/commitments/${gone}/owner`, { version: 1, unit: null, person: null }),
    ])
    expect(answers.map((answer) => answer.status)).toEqual([409, 409, 409, 409])
  })
})
