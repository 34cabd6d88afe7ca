import readExcel from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../platform/server/testing/database.ts'
import { type TestServer, testServer } from '../../../platform/server/testing/server.ts'
import type { FrontPageAnswer, LeaderAnswer } from '../../rules/rhythm/shapes.ts'
import { makeDirectorate, type TestDirectorate } from '../testing/directorate.ts'
import { addCommitment, addGoal, addLetter } from '../testing/register-rows.ts'
import { rhythmPart } from './index.ts'

let database: TestDatabase
let server: TestServer
let people: TestDirectorate

const frontPage = async () => (await server.app.inject('/api/front-page')).json() as FrontPageAnswer
const leaderPage = async () => (await server.app.inject('/api/leader')).json() as LeaderAnswer

beforeAll(async () => {
  database = await testDatabase()
  people = await makeDirectorate(database.owner)
  server = await testServer(database, [rhythmPart], '2026-06-15T06:00:00Z')
  const { settlement, analysis, caseworker } = people
  const letter = await addLetter(database.owner, 'Tildelingsbrev 2026', 2026)
  const goal = await addGoal(database.owner, letter, '1', 'Rask bosetting')
  const person = caseworker.personId ?? ''
  const add = (seed: Omit<Parameters<typeof addCommitment>[1], 'letter'>) =>
    addCommitment(database.owner, { letter, ...seed })
  const red = await add({ title: 'Rødt', goal, person, unit: settlement, light: 'red', deadlines: ['2026-06-18'] })
  await add({ title: 'Sent', goal, person, unit: settlement, light: 'yellow', deadlines: ['2026-06-01'] })
  await add({ title: 'Ikke vurdert', person, unit: settlement, deadlines: ['2026-07-10'] })
  await add({ title: 'Uten eier', deadlines: ['2026-12-01'] })
  await add({ title: 'Analyse', unit: analysis, light: 'green', deadlines: ['2026-10-01'] })
  await add({ title: 'Ferdig', unit: analysis, state: 'done' })
  await add({ title: 'Møte', kind: 'meeting' })
  await database.owner`insert into governance.status_note (commitment, light, deviation, measures, recorded_by)
    values (${red}, 'red', 'Mangler svar', 'Purrer', ${person})`
})
afterAll(() => database.drop())

describe('the front page', () => {
  it('counts what is urgent for the one who opens it', async () => {
    server.actAs(people.caseworker)
    const page = await frontPage()
    expect(page.urgent).toEqual({
      late: 1,
      week: 1,
      red: 1,
      unassessed: 1,
      ownerless: 0,
      lettersToCheck: 0,
      unmeasurable: 0,
    })
    expect(page.deadlines.map((each) => each.title)).toEqual(['Sent', 'Rødt', 'Ikke vurdert'])
    expect([page.ofUnit, page.changes]).toMatchObject([
      false,
      [
        {
          what: 'status',
          title: 'Rødt',
          light: 'red',
          by: 'Kari Saksbehandler',
          at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        },
      ],
    ])
  })

  it('shows the unit’s deadlines to one who owns none, and what only controllers do to controllers', async () => {
    server.actAs(people.controller)
    const page = await frontPage()
    expect([page.ofUnit, page.deadlines.map((each) => each.title)]).toEqual([true, ['Analyse']])
    expect(page.urgent).toMatchObject({ ownerless: 1, late: 0 })
  })

  it('has the status of the year and the months of the wheel', async () => {
    const { status, months } = await frontPage()
    expect(status).toEqual({ open: 5, red: 1, yellow: 1, green: 1, none: 2, late: 1, ownerless: 1, soon: 2 })
    expect(months.find((month) => month.month === 6)).toEqual({
      month: 6,
      late: 1,
      red: 1,
      yellow: 0,
      green: 0,
      none: 0,
      done: 0,
    })
  })
})

describe('the leader’s page', () => {
  it('groups by unit and goal, and every group adds up to the whole', async () => {
    server.actAs(people.leader)
    const page = await leaderPage()
    expect(page.units.map((unit) => [unit.name, unit.open, unit.red, unit.late])).toEqual([
      ['Analyse', 1, 0, 0],
      ['Bosetting', 3, 1, 1],
      [null, 1, 0, 0],
    ])
    expect(page.goals.map((goal) => [goal.name, goal.open])).toEqual([
      ['1 Rask bosetting', 2],
      [null, 3],
    ])
    for (const key of ['open', 'red', 'yellow', 'green', 'none', 'late', 'ownerless', 'soon'] as const) {
      for (const groups of [page.units, page.goals]) {
        expect(groups.reduce((sum, group) => sum + group[key], 0)).toBe(page.total[key])
      }
    }
  })

  it('lists what the counts are made of, with deviation and measures', async () => {
    const page = await leaderPage()
    expect(page.red).toMatchObject([{ title: 'Rødt', deviation: 'Mangler svar', measures: 'Purrer' }])
    expect(page.late.map((item) => item.title)).toEqual(['Sent'])
    expect(page.ownerless.map((item) => item.title)).toEqual(['Uten eier'])
    expect(page.soon.map((item) => item.title)).toEqual(['Rødt', 'Ikke vurdert'])
  })

  it('is a workbook too', async () => {
    const answer = await server.app.inject('/api/leader/excel')
    const sheets = await readExcel(answer.rawPayload)
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Etter enhet', 'Etter mål', 'Rødt, forsinket, uten eier'])
    expect(sheets[2]?.data.flat()).toContain('Mangler svar')
  })

  it('is for leaders and controllers', async () => {
    server.actAs(people.caseworker)
    expect((await server.app.inject('/api/leader')).statusCode).toBe(403)
    server.actAs(people.outsider)
    expect((await server.app.inject('/api/front-page')).statusCode).toBe(403)
  })
})
