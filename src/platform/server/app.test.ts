import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { joinPermissions } from '../rules/permission.ts'
import { ProblemError } from '../rules/problem.ts'
import { buildApp } from './app.ts'
import { readConfig } from './config.ts'
import type { AppContext, Module } from './module.ts'
import { route } from './route.ts'
import { testDatabase } from './testing/database.ts'
import { type Actor, knownActor, systemActor } from './transaction.ts'

const person = '00000000-0000-4000-8000-000000000001'
let database: Awaited<ReturnType<typeof testDatabase>>
let actor: Actor

const contextOf = (): AppContext => ({
  config: readConfig({ FOTFESTE_SECRET: 'x'.repeat(40), FOTFESTE_DEMO: 'yes' }),
  databases: { app: database.app },
  clock: () => new Date('2026-11-23T12:00:00Z'),
  actorOf: () => knownActor(actor),
  permissions: joinPermissions([]),
})

const answer = Type.Object({ ok: Type.Boolean() })

const broken = { title: 'Broken', advice: 'Mend it' }

const thing: Module = {
  name: 'thing',
  problems: {
    'thing-broken': { status: 422, params: [], words: { nb: broken, nn: broken, en: broken } },
  },
  routes: (app, context) => {
    route(app, context, {
      method: 'GET',
      url: '/api/things/settings',
      access: { permission: 'thing.read' },
      summary: 'The settings that row-level security reads',
      schema: { response: Type.Object({ role: Type.String(), actor: Type.String(), may: Type.Boolean() }) },
      handle: async (tx) => {
        const [row] = await tx.sql<{ role: string; actor: string; may: boolean }[]>`
          select current_user::text as role, access.actor()::text as actor, access.may('thing.read') as may`
        if (!row) throw new Error('no row')
        return row
      },
    })
    route(app, context, {
      method: 'GET',
      url: '/api/things/nowhere',
      access: { permission: 'thing.read' },
      summary: 'Fails without asking the database',
      schema: { response: answer },
      handle: async () => {
        throw new ProblemError('not-found', { kind: 'thing' })
      },
    })
    route(app, context, {
      method: 'POST',
      url: '/api/things/:how',
      access: { permission: 'thing.write' },
      summary: 'Writes a notification in several ways',
      schema: {
        params: Type.Object({ how: Type.String() }),
        body: Type.Object({ code: Type.String({ maxLength: 20 }) }),
        response: answer,
      },
      handle: async (tx, { params, body }) => {
        await tx.sql`insert into platform.notification (account, code, link) values (${person}, ${body.code}, '/')`
        if (params.how === 'throw') throw new Error('secret detail')
        if (params.how === 'refuse') throw new ProblemError('not-found', { kind: 'thing' })
        if (params.how.startsWith('thing-')) throw new ProblemError({ code: params.how, params: {} })
        if (params.how !== 'silent') tx.audit({ action: 'thing.write', kind: 'thing', id: body.code })
        if (params.how === 'swallow') await tx.sql`select 1 / 0`.catch(() => {})
        return { ok: true }
      },
    })
  },
}

const app = async () => (await buildApp(contextOf(), [thing], { version: 'test', webFolder: null })).app

it('two modules with a history of the same kind keep the server from starting', async () => {
  const histories = { thing: { table: 'thing.thing', permission: 'thing.read' } }
  const two = ['one', 'other'].map((name) => ({ name, histories }))
  await expect(buildApp(contextOf(), two, { version: 'test', webFolder: null })).rejects.toThrow('other declares')
})

const notified = async (): Promise<string[]> =>
  (await database.owner<{ code: string }[]>`select code from platform.notification order by code`).map((r) => r.code)

beforeAll(async () => {
  database = await testDatabase()
  actor = { ...systemActor('test'), personId: person, permissions: new Set(['thing.read', 'thing.write']) }
})
afterAll(() => database.drop())

describe('a request', () => {
  it('runs as the application role with the actor in the settings', async () => {
    const response = await (await app()).inject('/api/things/settings')
    expect(response.json()).toEqual({ role: 'fotfeste_app', actor: person, may: true })
  })

  it('leaves nothing of the actor on the connection for the next one', async () => {
    await (await app()).inject('/api/things/settings')
    const [row] = await database.app<{ actor: string | null }[]>`select access.actor()::text as actor`
    expect(row?.actor).toBeNull()
  })

  it.each([
    ['throw', 500, 'unexpected'],
    ['refuse', 404, 'not-found'],
    ['thing-broken', 422, 'thing-broken'],
    ['thing-undeclared', 500, 'unexpected'],
    ['silent', 500, 'unexpected'],
    ['swallow', 500, 'unexpected'],
  ])('a write that ends by %s answers %i and leaves nothing', async (how, status, code) => {
    const response = await (await app()).inject({ method: 'POST', url: `/api/things/${how}`, payload: { code: how } })
    expect([response.statusCode, response.json().code]).toEqual([status, code])
    expect(response.body).not.toContain('secret')
    expect(await notified()).not.toContain(how)
  })

  it('a write commits together with its audit line', async () => {
    const response = await (await app()).inject({ method: 'POST', url: '/api/things/well', payload: { code: 'well' } })
    expect(response.statusCode).toBe(200)
    expect(await notified()).toContain('well')
    const lines = await database.owner`select actor, action, record from platform.audit`
    expect(lines).toContainEqual({ actor: person, action: 'thing.write', record: 'well' })
  })

  it('names the field that is wrong', async () => {
    const server = await app()
    const missing = await server.inject({ method: 'POST', url: '/api/things/well', payload: {} })
    expect(missing.json()).toMatchObject({ status: 400, code: 'invalid-input', params: { field: 'code' } })
    const long = await server.inject({ method: 'POST', url: '/api/things/well', payload: { code: 'x'.repeat(21) } })
    expect(long.json()).toMatchObject({ code: 'invalid-input', params: { field: 'code', rule: 'maxLength' } })
  })

  it('is refused without the permission, and without a login', async () => {
    const kept = actor
    actor = { ...kept, permissions: new Set() }
    expect((await (await app()).inject('/api/things/settings')).json()).toMatchObject({
      status: 403,
      code: 'no-access',
    })
    actor = { ...kept, personId: null }
    expect((await (await app()).inject('/api/things/settings')).json()).toMatchObject({ code: 'not-logged-in' })
    actor = kept
  })
})

describe('the server', () => {
  it('refuses to start when a route does not name its access', async () => {
    const open: Module = { name: 'open', routes: (app) => void app.get('/api/open', async () => 'hello') }
    await expect(buildApp(contextOf(), [open], { version: 'test', webFolder: null })).rejects.toThrow('access')
  })

  it('describes its routes and answers for its health', async () => {
    const server = await app()
    expect((await server.inject('/api/docs/json')).json().paths).toHaveProperty('/api/things/settings')
    expect((await server.inject('/health/ready')).json()).toEqual({ status: 'ok' })
    expect((await server.inject('/metrics')).body).toContain('fotfeste_http_request_seconds')
  })

  it('sends a strict Content-Security-Policy', async () => {
    const policy = String((await (await app()).inject('/health/live')).headers['content-security-policy'])
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
  })
})

describe('an address that means nothing', () => {
  it.each([
    ['GET', '/%c0%ae/', 400, 'invalid-input'],
    ['GET', '/api/things/%', 400, 'invalid-input'],
    ['POST', '/%zz', 400, 'invalid-input'],
    ['POST', `/api/things/${'x'.repeat(2000)}`, 400, 'invalid-input'],
    ['GET', '/api/things/%C3%A6', 404, 'not-found'],
    ['GET', '/?q=%zz', 404, 'not-found'],
  ] as const)('%s %s is a problem of the catalogue, with our headers', async (method, url, status, code) => {
    const { app } = await buildApp(contextOf(), [thing], { version: 'test', webFolder: null })
    const answer = await app.inject({ method, url })
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'content-security-policy': expect.stringContaining("default-src 'self'"),
      'x-content-type-options': 'nosniff',
    })
    await app.close()
  })
})

describe('the application role', () => {
  it.each(['platform.audit', 'access.access_log'])('can neither change nor delete in %s', async (table) => {
    await expect(database.app`delete from ${database.app.identifier(table)}`).rejects.toThrow('permission denied')
    await expect(database.app`update ${database.app.identifier(table)} set request = ''`).rejects.toThrow(
      'permission denied',
    )
  })
})

describe('text that the database cannot keep', () => {
  it('is refused as input, not as a fault of ours', async () => {
    actor = { ...systemActor('test'), personId: person, permissions: new Set(['thing.write']) }
    const { app } = await buildApp(contextOf(), [thing], { version: 'test', webFolder: null })
    const answer = await app.inject({ method: 'POST', url: '/api/things/plain', payload: { code: 'a\0b' } })
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-input'])
    await app.close()
  })
})
