import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../platform/server/testing/database.ts'
import { type TestServer, testServer } from '../../../platform/server/testing/server.ts'
import { makeDirectorate, type TestDirectorate } from '../testing/directorate.ts'
import { addCommitment, addLetter } from '../testing/register-rows.ts'
import { rhythmPart } from './index.ts'

let database: TestDatabase
let server: TestServer
let people: TestDirectorate
let letter: string

const run = async (at: string) => {
  server.setNow(at)
  const task = rhythmPart.tasks?.['send-reminders']
  if (task === undefined) throw new Error('no task')
  await server.runTask(task)
}

/** What was sent since the last time that the test asked: to whom, and how. */
const sent = async () => {
  const rows = await database.owner<{ who: string; code: string; params: Record<string, string | number> }[]>`
    delete from platform.notification returning access.name_of(account) as who, code, params`
  return rows.map(({ who, code, params }) => ({ who, code, params })).sort((a, b) => a.who.localeCompare(b.who))
}

beforeAll(async () => {
  database = await testDatabase()
  people = await makeDirectorate(database.owner)
  server = await testServer(database, [rhythmPart], '2026-06-15T06:00:00Z')
  letter = await addLetter(database.owner, 'Tildelingsbrev 2026', 2026)
})
afterAll(() => database.drop())

describe('reminders', () => {
  it('go to the owner before the deadline, once, however often the job runs', async () => {
    const person = people.caseworker.personId ?? ''
    await addCommitment(database.owner, { letter, title: 'Notat', code: 'O1', person, deadlines: ['2026-06-22'] })
    await run('2026-06-15T06:00:00Z')
    await run('2026-06-15T07:00:00Z')
    expect(await sent()).toEqual([
      { who: 'Kari Saksbehandler', code: 'deadline-near', params: { what: 'O1 Notat', due: '22.06.2026' } },
    ])
    await run('2026-06-16T06:00:00Z')
    expect(await sent()).toEqual([])
  })

  it('climb after the deadline: the owner, the unit’s leader, the directorate’s leaders', async () => {
    await run('2026-06-22T06:00:00Z')
    expect((await sent()).map((each) => each.code)).toEqual(['deadline-today'])
    await run('2026-06-23T06:00:00Z')
    expect((await sent()).map((each) => [each.who, each.code])).toEqual([['Kari Saksbehandler', 'deadline-owner']])
    await run('2026-06-29T06:00:00Z')
    expect((await sent()).map((each) => [each.who, each.code])).toEqual([['Lars Leder', 'deadline-unit-leader']])
    await run('2026-07-06T06:00:00Z')
    expect((await sent()).map((each) => each.code)).toEqual(['deadline-directorate-leaders'])
  })

  it('stop when it is delivered', async () => {
    await database.owner`update governance.deadline set met_on = '2026-07-07'`
    await run('2026-07-20T06:00:00Z')
    expect(await sent()).toEqual([])
  })

  it('are one digest for one who has many, and ownerless ones go to the controllers', async () => {
    const due = '2026-09-10'
    for (const title of ['A', 'B', 'C', 'D', 'E', 'F']) {
      await addCommitment(database.owner, { letter, title, deadlines: [due] })
    }
    await addCommitment(database.owner, { letter, title: 'Over', deadlines: ['2026-09-08'] })
    await run('2026-09-09T06:00:00Z')
    const [only, ...rest] = await sent()
    expect(rest).toEqual([])
    expect(only).toMatchObject({
      who: 'Ingrid Controller',
      code: 'deadlines-over',
      params: { count: 7, over: 1, near: 6 },
    })
    expect(String(only?.params.list).split('\n')).toHaveLength(6)
  })

  it('wait until six in Oslo', async () => {
    await addCommitment(database.owner, { letter, title: 'Vinter', deadlines: ['2026-12-15'] })
    await run('2026-12-14T04:00:00Z')
    expect(await sent()).toEqual([])
    await run('2026-12-14T05:00:00Z')
    expect((await sent()).map((each) => each.params.what)).toContain('Vinter')
  })

  it('can be set off by hand by one who gives owners', async () => {
    server.actAs(people.controller)
    const answer = await server.app.inject({ method: 'POST', url: '/api/reminders/run', payload: {} })
    expect(answer.json()).toEqual({ queued: true })
    server.actAs(people.caseworker)
    expect((await server.app.inject({ method: 'POST', url: '/api/reminders/run', payload: {} })).statusCode).toBe(403)
  })
})
