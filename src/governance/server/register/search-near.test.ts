import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RegisterApp, registerApp } from '../testing/register-app.ts'
import { addCommitment, addLetter } from '../testing/register-rows.ts'

let app: RegisterApp
const titles = [
  'Rask bosetting av flyktninger',
  'Fart i bosettingen i kommunene',
  'Kvalifisering til arbeid',
  'Styrke tolketjenesten',
  'Introduksjonsprogrammet',
  'Alle tiltak mot negativ sosial kontroll',
  'Tilskudd til frivillige',
  'Opplysning om Norge',
  'Samarbeid i Norden',
]

beforeAll(async () => {
  app = await registerApp()
  const { owner } = app.database
  const letter = await addLetter(owner, 'Tildelingsbrev 2026', 2026, 'Om integrering')
  for (const [index, title] of titles.entries()) {
    await addCommitment(owner, { letter, title, code: `2026-1${index}` })
  }
})
afterAll(() => app.close())

interface Hit {
  readonly kind: string
  readonly title: string
  readonly near: boolean
}
const search = async (q: string, more = '') => {
  const url = `/api/search?q=${encodeURIComponent(q)}${more}`
  return (await app.ask<{ hits: Hit[] }>(app.people.caseworker, 'GET', url)).body.hits
}
const first = (hit: Hit | undefined) => hit && `${hit.near ? 'near' : 'exact'}: ${hit.title.replace(/^2026-\d\d /, '')}`

describe('a word that is not in the register as it is written', () => {
  it.each([
    ['bosetning', 'Rask bosetting av flyktninger'],
    ['Bosetning', 'Rask bosetting av flyktninger'],
    ['bsoetting', 'Rask bosetting av flyktninger'],
    ['bostting', 'Rask bosetting av flyktninger'],
    ['bosetning av', 'Rask bosetting av flyktninger'],
    ['flyktnigner bosetning', 'Rask bosetting av flyktninger'],
    ['kommunane', 'Fart i bosettingen i kommunene'],
    ['kvalifisring', 'Kvalifisering til arbeid'],
    ['tolketjensten', 'Styrke tolketjenesten'],
    ['introprogram', 'Introduksjonsprogrammet'],
    ['introduksjonprogram', 'Introduksjonsprogrammet'],
    ['introduksjonsprogramet', 'Introduksjonsprogrammet'],
    ['frivilige', 'Tilskudd til frivillige'],
  ])('%s finds %s', async (q, title) => expect(first((await search(q))[0])).toBe(`near: ${title}`))

  it.each([
    'tall', // too short to be misspelt
    'tallene',
    'frister',
    'opplæring',
    'asylmottak',
    'regjeringen',
    'norsk',
    '2026-99', // a code means itself
    'bosetning 2025',
    'bosetning xx',
    "bosetting' or 1",
    '%%%%%%',
    '\\mboset\\M',
    'x'.repeat(200),
  ])('%s finds nothing', async (q) => expect(await search(q)).toEqual([]))
})

it('puts what is alike after what is exact, and finds each once', async () => {
  const hits = await search('bosettingen')
  expect(hits.map(first)).toEqual(['exact: Fart i bosettingen i kommunene', 'near: Rask bosetting av flyktninger'])
  expect((await search('bosetting')).map(({ near }) => near)).toEqual([false, false])
})

it('finds letters by a misspelt title', async () => {
  expect(await search('tildelngsbrev')).toMatchObject([{ kind: 'letter', title: 'Tildelingsbrev 2026', near: true }])
})

it('answers the first few, and all of them when asked for', async () => {
  expect(await search('2026-1')).toHaveLength(8)
  expect(await search('2026-1', '&all=true')).toHaveLength(9)
})

it('finds nothing for whom it is not theirs to read', async () => {
  const { body } = await app.ask<{ hits: Hit[] }>(app.people.outsider, 'GET', '/api/search?q=bosetning')
  expect(body.hits).toEqual([])
})

it('keeps the policy, and uses the indices', async () => {
  const { owner } = app.database
  const unseen = await app.database.app`select id from governance.commitment
    where id = any (array(select governance.commitment_like('bosetning')))`
  expect(unseen, 'nobody asks: no rows').toEqual([])
  const plan = await owner.begin(async (sql) => {
    await sql`set local enable_seqscan = off`
    return sql<{ 'QUERY PLAN': string }[]>`explain select like_it.id from access.words_of('introprogram') w
      cross join lateral (
        select id from governance.commitment where title operator(public.%>>) w.word
        union all select id from governance.commitment where title ~* w.hole) like_it`
  })
  expect(plan.filter((row) => row['QUERY PLAN'].includes('on commitment_title_trigrams'))).toHaveLength(2)
})
