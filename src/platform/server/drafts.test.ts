import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DraftAnswer } from '../rules/shapes.ts'
import { eraseDraftsTask } from './keep-draft.ts'
import { type TestDatabase, testDatabase } from './testing/database.ts'
import { type TestServer, testActor, testServer } from './testing/server.ts'

/** What is being written is kept for its writer alone, within limits, and for 30 days. */
const [ingrid, lars] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'] as const
let database: TestDatabase
let server: TestServer

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database, [], '2026-11-28T12:00:00Z')
})
afterAll(async () => {
  await server.app.close()
  await database.drop()
})

const ask = async (person: string | null, method: 'GET' | 'PUT' | 'DELETE', key: string, body?: object) => {
  server.actAs(testActor([], { personId: person }))
  const address = `/api/drafts/${encodeURIComponent(key)}`
  const answer = await server.app.inject({ method, url: address, ...(body === undefined ? {} : { payload: body }) })
  return { status: answer.statusCode, body: answer.json<DraftAnswer & { code?: string }>() }
}
const keep = (person: string, key: string, content: unknown) => ask(person, 'PUT', key, { content })
const read = async (person: string, key: string) => (await ask(person, 'GET', key)).body.content
const kept = async () => {
  const [row] = await database.owner<{ count: number }[]>`select count(*)::int as count from platform.draft`
  return row?.count
}

describe('a draft', () => {
  it('is read back as it was written, and what is written later stands instead', async () => {
    expect(await ask(ingrid, 'GET', 'a:status')).toEqual({ status: 200, body: { content: null, savedAt: null } })
    const content = { value: { note: 'Skrevet «først»\n– 😀', deadlines: ['x'] }, version: 3, base: null }
    const first = await keep(ingrid, 'a:status', content)
    expect(await ask(ingrid, 'GET', 'a:status')).toEqual({
      status: 200,
      body: { content, savedAt: first.body.savedAt },
    })
    const second = await keep(ingrid, 'a:status', { note: 'Skrevet så' })
    expect(await read(ingrid, 'a:status')).toEqual({ note: 'Skrevet så' })
    expect(Date.parse(String(second.body.savedAt))).toBeGreaterThan(Date.parse(String(first.body.savedAt)))
  })

  it('is seen, changed and forgotten by nobody but its writer, under the same key', async () => {
    await keep(ingrid, 'b:texts', 'hennes')
    expect(await read(lars, 'b:texts')).toBeNull()
    await keep(lars, 'b:texts', 'hans')
    expect(await read(ingrid, 'b:texts')).toBe('hennes')
    server.actAs(testActor([], { personId: lars }))
    expect((await server.app.inject('/api/drafts')).json()).toEqual({ keys: ['b:texts'] })
    expect((await ask(lars, 'DELETE', 'b:texts', {})).status).toBe(200)
    expect((await server.app.inject('/api/drafts')).json()).toEqual({ keys: [] })
    expect(await read(lars, 'b:texts')).toBeNull()
    expect(await read(ingrid, 'b:texts')).toBe('hennes')
  })

  it('is not there for the application’s role when it asks for another, nor for the system', async () => {
    await keep(ingrid, 'c:note', 'hennes')
    for (const actor of [testActor([], { personId: lars }), testActor(['*'], { personId: null })]) {
      server.actAs(actor)
      const seen = await server.run(async ({ sql }) => [
        ...(await sql`select key from platform.draft where key = 'c:note'`),
        ...(await sql`update platform.draft set content = '1' where key = 'c:note' returning key`),
        ...(await sql`delete from platform.draft where key = 'c:note' returning key`),
      ])
      expect(seen).toEqual([])
      const forged = server.run(
        ({ sql }) => sql`insert into platform.draft (account, key, content) values (${ingrid}, 'c:forged', '1')`,
      )
      await expect(forged).rejects.toMatchObject({ code: '42501' })
    }
    expect(await read(ingrid, 'c:note')).toBe('hennes')
  })

  it('is nobody’s who is not logged in', async () => {
    for (const method of ['GET', 'PUT', 'DELETE'] as const) {
      const answer = await ask(null, method, 'a:status', method === 'GET' ? undefined : { content: 1 })
      expect([answer.status, answer.body.code]).toEqual([401, 'not-logged-in'])
    }
  })

  it.each([
    ['without content', 'd:note', {}, 400, 'invalid-input'],
    ['with a NUL, which no database keeps', 'd:note', { content: 'a\u0000b' }, 400, 'invalid-input'],
    ['of more than 100 kB', 'd:note', { content: 'x'.repeat(102_400) }, 413, 'too-large'],
    ['under a key of more than 200 characters', 'd'.repeat(201), { content: 1 }, 404, 'not-found'],
    ['under a key that no form has', 'd note/ø', { content: 1 }, 404, 'not-found'],
  ])('is refused %s, and nothing is kept', async (_, key, body, status, code) => {
    const before = await kept()
    const answer = await ask(ingrid, 'PUT', key, body)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(await kept()).toBe(before)
  })

  it('of just 100 kB is kept', async () => {
    const content = 'x'.repeat(102_400 - 2)
    expect((await keep(ingrid, 'e:large', content)).status).toBe(200)
    expect(await read(ingrid, 'e:large')).toBe(content)
  })

  it('makes room when there are 200: the oldest goes, and nobody else’s', async () => {
    await database.owner`delete from platform.draft`
    await database.owner`insert into platform.draft (account, key, content, saved_at)
      select ${lars}, 'f:' || n, '1', now() - n * interval '1 minute' from generate_series(1, 200) n`
    await keep(ingrid, 'f:200', 'hennes')
    await keep(lars, 'f:new', 'ny')
    expect(await kept()).toBe(201)
    expect(await read(lars, 'f:200')).toBeNull()
    expect(await read(lars, 'f:199')).toBe(1)
    expect(await read(lars, 'f:new')).toBe('ny')
    expect(await read(ingrid, 'f:200')).toBe('hennes')
  })

  it('is erased at night, 30 days after it was last written, by the system alone', async () => {
    await database.owner`delete from platform.draft`
    for (const [key, age] of [
      ['old', '30 days 1 minute'],
      ['young', '29 days 23 hours'],
    ] as const) {
      await database.owner`insert into platform.draft (account, key, content, saved_at)
        values (${ingrid}, ${key}, '1', now() - ${age}::interval)`
    }
    server.actAs(testActor([], { personId: ingrid }))
    await expect(server.run(({ sql }) => sql`select platform.erase_old_drafts()`)).rejects.toMatchObject({
      code: '42501',
    })
    await server.runTask(eraseDraftsTask)
    expect(await read(ingrid, 'old')).toBeNull()
    expect(await read(ingrid, 'young')).toBe(1)
  })
})
