import { type Ask, first, type Recipe, sendAs } from './recipes.ts'

const administrator = 'municipality-administrator'

interface Administration {
  readonly organisations: readonly { readonly id: string; readonly roles: readonly string[] }[]
  readonly waiting: readonly { readonly accountId: string }[]
}

/** Both demo providers lead the browser back by themselves when the address names a person. */
const loginOf =
  (provider: 'employee' | 'citizen', user: string): Recipe =>
  async (_ask, hunt) => {
    const cookies = new Map<string, string>()
    const keep = (lines: unknown) => {
      for (const line of [lines ?? []].flat() as string[]) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
        cookies.set(name, value)
      }
    }
    const cookie = () => [...cookies].map((pair) => pair.join('=')).join('; ')
    const begun = await sendAs(hunt, null, 'GET /api/login/{provider}', { parameters: { provider }, query: { user } })
    keep(begun.headers['set-cookie'])
    let next = new URL(String(begun.headers.location))
    while (!next.pathname.startsWith('/api/login/callback')) {
      const step = await hunt.world.app.inject({ url: `${next.pathname}${next.search}`, headers: { cookie: cookie() } })
      keep(step.headers['set-cookie'])
      next = new URL(String(step.headers.location), next)
    }
    const query = Object.fromEntries(next.searchParams)
    const back = await sendAs(hunt, null, 'GET /api/login/callback', { query, headers: { cookie: cookie() } })
    if (back.headers.location !== '/') throw new Error(`${user} was not let in: ${String(back.headers.location)}`)
  }

const chooseRole: Recipe = async (ask) => {
  const { memberships } = await ask<{ memberships: { id: string }[] }>('leader', 'GET /api/session')
  await ask('leader', 'PUT /api/session/membership', { body: { membershipId: first(memberships).id } })
}

const endOwnSession: Recipe = async (ask, hunt) => {
  hunt.world.people.forget('caseworker')
  const { sessions } = await ask<{ sessions: { id: string; current: boolean }[] }>('caseworker', 'GET /api/session/own')
  const { id } = first(sessions, (one) => !one.current)
  await ask('caseworker', 'POST /api/session/own/{id}/end', { parameters: { id }, body: {} })
}

const administration = (ask: Ask) => ask<Administration>(administrator, 'GET /api/access/administration')

const giveAndEndRole: Recipe = async (ask) => {
  const { organisations, waiting } = await administration(ask)
  const { id: organisationId } = first(organisations)
  const { accountId } = first(waiting)
  const body = { accountId, organisationId, role: 'refugee-service' }
  const given = await ask<{ membershipId: string }>(administrator, 'POST /api/access/members', { body })
  await ask(administrator, 'POST /api/access/members/{id}/end', { parameters: { id: given.membershipId }, body: {} })
}

const invite: Recipe = async (ask) => {
  const { id } = first((await administration(ask)).organisations)
  const body = { name: 'Ny Person', email: 'ny@example.no', organisationId: id, role: 'refugee-service' }
  await ask(administrator, 'POST /api/access/invitations', { body })
}

const organisation: Recipe = async (ask) => {
  const { organisations } = await ask<{
    organisations: { id: string; version: number; writtenLanguage: string; name: string; kind: string }[]
  }>(administrator, 'GET /api/organisations')
  const own = (await administration(ask)).organisations[0]?.id
  const { id, version, name, writtenLanguage } = first(organisations, (one) => one.id === own)
  const body = { nameNb: name, nameNn: name, writtenLanguage, version }
  await ask(administrator, 'PUT /api/organisations/{id}', { parameters: { id }, body })
}

const ownThings: Recipe = async (ask, { world: { people } }) => {
  await ask('interpreter', 'POST /api/notifications/read', { body: {} })
  await ask('interpreter', 'PUT /api/session/preferences', { body: { theme: 'dark' } })
  const draft = { parameters: { key: 'own.note' } }
  await ask('interpreter', 'PUT /api/drafts/{key}', { ...draft, body: { content: { note: 'Uferdig' } } })
  await ask('interpreter', 'DELETE /api/drafts/{key}', { ...draft, body: {} })
  const view = { name: 'Mine', query: 'state=all', shared: true }
  const { id } = await ask<{ id: string }>('interpreter', 'POST /api/saved-views', {
    body: { page: '/register', ...view },
  })
  await ask('interpreter', 'PUT /api/saved-views/{id}', { parameters: { id }, body: { ...view, shared: false } })
  await ask('interpreter', 'DELETE /api/saved-views/{id}', { parameters: { id }, body: {} })
  for (const route of ['POST /api/session/logout', 'POST /api/session/logout-everywhere']) {
    await ask('interpreter', route, { body: {} })
    people.forget('interpreter')
  }
}

/** Lists that are answered at once, and one with more lines, so that a job makes the file. */
const exports: Recipe = async (ask, { world }) => {
  await world.database.owner`insert into platform.audit (action, kind, record, request)
    select 'thing.do', 'many', n::text, 'x' from generate_series(1, 5001) n`
  const all = { filter: {}, format: 'xlsx' }
  await ask('privacy-officer', 'POST /api/exports/access-log', { body: all })
  await ask('controller', 'POST /api/exports/commitments', { body: all })
  const body = { ...all, filter: { kind: 'many' } }
  const { export: id } = await ask<{ export: string }>('privacy-officer', 'POST /api/exports/audit', { body })
  await world.runTask('make-export', { id })
  await ask('privacy-officer', 'GET /api/exports/{id}/file', { parameters: { id } })
}

/** Logging in, one's own sessions, roles, and exports. */
export const accessRecipes: readonly Recipe[] = [
  loginOf('employee', 'municipality-new'),
  loginOf('citizen', 'refugee'),
  chooseRole,
  endOwnSession,
  giveAndEndRole,
  invite,
  organisation,
  ownThings,
  exports,
]
