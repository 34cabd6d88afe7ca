import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/server/testing/database.ts'
import { type TestServer, testActor, testServer } from '../../platform/server/testing/server.ts'
import { figuresModule } from '../module.ts'
import { catalogue } from './index.ts'

let database: TestDatabase
let server: TestServer

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database, [figuresModule], '2026-11-23T12:00:00Z')
})
afterAll(() => database.drop())

describe('the figure catalogue', () => {
  it('answers what is defined, to those who may read figures', async () => {
    server.actAs(testActor(['figures.read']))
    expect((await server.app.inject('/api/figures/catalogue')).json()).toEqual({ figures: catalogue })
    server.actAs(testActor(['letter.read']))
    expect((await server.app.inject('/api/figures/catalogue')).statusCode).toBe(403)
  })

  it('has no code twice', () => {
    expect(new Set(catalogue.map((figure) => figure.code)).size).toBe(catalogue.length)
  })
})
