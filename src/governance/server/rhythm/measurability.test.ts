import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../platform/server/testing/database.ts'
import { type TestServer, testServer } from '../../../platform/server/testing/server.ts'
import { governanceModule } from '../../module.ts'
import type { MeasurabilityAnswer } from '../../rules/measurability/shapes.ts'
import { makeDirectorate, type TestDirectorate } from '../testing/directorate.ts'
import { addCommitment, addLetter } from '../testing/register-rows.ts'
import { proposeMeasures, rhythmPart } from './index.ts'

let database: TestDatabase
let server: TestServer
let people: TestDirectorate
let letter: string

const view = async () => (await server.app.inject('/api/measurability')).json() as MeasurabilityAnswer

const parameter = async (title: string) => {
  const found = (await view()).parameters.find((each) => each.title === title)
  if (found === undefined) throw new Error(`no parameter ${title}`)
  return found
}

const decide = async (title: string, body: object) => {
  const { commitment, version } = await parameter(title)
  return server.app.inject({
    method: 'PUT',
    url: `/api/measurability/${commitment}`,
    payload: { version, reason: '', sentence: '', ...body },
  })
}

beforeAll(async () => {
  database = await testDatabase()
  people = await makeDirectorate(database.owner)
  server = await testServer(database, [governanceModule], '2026-01-20T08:00:00Z')
  letter = await addLetter(
    database.owner,
    'Tildelingsbrev 2026',
    2026,
    'Direktoratet skal ikkje berre gjere greie for det.',
  )
  const add = (title: string, code: string, requirements: readonly string[] = []) =>
    addCommitment(database.owner, { letter, kind: 'steering-parameter', title, code, requirements })
  await add('Andel vedtak i tide (UDI)', 'SP 1', ['90 prosent'])
  await add('Resultater av samordningen', 'SP 2')
  await add('Andel ledere med flerkulturell erfaring', 'SP 3', ['20 prosent'])
  await addCommitment(database.owner, { letter, title: 'Et oppdrag' })
  server.actAs(people.leader)
  await server.run((tx) => proposeMeasures(tx, letter))
  server.actAs(people.controller)
})
afterAll(() => database.drop())

describe('measurability', () => {
  it('is proposed for each steering parameter of the letter, flagged ones first', async () => {
    const { parameters, year } = await view()
    expect(year).toBe(2026)
    expect(parameters.map((each) => [each.code, each.way, each.reasonCode, each.confirmed])).toEqual([
      ['SP 2', 'not-measurable', 'words-only', false],
      ['SP 3', 'not-measurable', 'no-figure', false],
      ['SP 1', 'outside', 'source-named', false],
    ])
    expect(parameters[2]).toMatchObject({ outsideSource: 'Utlendingsdirektoratet (UDI)', requirements: ['90 prosent'] })
  })

  it('writes the sentence in the language of the ministry’s letter', async () => {
    expect((await parameter('Resultater av samordningen')).sentence).toContain('kan ikkje målast')
  })

  it('follows what the ministry has decided to be written to in', async () => {
    const other = await addLetter(
      database.owner,
      'Tillegg 1',
      2026,
      'Direktoratet skal ikkje berre gjere greie for det.',
    )
    await database.owner`update governance.letter set ministry = 'Styringsdepartementet' where id = ${other}`
    await database.owner`insert into reference.organisation (kind, number, name_nb, name_nn, written_language, valid_from)
      values ('ministry', '310000008', 'Styringsdepartementet', 'Styringsdepartementet', 'nb', '2020-01-01')`
    await addCommitment(database.owner, {
      letter: other,
      kind: 'steering-parameter',
      title: 'Resultater av tilsyn',
      code: 'SP 9',
    })
    const task = rhythmPart.tasks?.['propose-measures']
    if (task === undefined) throw new Error('no task')
    await server.runTask(task)
    expect((await parameter('Resultater av tilsyn')).sentence).toContain('kan ikke måles')
  })

  it('keeps what a person decides: who, the edited sentence, and the history', async () => {
    const answer = await decide('Resultater av samordningen', {
      way: 'not-measurable',
      sentence: 'Vi foreslår et tall.',
    })
    expect(answer.json()).toEqual({ version: 2 })
    expect(await parameter('Resultater av samordningen')).toMatchObject({
      confirmed: true,
      decidedBy: 'Ingrid Controller',
      sentence: 'Vi foreslår et tall.',
    })
    await decide('Andel ledere med flerkulturell erfaring', { way: 'outside', outsideSource: ' Egen undersøkelse ' })
    expect(await parameter('Andel ledere med flerkulturell erfaring')).toMatchObject({
      way: 'outside',
      outsideSource: 'Egen undersøkelse',
      reasonCode: null,
      sentence: '',
    })
    const [kept] = await database.owner`select count(*)::int as versions from history.governance_measure`
    expect(kept).toEqual({ versions: 2 })
    // A new run of the proposals leaves the decisions alone.
    const task = rhythmPart.tasks?.['propose-measures']
    await server.runTask(task ?? (async () => {}))
    expect((await parameter('Resultater av samordningen')).confirmed).toBe(true)
  })

  it.each([
    ['a figure that nobody has defined', { way: 'figure', figure: 'made-up' }, 404, 'not-found'],
    ['a source without a name', { way: 'outside', outsideSource: '  ' }, 400, 'invalid-input'],
    ['no sentence', { way: 'not-measurable', sentence: ' ' }, 422, 'reason-required'],
    ['an old version', { way: 'not-measurable', sentence: 'x', version: 99 }, 409, 'changed-by-other'],
  ])('refuses %s', async (_name, body, status, code) => {
    const answer = await decide('Andel vedtak i tide (UDI)', body)
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  })

  it('is decided by controllers only, and read by those who follow up', async () => {
    server.actAs(people.caseworker)
    expect((await decide('Andel vedtak i tide (UDI)', { way: 'not-measurable', sentence: 'x' })).statusCode).toBe(403)
    server.actAs(people.controller)
  })

  it('is a workbook too', async () => {
    const answer = await server.app.inject('/api/measurability/excel?year=2026')
    expect((await readSheet(answer.rawPayload)).flat()).toContain('Vi foreslår et tall.')
  })
})
