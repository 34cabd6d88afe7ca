import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApprovalView } from '../../rules/approval-shapes.ts'
import type { Detail } from '../../rules/follow-up/detail-shape.ts'
import type { LetterView } from '../../rules/letter-shapes.ts'
import { demoLetter, findingOf, type LettersBench, lettersBench, type ProblemAnswer, people } from './testing/bench.ts'

let bench: LettersBench
let letter: LetterView
let late: ApprovalView['late']

const reason = 'Alt er sett over samlet'
const approve = <T>(decisions: unknown) =>
  bench.send<T>('POST', `/api/letters/${letter.letter.id}/approve`, {
    version: letter.letter.version,
    reason,
    late: decisions,
  })
const choose = (choice: string, from = late) => from.map(({ key, due }) => ({ key, due, choice }))

interface Row {
  readonly id: string
  readonly title: string
  readonly state: string
  readonly next_deadline: string | null
  readonly deadline_text: string | null
  readonly due: string | null
  readonly met_on: string | null
  readonly unchecked: boolean
}

/** What the letter gave, a row for each deadline; on the bench it is November 2026. */
const stored = () => bench.database.owner<Row[]>`
  select c.id, c.title, c.state, c.next_deadline, c.deadline_text, c.unchecked, d.due, d.met_on
  from governance.commitment c left join governance.deadline d on d.commitment = c.id
  where c.letter = ${letter.letter.id} order by d.due`

beforeAll(async () => {
  bench = await lettersBench()
  const read = await bench.readIn('tildelingsbrev-2025.txt', demoLetter('tildelingsbrev-2025.txt'))
  const checked = findingOf(read, (one) => one.kind === 'assignment' && (one.content as { code: string }).code === 'O3')
  await bench.send('POST', `/api/findings/${checked.id}/accept`, { version: checked.version })
  letter = await bench.view(read.letter.id)
  late = (await bench.send<ApprovalView>('GET', `/api/letters/${letter.letter.id}/approval`)).body.late
})
afterAll(() => bench.drop())

describe('approving a letter whose deadlines have passed', () => {
  it('tells which ones before it is done', () => {
    expect(late.length).toBeGreaterThan(3)
    expect(late.every(({ due }) => due < '2026-11-23')).toBe(true)
    expect(late.map(({ due }) => due)).toEqual(late.map(({ due }) => due).sort())
  })

  it('is refused until it is said what becomes of each, and then nothing is stored', async () => {
    for (const decisions of [
      [],
      choose('open', late.slice(1)),
      choose('met').map((one) => ({ ...one, due: '2025-01-01' })),
    ]) {
      const { status, body } = await approve<ProblemAnswer>(decisions)
      expect([status, body.code]).toEqual([409, 'deadlines-passed'])
    }
    expect((await approve<ProblemAnswer>(choose('later'))).status).toBe(400)
    expect(await stored()).toEqual([])
    expect((await bench.view(letter.letter.id)).letter.state).toBe('checking')
  })

  it('stores what was decided: late, delivered on its date, or in words', async () => {
    const [first, second, ...rest] = late
    if (!first || !second) throw new Error('too few late ones')
    const decisions = [...choose('met', [first]), ...choose('undated', [second]), ...choose('open', rest)]
    expect((await approve(decisions)).status).toBe(200)
    const rows = await stored()
    expect(rows.filter(({ met_on }) => met_on !== null).map(({ due, met_on }) => [due, met_on])).toEqual([
      [first.due, first.due],
    ])
    const dated = rows.filter(({ due, met_on }) => due !== null && due < '2026-11-23' && met_on === null)
    expect(dated).toHaveLength(rest.length)
    const inWords = second.due.split('-').reverse().join('.')
    expect(rows.some(({ due, deadline_text }) => due === null && deadline_text?.includes(inWords))).toBe(true)
  })

  it('leaves on each what nobody had checked, and not on what somebody had', async () => {
    const rows = await stored()
    const checked = rows.filter(({ unchecked }) => !unchecked)
    expect(checked.length).toBeGreaterThan(1) // the assignment and its parts
    expect(rows.filter(({ unchecked }) => unchecked).length).toBeGreaterThan(10)
    for (const { id, unchecked } of [checked[0], rows.find((one) => one.unchecked)].filter(
      (one) => one !== undefined,
    )) {
      const { body } = await bench.send<Detail>('GET', `/api/commitments/${id}`)
      expect(body.unchecked).toBe(unchecked)
    }
  })

  it('tells with the letter how many commitments it gave, and how many await an owner', async () => {
    expect(letter.register).toBeNull()
    const wholes = await bench.database.owner<{ id: string }[]>`
      select id from governance.commitment where parent is null and state = 'open' and owner_unit is null`
    const before = (await bench.view(letter.letter.id)).register
    expect(before?.withoutOwner).toBe(wholes.length)
    expect(before?.commitments).toBeGreaterThanOrEqual(wholes.length)
    await bench.database.owner`update governance.commitment set owner_person = ${people.omar}
      where id = ${wholes[0]?.id ?? ''}`
    expect((await bench.view(letter.letter.id)).register?.withoutOwner).toBe(wholes.length - 1)
  })
})

describe('the difference', () => {
  it('is refused between letters to different agencies', async () => {
    const other = await bench.readIn('tildelingsbrev-2026.txt', demoLetter('tildelingsbrev-2026.txt'))
    const { id, version, kind, title, ministry, reference, date, year, supplements } = other.letter
    const url = `/api/letters/${id}/difference?with=${letter.letter.id}`
    expect((await bench.send('GET', url)).status).toBe(200)
    const head = { version, kind, title, agency: 'Fjelltilsynet', ministry, reference, date, year, supplements }
    await bench.send('PUT', `/api/letters/${id}/head`, head)
    const { status, body } = await bench.send<ProblemAnswer>('GET', url)
    expect([status, body.code]).toEqual([422, 'other-agency'])
    expect((await bench.send('GET', url.replace('difference', 'difference.xlsx'))).status).toBe(422)
  })
})
