import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isConfident } from '../../rules/finding-kind.ts'
import type { LetterView } from '../../rules/letter-shapes.ts'
import { actorOf, demoLetter, findingOf, type LettersBench, lettersBench, type ProblemAnswer } from './testing/bench.ts'

let bench: LettersBench
let letter: string

beforeAll(async () => {
  bench = await lettersBench()
  letter = (await bench.readIn('tildelingsbrev-2026.txt', demoLetter('tildelingsbrev-2026.txt'))).letter.id
})
afterAll(() => bench.drop())

const now = (): Promise<LetterView> => bench.view(letter)
const ids = (body: unknown): string[] => (body as { ids: string[] }).ids
const goal = { no: '6', title: 'Et nytt mål', parentNo: null }

describe('checking a finding', () => {
  it('accepts, opens again and rejects with a reason, each in the history', async () => {
    const { id } = findingOf(await now(), (one) => one.kind === 'meeting')
    expect((await bench.send('POST', `/api/findings/${id}/accept`, { version: 1 })).body).toEqual({ id, version: 2 })
    await bench.send('POST', `/api/findings/${id}/reopen`, { version: 2 })
    const reject = { version: 3, reason: 'Møtet er avlyst' }
    expect((await bench.send('POST', `/api/findings/${id}/reject`, reject)).status).toBe(200)
    const finding = findingOf(await now(), (one) => one.id === id)
    expect(finding).toMatchObject({ state: 'rejected', reason: 'Møtet er avlyst', version: 4, changedBy: 'ingrid' })
    const { body } = await bench.send<{ entries: { by: string | null; changes: { field: string }[] }[] }>(
      'GET',
      `/api/history/finding/${id}`,
    )
    expect(body.entries.map((entry) => entry.by)).toEqual(['ingrid', 'ingrid', 'ingrid', null])
    expect(body.entries[0]?.changes.map((change) => change.field).sort()).toEqual(['reason', 'state'])
  })

  it('is refused when someone else was there meanwhile, with who and when', async () => {
    const { id } = findingOf(await now(), (one) => one.kind === 'goal')
    bench.as(actorOf('omar'))
    await bench.send('POST', `/api/findings/${id}/accept`, { version: 1 })
    bench.as(actorOf('ingrid'))
    const { status, body } = await bench.send<ProblemAnswer>('POST', `/api/findings/${id}/reject`, {
      version: 1,
      reason: 'Feil',
    })
    expect([status, body.code, body.params.by]).toEqual([409, 'changed-by-other', 'omar'])
    expect(new Date(String(body.params.at)).getTime()).toBeGreaterThan(0)
  })

  it('of two at the same moment, lets one through', async () => {
    const { id } = findingOf(await now(), (one) => one.kind === 'report')
    const both = await Promise.all([
      bench.send('POST', `/api/findings/${id}/accept`, { version: 1 }),
      bench.send('POST', `/api/findings/${id}/accept`, { version: 1 }),
    ])
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 409])
  })

  it('keeps a correction, and names the field of one that is wrong', async () => {
    const { id, content } = findingOf(await now(), (one) => one.kind === 'steering-parameter')
    const given = content as { title: string }
    const wrong = { version: 1, kind: 'steering-parameter', content: { ...given, title: '' } }
    expect((await bench.send<ProblemAnswer>('PUT', `/api/findings/${id}`, wrong)).body).toMatchObject({
      code: 'invalid-input',
      params: { field: 'content.title' },
    })
    const right = { version: 1, kind: 'steering-parameter', content: { ...given, title: 'Andel bosatt' } }
    expect((await bench.send('PUT', `/api/findings/${id}`, right)).status).toBe(200)
    expect(findingOf(await now(), (one) => one.id === id)).toMatchObject({
      state: 'corrected',
      content: { title: 'Andel bosatt' },
    })
  })

  it.each(['0001-01-01', '9999-12-31'])(
    'refuses the date %s, around which no working days are known',
    async (deadline) => {
      const { id, version, content } = findingOf(await now(), (one) => one.kind === 'duty' && one.state === 'open')
      const wrong = { version, kind: 'duty', content: { ...(content as object), deadline } }
      expect((await bench.send<ProblemAnswer>('PUT', `/api/findings/${id}`, wrong)).body).toMatchObject({
        code: 'invalid-input',
        params: { field: 'content.deadline' },
      })
    },
  )

  it('takes the confident ones together, never a doubtful one', async () => {
    const view = await now()
    const confident = view.findings.filter(isConfident).slice(0, 10)
    const doubtful = findingOf(view, (one) => one.state === 'open' && one.doubts.length > 0)
    const seen = (list: typeof confident) => ({ findings: list.map(({ id, version }) => ({ id, version })) })
    const refused = await bench.send<ProblemAnswer>(
      'POST',
      `/api/letters/${letter}/accept`,
      seen([...confident, doubtful]),
    )
    expect(refused.body.code).toBe('not-allowed-in-state')
    expect((await now()).findings.filter((one) => one.state === 'accepted')).toHaveLength(2)
    const taken = await bench.send<{ accepted: number }>('POST', `/api/letters/${letter}/accept`, seen(confident))
    expect(taken.body).toEqual({ accepted: 10 })
  })
})

describe('reshaping findings', () => {
  it('splits one into several that know where they came from', async () => {
    const whole = findingOf(await now(), (one) => one.kind === 'duty' && one.state === 'open')
    const part = (text: string) => ({ kind: 'duty', content: { text, deadline: null, deadlineText: null } })
    const { body } = await bench.send('POST', `/api/findings/${whole.id}/split`, {
      version: whole.version,
      parts: [part('Den første delen'), { ...part('Den andre delen'), start: 5, end: 9 }],
    })
    const view = await now()
    expect(findingOf(view, (one) => one.id === whole.id)).toMatchObject({ state: 'rejected', reason: 'split' })
    expect(ids(body).map((id) => findingOf(view, (one) => one.id === id))).toMatchObject([
      { origin: 'split', state: 'corrected', start: whole.start },
      { origin: 'split', start: 5, end: 9 },
    ])
  })

  it('merges several into one', async () => {
    const two = (await now()).findings.filter((one) => one.kind === 'meeting' && one.state !== 'rejected').slice(0, 2)
    const { status, body } = await bench.send('POST', `/api/letters/${letter}/merge`, {
      findings: two.map(({ id, version }) => ({ id, version })),
      into: { kind: 'meeting', content: { type: 'Etatsstyringsmøter', period: 'April og oktober 2026', date: null } },
    })
    expect(status).toBe(200)
    const view = await now()
    expect(view.findings.filter((one) => one.reason === 'merge').map((one) => one.id)).toEqual(two.map((one) => one.id))
    expect(findingOf(view, (one) => one.id === ids(body)[0])).toMatchObject({ origin: 'merge', start: two[0]?.start })
  })

  it('adds what was selected in the text, with its line', async () => {
    const { body } = await bench.send<{ text: string }>('GET', `/api/letters/${letter}/text`)
    const start = body.text.indexOf('Brevet må leses sammen')
    const added = await bench.send('POST', `/api/letters/${letter}/findings`, {
      kind: 'goal',
      content: goal,
      start,
      end: start + 20,
    })
    const line = body.text.slice(0, start).split('\n').length
    expect(findingOf(await now(), (one) => one.id === ids(added.body)[0])).toMatchObject({
      origin: 'person',
      start,
      line,
      state: 'corrected',
    })
  })

  it.each([[{ start: 5, end: 5 }], [{ start: 5, end: 99_999_999 }], [{ start: null, end: 4 }]])(
    'refuses a place that the text does not have: %j',
    async (place) => {
      const made = { kind: 'goal', content: goal, ...place }
      const { body } = await bench.send<ProblemAnswer>('POST', `/api/letters/${letter}/findings`, made)
      expect(body.code).toBe('invalid-input')
    },
  )
})

describe('the letter as a whole', () => {
  it('settles a doubt with a note, and opens it again', async () => {
    await bench.database.owner`insert into governance.doubt (letter, kind, text) values (${letter}, 'unread-duty', 'x')`
    const doubt = (await now()).doubts.find((one) => one.text === 'x')
    const settled = await bench.send('POST', `/api/doubts/${doubt?.id}/handle`, { version: 1, note: 'Ikke en plikt' })
    expect(settled.body).toMatchObject({ version: 2 })
    expect((await now()).doubts.find((one) => one.id === doubt?.id)).toMatchObject({
      note: 'Ikke en plikt',
      changedBy: 'ingrid',
    })
    const stale = await bench.send<ProblemAnswer>('POST', `/api/doubts/${doubt?.id}/handle`, { version: 1, note: null })
    expect(stale.body.code).toBe('changed-by-other')
    expect((await bench.send('POST', `/api/doubts/${doubt?.id}/handle`, { version: 2, note: null })).status).toBe(200)
  })

  it('corrects the head, and refuses a date that does not exist', async () => {
    const { letter: head } = await now()
    const { id, kind, title, agency, ministry, reference, date, year, supplements } = head
    const said = { kind, title, agency, ministry, reference, date, year, supplements, version: head.version }
    const put = (change: object) => bench.send<ProblemAnswer>('PUT', `/api/letters/${id}/head`, { ...said, ...change })
    expect((await put({ date: '2026-02-30' })).body.code).toBe('invalid-input')
    expect((await put({ supplements: id })).body.code).toBe('invalid-input')
    expect((await put({ reference: '26/388-1' })).status).toBe(200)
    expect((await put({ reference: '26/388-7' })).body.code).toBe('changed-by-other')
    expect((await now()).letter.reference).toBe('26/388-1')
  })

  it('shows by its revision that something has changed', async () => {
    const revision = async () =>
      (await bench.send<{ revision: string }>('GET', `/api/letters/${letter}/revision`)).body.revision
    const before = await revision()
    expect(await revision()).toBe(before)
    const open = findingOf(await now(), (one) => one.state === 'open')
    await bench.send('POST', `/api/findings/${open.id}/accept`, { version: open.version })
    expect(await revision()).not.toBe(before)
  })

  it('leaves an audit line for each write, with the person', async () => {
    const lines = await bench.database.owner<{ action: string }[]>`
      select distinct action from platform.audit where actor = ${actorOf('ingrid').personId} order by action`
    expect(lines.map((line) => line.action)).toEqual(
      expect.arrayContaining([
        'doubt.handle',
        'doubt.reopen',
        'finding.accept',
        'finding.accept-many',
        'finding.add',
        'finding.correct',
        'finding.merge',
        'finding.reject',
        'finding.reopen',
        'finding.split',
        'letter.correct',
        'letter.upload',
      ]),
    )
  })

  it('does not let one who may only read change anything', async () => {
    const open = findingOf(await now(), (one) => one.state === 'open')
    bench.as(actorOf('omar', ['letter.read']))
    const { body } = await bench.send<ProblemAnswer>('POST', `/api/findings/${open.id}/accept`, {
      version: open.version,
    })
    expect(body.code).toBe('no-access')
    bench.as(actorOf('ingrid'))
  })
})
