import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../platform/server/testing/database.ts'
import { type TestServer, testActor, testServer } from '../../../platform/server/testing/server.ts'
import { governanceModule } from '../../module.ts'
import type { CalendarAnswer, DueDate, FeedsAnswer, Scope } from '../../rules/rhythm/shapes.ts'
import { eventsOf, readCalendarLines, unescapeText } from '../testing/calendar-lines.ts'
import { makeDirectorate, type TestDirectorate } from '../testing/directorate.ts'
import { addCommitment, addGoal, addLetter } from '../testing/register-rows.ts'

const long = 'Utrede fagopplæring på deltid, med omsorgsansvar; og bl.a. øvelser – et nokså langt navn på æ, ø og å'
let database: TestDatabase
let server: TestServer
let people: TestDirectorate
let mine: string

const calendar = async (query = '') => (await server.app.inject(`/api/calendar${query}`)).json() as CalendarAnswer

const makeFeed = async (scope: Scope) => {
  const answer = await server.app.inject({ method: 'POST', url: '/api/calendar/feeds', payload: { scope } })
  const { id, address } = answer.json() as { id: string; address: string }
  return { id, path: new URL(address).pathname }
}

const titles = async (path: string) => {
  const answer = await server.app.inject(path)
  return eventsOf(readCalendarLines(answer.body)).map((event) => unescapeText(event.get('SUMMARY')?.value ?? ''))
}

beforeAll(async () => {
  database = await testDatabase()
  people = await makeDirectorate(database.owner)
  server = await testServer(database, [governanceModule], '2026-06-15T06:00:00Z')
  const letter = await addLetter(database.owner, 'Tildelingsbrev 2026', 2026)
  const goal = await addGoal(database.owner, letter, '1', 'Rask bosetting')
  const { settlement, analysis, caseworker } = people
  const person = caseworker.personId ?? ''
  const add = (seed: Omit<Parameters<typeof addCommitment>[1], 'letter'>) =>
    addCommitment(database.owner, { letter, ...seed })
  mine = await add({ title: long, code: '2026-05', person, goal, deadlines: ['2026-07-01', '2026-09-01'] })
  await add({ title: 'Opplæring', code: 'Del 2', kind: 'milestone', parent: mine, deadlines: ['2026-09-01'] })
  await add({ title: 'Enhetens', unit: settlement, light: 'red', deadlines: ['2026-08-01'] })
  await add({ title: 'Andres', unit: analysis, deadlines: ['2026-08-02'] })
  await add({ title: 'Trukket', unit: settlement, state: 'withdrawn', deadlines: ['2026-08-03'] })
  await add({ title: 'Halvårsrapport', kind: 'report', deadlines: ['2026-08-17'] })
  await add({ title: 'Særmøte', kind: 'meeting' })
  await database.owner`update governance.commitment set deadline_text = 'Juni 2026' where title = 'Særmøte'`
})
afterAll(() => database.drop())

describe('the calendar', () => {
  it('has each date once, a part with the owner and goal of its whole', async () => {
    server.actAs(people.caseworker)
    const { dates, year, today } = await calendar()
    expect([year, today]).toEqual([2026, '2026-06-15'])
    expect(dates.map((date) => date.title)).toEqual([long, 'Enhetens', 'Andres', 'Halvårsrapport', 'Opplæring'])
    expect(dates.at(-1)).toMatchObject({
      record: mine,
      code: '2026-05 Del 2',
      whole: long,
      person: 'Kari Saksbehandler',
      goal: '1 Rask bosetting',
    } satisfies Partial<DueDate>)
  })

  it.each([
    ['mine', 2],
    ['unit', 3],
    ['all', 5],
  ])('shows %s: %i dates', async (scope, count) => {
    server.actAs(people.caseworker)
    expect((await calendar(`?scope=${scope}`)).dates).toHaveLength(count)
  })

  it('lists the fixed rhythm, with what has no date in the letter’s words', async () => {
    const { rhythm } = await calendar()
    expect(rhythm.map((line) => [line.title, line.when, line.dates.length])).toEqual([
      ['Halvårsrapport', null, 1],
      ['Særmøte', 'Juni 2026', 0],
    ])
  })

  it('is empty for a year without dates, and refused to those who may not follow up', async () => {
    expect((await calendar('?year=2031')).dates).toEqual([])
    server.actAs(people.outsider)
    expect((await server.app.inject('/api/calendar')).statusCode).toBe(403)
  })
})

describe('a calendar feed', () => {
  it('keeps only the hash of its address, and lists when it was read', async () => {
    server.actAs(people.caseworker)
    const { id, path } = await makeFeed('mine')
    const [row] = await database.owner<{ token_hash: string }[]>`
      select token_hash from governance.calendar_feed where id = ${id}`
    expect(row?.token_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(path).not.toContain(row?.token_hash)
    const feedOf = async () => {
      const { feeds } = (await server.app.inject('/api/calendar/feeds')).json() as FeedsAnswer
      return feeds.find((feed) => feed.id === id)
    }
    expect(await feedOf()).toMatchObject({ scope: 'mine', lastReadAt: null })
    server.actAs(testActor([], { personId: null }))
    expect((await server.app.inject(path)).statusCode).toBe(200)
    server.actAs(people.caseworker)
    expect((await feedOf())?.lastReadAt).toBe('2026-06-15T06:00:00.000Z')
    server.actAs(people.controller)
    expect((await server.app.inject('/api/calendar/feeds')).json()).toEqual({ feeds: [] })
  })

  it('is a calendar by the rules of RFC 5545: all-day events, stable and escaped', async () => {
    server.actAs(people.caseworker)
    const { path } = await makeFeed('mine')
    const answer = await server.app.inject(path)
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
    const lines = readCalendarLines(answer.body)
    expect(lines.find((line) => line.name === 'VERSION')?.value).toBe('2.0')
    const [event] = eventsOf(lines)
    expect(event?.get('DTSTART')).toEqual({ name: 'DTSTART', params: { VALUE: 'DATE' }, value: '20260701' })
    expect(event?.get('UID')?.value).toMatch(/^[0-9a-f-]{36}@/)
    expect(event?.get('DTSTAMP')?.value).toMatch(/^\d{8}T\d{6}Z$/)
    expect(event?.get('TRANSP')?.value).toBe('TRANSPARENT')
    expect(unescapeText(event?.get('SUMMARY')?.value ?? '')).toBe(`2026-05 ${long}`)
    expect(unescapeText(event?.get('DESCRIPTION')?.value ?? '')).toContain('Mål: 1 Rask bosetting\n')
    expect(event?.get('URL')?.value).toContain(`/register/${mine}`)
  })

  it('has the same bytes until something changes, and then a higher SEQUENCE under the same UID', async () => {
    server.actAs(people.caseworker)
    const { path } = await makeFeed('mine')
    const first = await server.app.inject(path)
    server.setNow('2026-06-15T07:00:00Z')
    const headers = { 'if-none-match': String(first.headers.etag) }
    const same = await server.app.inject({ url: path, headers })
    expect([same.statusCode, same.body]).toEqual([304, ''])
    await database.owner`update governance.deadline set due = '2026-07-08' where due = '2026-07-01'`
    const changed = await server.app.inject({ url: path, headers })
    expect(changed.statusCode).toBe(200)
    const [before] = eventsOf(readCalendarLines(first.body))
    const [after] = eventsOf(readCalendarLines(changed.body))
    expect(after?.get('UID')).toEqual(before?.get('UID'))
    expect(Number(after?.get('SEQUENCE')?.value)).toBe(Number(before?.get('SEQUENCE')?.value) + 1)
  })

  it('shows what its scope says, and nothing that the person may no longer read', async () => {
    server.actAs(people.caseworker)
    const [own, unit, all] = [await makeFeed('mine'), await makeFeed('unit'), await makeFeed('all')]
    expect(await titles(own.path)).toHaveLength(2)
    expect(await titles(unit.path)).toContain('Enhetens')
    expect(await titles(unit.path)).not.toContain('Andres')
    expect(await titles(all.path)).toContain('Andres')
    const account = people.caseworker.personId
    await database.owner`update access.membership set ended_at = now() where account = ${account}`
    expect(await titles(all.path)).toEqual([])
    await database.owner`update access.membership set ended_at = null where account = ${account}`
  })

  it('answers nothing when it is revoked, and only its owner can revoke it', async () => {
    server.actAs(people.caseworker)
    const { id, path } = await makeFeed('all')
    const revoke = () => server.app.inject({ method: 'DELETE', url: `/api/calendar/feeds/${id}` })
    server.actAs(people.controller)
    expect((await revoke()).statusCode).toBe(404)
    server.actAs(people.caseworker)
    expect((await revoke()).json()).toEqual({ revoked: true })
    expect((await server.app.inject(path)).statusCode).toBe(404)
    expect((await server.app.inject('/calendar/guessed.ics')).json()).toMatchObject({ code: 'not-found' })
  })

  it('is one of ten at most, also when more are made at once', async () => {
    server.actAs(people.leader)
    const make = () => server.app.inject({ method: 'POST', url: '/api/calendar/feeds', payload: { scope: 'all' } })
    const answers = await Promise.all(Array.from({ length: 16 }, make))
    expect(answers.filter((answer) => answer.statusCode === 200)).toHaveLength(10)
    expect(answers.filter((answer) => answer.json().code === 'not-allowed-in-state')).toHaveLength(6)
  })
})
