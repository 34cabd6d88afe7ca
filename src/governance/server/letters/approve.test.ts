import readExcel from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApprovalView, Chain, Difference, OpenCommitments } from '../../rules/approval-shapes.ts'
import { demoLetter, findingOf, type LettersBench, lettersBench, type ProblemAnswer, people } from './testing/bench.ts'

let bench: LettersBench
const letters: Record<string, string> = {}

interface Row {
  readonly id: string
  readonly code: string
  readonly state: string
  readonly owner_person: string | null
  readonly next_deadline: string | null
}

const commitment = async (code: string, letter: string): Promise<Row> => {
  const [row] = await bench.database.owner<Row[]>`
    select id, code, state, owner_person, next_deadline from governance.commitment
    where code = ${code} and letter = ${letters[letter] ?? ''} and kind = 'assignment'`
  if (!row) throw new Error(`no ${code} in ${letter}`)
  return row
}

const readIn = async (name: string, year: number) => {
  const view = await bench.readIn(`${name}.txt`, demoLetter(`${name}.txt`))
  letters[name] = view.letter.id
  if (view.letter.year === year) return view
  // As a person would: the head is looked at first.
  const { id, version, kind, title, agency, ministry, reference, date, supplements } = view.letter
  const head = { version, kind, title, agency, ministry, reference, date, year, supplements }
  await bench.send('PUT', `/api/letters/${id}/head`, head)
  return bench.view(id)
}

const approve = async (name: string) => bench.approve(letters[name] ?? '')

beforeAll(async () => {
  bench = await lettersBench()
  await readIn('tildelingsbrev-2025', 2025)
})
afterAll(() => bench.drop())

describe('approving a letter', () => {
  it('is refused while something is left to check, with how much', async () => {
    const view = await bench.view(letters['tildelingsbrev-2025'] ?? '')
    const { status, body } = await bench.send<ProblemAnswer>('POST', `/api/letters/${view.letter.id}/approve`, {
      version: view.letter.version,
      reason: null,
      late: [],
    })
    expect([status, body.code]).toEqual([409, 'letter-not-checked'])
    expect(body.params.open).toBe(view.findings.length + view.doubts.length)
  })

  it('leaves nothing behind when it is stopped in the middle', async () => {
    await bench.database.owner`create function stop_it() returns trigger language plpgsql as
      $$ begin raise exception 'stopped'; end $$`
    await bench.database.owner`create trigger stop_it before insert on appropriations.allocation
      for each row execute function stop_it()`
    expect((await approve('tildelingsbrev-2025')).status).toBe(500)
    await bench.database.owner`drop trigger stop_it on appropriations.allocation`
    const [made] = await bench.database.owner`select
      (select count(*) from governance.commitment)::int as commitments, (select count(*) from governance.goal)::int as goals`
    expect(made).toEqual({ commitments: 0, goals: 0 })
    expect((await bench.view(letters['tildelingsbrev-2025'] ?? '')).letter.state).toBe('checking')
  })

  it('makes the register: goals, parameters with requirements, assignments with parts and dates, money', async () => {
    const { body: preview } = await bench.send<ApprovalView>(
      'GET',
      `/api/letters/${letters['tildelingsbrev-2025']}/approval`,
    )
    expect((await approve('tildelingsbrev-2025')).status).toBe(200)
    const kinds = await bench.database.owner<{ kind: string; count: number }[]>`
      select kind, count(*)::int from governance.commitment group by kind`
    const counted = Object.fromEntries(kinds.map((row) => [row.kind, row.count]))
    expect(counted).toMatchObject({ assignment: 7, 'steering-parameter': 6, report: 3, meeting: 3 })
    expect(preview.commitments).toHaveLength(kinds.reduce((sum, row) => sum + row.count, 0))
    const parts = await bench.database.owner`select m.title, d.due from governance.commitment m
      join governance.commitment a on a.id = m.parent join governance.deadline d on d.commitment = m.id
      where a.code = 'O3' order by d.due`
    expect(parts.map((part) => part.due)).toEqual(['2025-04-30', '2025-11-15', '2026-06-30'])
    const [requirement] = await bench.database.owner`select r.number, r.unit from governance.requirement r
      join governance.commitment c on c.id = r.commitment where c.code = 'SP 1'`
    expect(requirement).toMatchObject({ number: '85' })
    const [money] = await bench.database.owner`select amount_nok from appropriations.allocation
      where chapter = '696' and item = '60' and kind = 'item'`
    expect(money?.amount_nok).toBe(14_862_000_000)
  })

  it('is done once', async () => {
    const again = await bench.send<ProblemAnswer>('POST', `/api/letters/${letters['tildelingsbrev-2025']}/approve`, {
      version: 5,
      reason: 'Igjen, takk',
      late: [],
    })
    expect(again.status).toBe(409)
    const view = await bench.view(letters['tildelingsbrev-2025'] ?? '')
    expect(view.letter).toMatchObject({ state: 'approved', approvedBy: 'ingrid' })
    const [finding] = view.findings
    const change = await bench.send<ProblemAnswer>('POST', `/api/findings/${finding?.id}/reopen`, {
      version: finding?.version,
    })
    expect(change.body.code).toBe('not-allowed-in-state')
  })

  it('says that the year must be known first', async () => {
    const odd = await bench.readIn('notat.txt', 'Notat om en tur i skogen.\n'.repeat(20))
    await bench.send('POST', `/api/letters/${odd.letter.id}/retry`, {
      version: odd.letter.version,
      kind: 'assignment-letter',
    })
    await bench.read(odd.letter.id)
    const { body } = await bench.send<ProblemAnswer>('GET', `/api/letters/${odd.letter.id}/approval`)
    expect(body).toMatchObject({ code: 'invalid-input', params: { field: 'year' } })
  })
})

describe('the next year’s letter', () => {
  beforeAll(async () => {
    const owned = await commitment('O3', 'tildelingsbrev-2025')
    await bench.database.owner`update governance.commitment set owner_person = ${people.omar} where id = ${owned.id}`
    await readIn('tildelingsbrev-2026', 2026)
    expect((await approve('tildelingsbrev-2026')).status).toBe(200)
  })

  it('continues an assignment under a new number with its owner, who is notified', async () => {
    expect(await commitment('O3', 'tildelingsbrev-2025')).toMatchObject({ state: 'replaced', next_deadline: null })
    expect(await commitment('2026-03', 'tildelingsbrev-2026')).toMatchObject({
      state: 'open',
      owner_person: people.omar,
    })
    const notices = await bench.database
      .owner`select account, code from platform.notification where code = 'commitment-replaced'`
    expect(notices).toEqual([{ account: people.omar, code: 'commitment-replaced' }])
  })

  it('shows what earlier years left open', async () => {
    const { body } = await bench.send<OpenCommitments>('GET', '/api/commitments/open-from-earlier?year=2026')
    const codes = body.commitments.map((one) => one.code)
    expect(codes).toContain('O2')
    expect(codes).not.toContain('O3')
    expect(body.commitments.every((one) => one.year === 2025)).toBe(true)
  })

  it('is compared with the year before, on screen and as a workbook', async () => {
    const url = `/api/letters/${letters['tildelingsbrev-2026']}/difference`
    const { body } = await bench.send<Difference>('GET', `${url}?with=${letters['tildelingsbrev-2025']}`)
    const parameters = body.sections.find((one) => one.section === 'steering-parameter')
    expect(parameters?.counts.new).toBeGreaterThan(0)
    const minors = parameters?.rows.find((row) => row.before?.title.startsWith('Andel enslige mindreårige'))
    expect(minors).toMatchObject({ change: 'changed', after: { code: 'SP 2' } })
    expect(minors?.fields.find((field) => field.field === 'requirements')?.before).toEqual(['Minst 80 prosent'])

    const file = await bench.app.inject(`${url}.xlsx?with=${letters['tildelingsbrev-2025']}`)
    const sheets = await readExcel(file.rawPayload)
    const sheet = sheets.find((one) => one.sheet === 'Styringsparametere')
    expect(sheet?.data).toHaveLength((parameters?.rows.length ?? 0) + 1)
  })
})

const yearUrl = '/api/letters/years/difference?before=2025&after=2026'
const assignmentsIn = async (query = '') => {
  const { body } = await bench.send<Difference>('GET', `${yearUrl}${query}`)
  const rows = body.sections.find((one) => one.section === 'assignment')?.rows ?? []
  return { body, codes: rows.flatMap((row) => (row.after ? [row.after.code] : [])) }
}

describe('the year against the year before', () => {
  it('is the two letters while there are no supplements, and nothing when one of the years has no letter', async () => {
    const url = `/api/letters/${letters['tildelingsbrev-2026']}/difference?with=${letters['tildelingsbrev-2025']}`
    const { body } = await bench.send<Difference>('GET', url)
    const { body: years } = await assignmentsIn()
    expect(years.sections).toEqual(body.sections)
    expect(years.after).toMatchObject({ year: 2026, date: '2026-12-31', title: '2026 per 31.12.2026' })
    for (const query of ['before=2019&after=2026', 'before=2025&after=2026&afterDate=1999-01-01']) {
      const none = await bench.send<Difference>('GET', `/api/letters/years/difference?${query}`)
      expect(none.body.sections).toEqual([])
      expect([none.body.before.letters, none.body.after.letters]).toContainEqual([])
      expect((await bench.send('GET', `/api/letters/years/difference.xlsx?${query}`)).status).toBe(404)
    }
    expect((await bench.send('GET', `${yearUrl}&afterDate=31.12.2026`)).status).toBe(400)
  })
})

describe('the supplements', () => {
  beforeAll(async () => {
    const conference = await commitment('2026-07', 'tildelingsbrev-2026')
    await bench.database
      .owner`update governance.commitment set owner_person = ${people.omar} where id = ${conference.id}`
    await readIn('tillegg-1-2026', 2026)
    expect((await approve('tillegg-1-2026')).status).toBe(200)
  })

  it('are applied to the year, from their date on', async () => {
    const [letter] = await bench.database.owner<{ letter_date: string }[]>`
      select letter_date from governance.letter where id = ${letters['tillegg-1-2026'] ?? ''}`
    const day = letter?.letter_date ?? ''
    const eve = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
    const [now, then, before] = [
      await assignmentsIn(),
      await assignmentsIn(`&afterDate=${day}`),
      await assignmentsIn(`&afterDate=${eve}`),
    ]
    expect(now.body.after.letters).toHaveLength(2)
    expect(now.codes).not.toContain('2026-07')
    expect(then.codes).toEqual(now.codes)
    expect(before.codes).toContain('2026-07')
    expect(before.body.after.letters).toHaveLength(1)

    const file = await bench.app.inject(yearUrl.replace('difference?', 'difference.xlsx?'))
    expect(file.headers['content-disposition']).toContain('2026 per 31.12.2026')
    const sheets = await readExcel(file.rawPayload)
    const rows = now.body.sections.find((one) => one.section === 'assignment')?.rows.length ?? 0
    expect(sheets.find((one) => one.sheet === 'Oppdrag')?.data).toHaveLength(rows + 1)
  })

  it('withdraw an assignment, and its owner is notified', async () => {
    expect((await commitment('2026-07', 'tildelingsbrev-2026')).state).toBe('withdrawn')
    expect((await commitment('2026-07', 'tillegg-1-2026')).state).toBe('withdrawn')
    const notified = await bench.database
      .owner`select account from platform.notification where code = 'commitment-withdrawn'`
    expect(notified).toEqual([{ account: people.omar }])
  })

  it('revise an assignment: new dates on the new mention, the old one replaced, the owner goes on', async () => {
    expect((await commitment('2026-03', 'tildelingsbrev-2026')).state).toBe('replaced')
    const revised = await commitment('2026-03', 'tillegg-1-2026')
    expect(revised).toMatchObject({ state: 'open', owner_person: people.omar })
    const dates = await bench.database.owner`select distinct due from governance.deadline d
      join governance.commitment c on c.id = d.commitment where c.id = ${revised.id} or c.parent = ${revised.id}
      order by due`
    expect(dates.map((row) => row.due)).toEqual(['2026-06-30', '2027-03-01'])
  })

  it('add assignments to the year’s goals, without making the goals again', async () => {
    const [added] = await bench.database.owner`select g.number, g.letter from governance.commitment c
      join governance.goal g on g.id = c.goal where c.code = '2026-10'`
    expect(added).toEqual({ number: '1', letter: letters['tildelingsbrev-2026'] })
  })

  it('move an assignment to another date and goal', async () => {
    const view = await readIn('tillegg-2-2026', 2026)
    expect(view.letter.supplements).toBe(letters['tildelingsbrev-2026'])
    findingOf(view, (one) => one.kind === 'assignment' && (one.content as { code: string }).code === '2026-05')
    const { body } = await bench.send<ApprovalView>('GET', `/api/letters/${letters['tillegg-2-2026']}/approval`)
    const link = body.links.find((one) => one.later.startsWith('2026-05'))
    expect(['moves', 'revises']).toContain(link?.relation)
    expect([link?.before, link?.after]).toEqual([['2026-12-15'], ['2027-02-26']])
    expect((await approve('tillegg-2-2026')).status).toBe(200)
    const moved = await commitment('2026-05', 'tillegg-2-2026')
    const [goal] = await bench.database.owner`select g.number from governance.commitment c
      join governance.goal g on g.id = c.goal where c.id = ${moved.id}`
    expect([moved.next_deadline, goal?.number]).toEqual(['2027-02-26', '3'])
  })

  it('are one life of the assignment, oldest first, from whichever mention one asks', async () => {
    const first = await commitment('O3', 'tildelingsbrev-2025')
    const last = await commitment('2026-03', 'tillegg-1-2026')
    for (const { id } of [first, last]) {
      const { body } = await bench.send<Chain>('GET', `/api/commitments/${id}/chain`)
      expect(body.mentions.map((one) => one.code)).toEqual(['O3', '2026-03', '2026-03'])
      expect(body.links.map((link) => link.relation).sort()).toEqual(['continues', 'revises'])
    }
  })
})
