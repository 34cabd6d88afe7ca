import { type Ask, first, type Recipe } from './recipes.ts'

const who = 'controller'

interface Detail {
  readonly id: string
  readonly version: number
  readonly deadlines: readonly { readonly id: string; readonly own: boolean }[]
}

const detail = (ask: Ask, id: string) => ask<Detail>(who, 'GET /api/commitments/{id}', { parameters: { id } })

/** Open assignments, as the register's list gives them. */
const open = async (ask: Ask) => {
  const query = { state: 'open', kind: 'assignment' }
  const { rows } = await ask<{ rows: { id: string; version: number }[] }>(who, 'GET /api/commitments', { query })
  return rows
}

const milestone: Recipe = async (ask) => {
  const { id, version } = first(await open(ask))
  const body = { version, due: '2026-12-01', label: 'Utkast' }
  await ask(who, 'POST /api/commitments/{id}/deadlines', { parameters: { id }, body })
  const made = await detail(ask, id)
  const parameters = { id: first(made.deadlines, (one) => one.own).id }
  const changed = await ask(who, 'PUT /api/deadlines/{id}', {
    parameters,
    body: { ...body, version: made.version, metOn: null },
  })
  await ask(who, 'DELETE /api/deadlines/{id}', { parameters, query: { version: changed.version } })
}

const dependency: Recipe = async (ask) => {
  const [one, other] = await open(ask)
  const parameters = { id: one?.id ?? '', dependsOn: other?.id ?? '' }
  const key = '/api/commitments/{id}/dependencies/{dependsOn}'
  const { version } = await ask(who, `PUT ${key}`, { parameters, body: { version: one?.version, note: '' } })
  await ask(who, `DELETE ${key}`, { parameters, query: { version } })
}

const activities: Recipe = async (ask) => {
  const { id } = first(await open(ask))
  const texts = ['activity', 'indicator', 'achievement', 'deviation', 'remark', 'measuresDone', 'measuresPlanned']
  const body = { ownerUnit: null, ...Object.fromEntries(texts.map((name) => [name, 'Kartlegging'])) }
  const parameters = { id }
  const one = await ask(who, 'POST /api/commitments/{id}/activities', { parameters, body })
  const two = await ask(who, 'POST /api/commitments/{id}/activities', { parameters, body })
  await ask(who, 'PUT /api/commitments/{id}/activities/order', { parameters, body: { ids: [two.id, one.id] } })
  const { rows } = await ask<{ rows: { id: string }[] }>(who, 'GET /api/commitments', { query: { state: 'open' } })
  await ask(who, 'GET /api/history/{kind}/{id}', { parameters: { kind: 'commitment', id: first(rows).id } })
  const made = await ask(who, 'POST /api/commitments/{id}/activities', { parameters, body })
  const changed = await ask(who, 'PUT /api/activities/{id}', {
    parameters: { id: made.id },
    body: { ...body, version: made.version },
  })
  await ask(who, 'DELETE /api/activities/{id}', { parameters: { id: made.id }, query: { version: changed.version } })
}

const ownersAndNotes: Recipe = async (ask) => {
  const { id, version } = first((await open(ask)).slice(2))
  const parameters = { id }
  const owner = { unit: null, person: null }
  const owned = await ask(who, 'PUT /api/commitments/{id}/owner', { parameters, body: { version, ...owner } })
  const items = [{ id, version: owned.version }]
  await ask(who, 'POST /api/commitments/owners', { body: { items, ...owner } })
  const noted = await ask(who, 'POST /api/commitments/{id}/notes', {
    parameters,
    body: { version: (await detail(ask, id)).version, light: 'green', note: 'I rute', deviation: '', measures: '' },
  })
  const texts = { lead: null, partners: ['Udir'], financing: null, frequency: null, recurrence: null }
  await ask(who, 'PUT /api/commitments/{id}/texts', { parameters, body: { version: noted.version, ...texts } })
  await ask(who, 'POST /api/reminders/run')
}

const delivery: Recipe = async (ask) => {
  const { id, version } = first((await open(ask)).slice(1))
  const parameters = { id }
  const made = await ask<{ version: number; delivery: string }>(who, 'POST /api/commitments/{id}/deliveries', {
    parameters,
    body: { version, deliveredOn: '2026-05-30', recipient: 'Departementet', note: '', meets: 'all', deadline: null },
  })
  const document = { parameters: { id: made.delivery } }
  await ask(who, 'POST /api/deliveries/{id}/document', { ...document, file: ['svar.txt', 'Svaret står her.'] })
  await ask(who, 'GET /api/deliveries/{id}/document', document)
  const body = { version: (await detail(ask, id)).version, reason: 'Det gjelder fortsatt', deadlines: [] }
  await ask(who, 'POST /api/commitments/{id}/reopen', { parameters, body })
}

const stood: Recipe = async (ask) => {
  const { id } = first(await open(ask))
  // A day to come is answered by what is known so far; of the demo nothing is known before today.
  const parameters = { kind: 'commitment', id, day: '2100-01-01' }
  await ask(who, 'GET /api/history/{kind}/{id}/on/{day}', { parameters })
}

const calendarFeed: Recipe = async (ask) => {
  const feed = await ask<{ id: string; address: string }>(who, 'POST /api/calendar/feeds', { body: { scope: 'mine' } })
  const token = feed.address.split('/').at(-1)?.replace('.ics', '') ?? ''
  await ask(null, 'GET /calendar/{token}.ics', { parameters: { token } })
  await ask(who, 'DELETE /api/calendar/feeds/{id}', { parameters: { id: feed.id } })
}

const measure: Recipe = async (ask) => {
  const { parameters } = await ask<{ parameters: { commitment: string; version: number }[] }>(
    who,
    'GET /api/measurability',
  )
  const { commitment, version } = first(parameters)
  const body = { version, way: 'not-measurable', reason: 'Ingen kilde', sentence: 'Det finnes ingen kilde.' }
  await ask(who, 'PUT /api/measurability/{id}', { parameters: { id: commitment }, body })
}

/** Following up: milestones, dependencies, the reporting form, deliveries, calendar and measurability. */
export const registerRecipes: readonly Recipe[] = [
  milestone,
  dependency,
  activities,
  ownersAndNotes,
  delivery,
  stood,
  calendarFeed,
  measure,
]
