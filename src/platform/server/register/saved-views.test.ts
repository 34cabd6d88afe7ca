import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SavedView } from '../../rules/saved-view-shapes.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { type TestServer, testActor, testServer } from '../testing/server.ts'

/** How somebody looks at a list is kept for that person, shared with one's own organisation only, and within bounds. */
const [ingrid, lars, omar] = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [string, string, string]
let database: TestDatabase
let server: TestServer
let places: readonly string[]

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database, [], '2026-11-28T12:00:00Z')
  const rows = await database.owner<{ id: string }[]>`
    insert into reference.organisation (kind, number, name_nb, name_nn, valid_from)
    select 'organisation', number, 'A', 'A', '2020-01-01' from unnest(array['310000032', '310000040']) number returning id`
  places = rows.map(({ id }) => id)
})
afterAll(async () => {
  await server.app.close()
  await database.drop()
})
beforeEach(() => database.owner`delete from platform.saved_view`)

const actAs = (personId: string, place = 0, permissions = ['view.save']) =>
  server.actAs(testActor(permissions, { personId, organisationId: places[place] ?? null }))
const ask = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object) => {
  const answer = await server.app.inject({ method, url: `/api/saved-views${path}`, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.json() }
}
const view = { name: 'Rødt hos oss', query: 'light=red&unit=none', shared: false }
const keep = (more: object = {}) => ask('POST', '', { page: '/register', ...view, ...more })
const listed = async (page = '/register'): Promise<SavedView[]> => (await ask('GET', `?page=${page}`)).body.views

describe('a saved view', () => {
  it('is there on its page, changed and removed by its owner', async () => {
    actAs(ingrid)
    const { id } = (await keep({ name: '  Rødt hos oss ' })).body
    expect(await listed()).toEqual([{ id, ...view, own: true }])
    expect(await listed('/letters')).toEqual([])
    const changed = { name: 'Alt', query: 'state=all', shared: true }
    expect((await ask('PUT', `/${id}`, changed)).status).toBe(200)
    expect(await listed()).toEqual([{ id, ...changed, own: true }])
    expect((await ask('DELETE', `/${id}`, {})).status).toBe(200)
    expect(await listed()).toEqual([])
    expect((await ask('DELETE', `/${id}`, {})).body.code).toBe('not-found')
  })

  it('is seen by others when it is shared, in the same organisation, and is never theirs to change', async () => {
    actAs(ingrid)
    const own = (await keep({ name: 'Bare min' })).body.id
    const shared = (await keep({ name: 'Delt', shared: true })).body.id
    actAs(lars)
    expect(await listed()).toEqual([{ ...view, id: shared, name: 'Delt', shared: true, own: false }])
    for (const id of [own, shared]) {
      expect((await ask('PUT', `/${id}`, view)).body.code).toBe('not-found')
      expect((await ask('DELETE', `/${id}`, {})).body.code).toBe('not-found')
    }
    actAs(omar, 1)
    expect(await listed()).toEqual([])
    actAs(ingrid)
    expect(await listed()).toHaveLength(2)
  })

  it('is bounded below the program too: nobody writes in another’s name, or for another’s organisation', async () => {
    actAs(ingrid)
    const { id } = (await keep({ shared: true })).body
    actAs(lars)
    const insert = (account: string, organisation: string | null) =>
      server.run(
        ({ sql }) => sql`insert into platform.saved_view (account, organisation, page, name, query)
          values (${account}, ${organisation}, '/register', 'x', '')`,
      )
    await expect(insert(ingrid, null)).rejects.toMatchObject({ code: '42501' })
    await expect(insert(lars, places[1] ?? null)).rejects.toMatchObject({ code: '42501' })
    const touched = await server.run(async ({ sql }) => [
      ...(await sql`update platform.saved_view set name = 'tatt' where id = ${id} returning id`),
      ...(await sql`delete from platform.saved_view where id = ${id} returning id`),
    ])
    expect(touched).toEqual([])
  })

  it('has a name of its own on its page', async () => {
    actAs(ingrid)
    expect((await keep()).status).toBe(200)
    expect((await keep()).body).toMatchObject({ code: 'already-exists', params: { field: 'name' } })
    expect((await keep({ page: '/letters' })).status).toBe(200)
    const { id } = (await keep({ name: 'Annet' })).body
    expect((await ask('PUT', `/${id}`, view)).body.code).toBe('already-exists')
    expect((await ask('PUT', `/${id}`, { ...view, name: 'Annet' })).status).toBe(200)
    actAs(lars)
    expect((await keep()).status).toBe(200)
  })

  it('is one of 50 at most', async () => {
    await database.owner`insert into platform.saved_view (account, page, name, query)
      select ${ingrid}, '/register', n::text, '' from generate_series(1, 49) n`
    actAs(ingrid)
    expect((await keep()).status).toBe(200)
    expect((await keep({ name: 'En til' })).body).toMatchObject({ code: 'too-many-kept', params: { most: 50 } })
    actAs(lars)
    expect((await keep()).status).toBe(200)
  })

  it.each([
    ['without a name', { name: ' ' }],
    ['with a name of 61 characters', { name: 'x'.repeat(61) }],
    ['of 2001 characters', { query: 'x'.repeat(2001) }],
    ['of a page elsewhere', { page: 'https://example.no/' }],
    ['of a page at another host', { page: '//example.no' }],
  ])('is refused %s', async (_, more) => {
    actAs(ingrid)
    expect((await keep(more)).body.code).toBe('invalid-input')
  })

  it('is nobody’s who may not', async () => {
    actAs(ingrid, 0, [])
    expect((await keep()).status).toBe(403)
    expect((await ask('GET', '?page=/register')).status).toBe(403)
  })
})
