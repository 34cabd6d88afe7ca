import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../platform/rules/plain-date.ts'
import type { AssignmentContent, FindingContent } from './finding.ts'
import type { TakenFinding } from './planned-facts.ts'
import { registerFromFindings } from './register-from-findings.ts'
import type { KnownCommitment } from './register-plan.ts'

const date = (text: string) => text as PlainDate

const assignment = (id: string, fields: Partial<AssignmentContent>): TakenFinding => ({
  id,
  source: { start: 10, end: 20 },
  kind: 'assignment',
  content: {
    code: null,
    title: 'Digital kartlegging av kompetanse før bosetting',
    goalNo: null,
    group: 'new',
    deadlines: [],
    deadlineText: null,
    mainResponsible: null,
    partners: [],
    financing: null,
    recurrence: null,
    reporting: null,
    background: null,
    purpose: null,
    description: null,
    comment: null,
    milestones: [],
    earlierCodes: [],
    ...fields,
  },
})

const other = (id: string, finding: FindingContent): TakenFinding => ({ id, source: { start: 0, end: 5 }, ...finding })

const known = (fields: Partial<KnownCommitment>): KnownCommitment => ({
  id: 'k1',
  kind: 'assignment',
  state: 'open',
  parent: null,
  goal: 'g1',
  goalNo: '1',
  year: 2025,
  letterDate: date('2025-01-20'),
  code: 'O3',
  title: 'Digital kartlegging av kompetanse før bosetting',
  grouping: 'new',
  purpose: null,
  baseline: null,
  description: 'Lage en løsning',
  frequency: null,
  recurrence: null,
  deadlineText: null,
  lead: 'DBI',
  partners: [],
  financing: '12,5 mill. kroner',
  ownerUnit: 'unit',
  ownerPerson: 'kari',
  light: 'yellow',
  deadlines: [{ due: date('2026-06-30'), label: null, metOn: null }],
  ...fields,
})

const plan = (findings: TakenFinding[], register: KnownCommitment[] = [], year = 2026) =>
  registerFromFindings({ year, findings, goals: [{ id: 'g1', number: '1', title: 'Bosetting' }], known: register })

describe('an assignment of a new letter', () => {
  it('continues last year’s under a new number, with its owner and what is left unsaid', () => {
    const made = plan([assignment('a', { code: '2026-03', earlierCodes: ['O3'] })], [known({})])
    expect(made.links).toEqual([{ later: 'a', earlier: 'k1', earlierCode: 'O3', relation: 'continues' }])
    expect(made.endings).toEqual([{ commitment: 'k1', state: 'replaced' }])
    expect(made.commitments[0]).toMatchObject({ ownerPerson: 'kari', light: 'yellow', lead: 'DBI', state: 'open' })
    expect(made.commitments[0]?.deadlines.map((one) => one.due)).toEqual(['2026-06-30'])
  })

  it('is not mistaken for another year’s assignment with the same plain number', () => {
    const made = plan([assignment('a', { code: 'O3', title: 'Råd til tilsynsmyndigheter om tolk' })], [known({})])
    expect([made.links, made.endings]).toEqual([[], []])
  })

  it('keeps a number that names its year', () => {
    const made = plan([assignment('a', { code: '2025-05', group: 'earlier' })], [known({ code: '2025-05' })])
    expect(made.links).toEqual([{ later: 'a', earlier: 'k1', earlierCode: '2025-05', relation: 'continues' }])
  })

  it('is tied by its title when the letter says that it is an old one', () => {
    const made = plan([assignment('a', { group: 'earlier' })], [known({ code: null })])
    expect(made.links).toMatchObject([{ earlier: 'k1', relation: 'continues' }])
  })

  it('keeps the code of what was given before Fotfeste, and says so', () => {
    const made = plan([assignment('a', { code: 'TB2024-FoU1', group: 'fou-binding' })])
    expect(made.links).toEqual([{ later: 'a', earlier: null, earlierCode: 'TB2024-FoU1', relation: 'continues' }])
    expect(made.remarks).toMatchObject([{ code: 'earlier-unknown', detail: 'TB2024-FoU1' }])
  })

  it('is not tied to one that it only resembles, but that is said', () => {
    const made = plan([assignment('a', { code: '2026-03' })], [known({})])
    expect(made.links).toEqual([])
    expect(made.remarks).toMatchObject([{ code: 'looks-like-earlier', detail: expect.stringContaining('O3') }])
  })

  it('leaves what is delivered as it is', () => {
    const made = plan([assignment('a', { code: '2026-03', earlierCodes: ['O3'] })], [known({ state: 'done' })])
    expect(made.links).toHaveLength(1)
    expect(made.endings).toEqual([])
  })
})

describe('parts of an assignment', () => {
  const milestone = (label: string, deadline: string | null) => ({
    label,
    title: `Gjøre ${label}`,
    deadline: deadline === null ? null : date(deadline),
    deadlineText: deadline,
  })

  it('hold their own dates; the whole holds the rest', () => {
    const made = plan([
      assignment('a', {
        milestones: [milestone('Del 1', '2026-04-01'), milestone('Del 2', '2026-06-01')],
        deadlines: [date('2026-04-01'), date('2026-06-01'), date('2026-12-31')],
      }),
    ])
    expect(made.commitments.map((one) => [one.kind, one.parent, one.deadlines.map((d) => d.due)])).toEqual([
      ['assignment', null, ['2026-12-31']],
      ['milestone', 'a', ['2026-04-01']],
      ['milestone', 'a', ['2026-06-01']],
    ])
  })

  it('make the whole due with the last of them when they hold every date', () => {
    const made = plan([
      assignment('a', { milestones: [milestone('Del 1', '2026-04-01')], deadlines: [date('2026-04-01')] }),
    ])
    expect(made.commitments[0]?.deadlines.map((d) => d.due)).toEqual(['2026-04-01'])
  })

  it('that were delivered stay delivered when the supplement repeats their date', () => {
    const part = known({
      id: 'p1',
      kind: 'milestone',
      parent: 'k1',
      year: 2026,
      code: 'Del 1',
      title: 'Ta i bruk',
      state: 'done',
      deadlines: [{ due: date('2026-06-30'), label: null, metOn: date('2026-06-20') }],
    })
    const made = plan(
      [
        assignment('a', {
          code: '2026-03',
          group: 'revised',
          milestones: [milestone('Del 1', '2026-06-30'), milestone('Del 2', '2027-03-01')],
          deadlines: [date('2026-06-30'), date('2027-03-01')],
        }),
      ],
      [known({ code: '2026-03', year: 2026 }), part],
    )
    expect(made.commitments.map((one) => one.state)).toEqual(['open', 'done', 'open'])
    expect(made.commitments[1]?.deadlines[0]?.metOn).toBe('2026-06-20')
  })
})

describe('a supplement', () => {
  const before = known({ code: '2026-07', year: 2026, title: 'Nasjonal konferanse' })
  const part = known({ id: 'p1', kind: 'milestone', parent: 'k1', year: 2026, code: 'Del 1' })

  it('withdraws an assignment and its open parts, and keeps its own word of it', () => {
    const made = plan(
      [assignment('a', { code: '2026-07', title: 'Nasjonal konferanse', group: 'cancelled' })],
      [before, part],
    )
    expect(made.endings).toEqual([
      { commitment: 'k1', state: 'withdrawn' },
      { commitment: 'p1', state: 'withdrawn' },
    ])
    expect(made.commitments).toMatchObject([{ state: 'withdrawn', deadlines: [] }])
    expect(made.links).toMatchObject([{ relation: 'withdraws' }])
  })

  it('moves an assignment when only its date is new', () => {
    const given = { code: '2026-07', title: 'Nasjonal konferanse', deadlines: [date('2027-02-26')] }
    const made = plan([assignment('a', { ...given, group: 'revised' })], [before])
    expect(made.links).toMatchObject([{ relation: 'moves' }])
    expect(made.commitments[0]).toMatchObject({ description: 'Lage en løsning', goal: { known: 'g1' } })
  })

  it('revises an assignment when it is described anew', () => {
    const given = { code: '2026-07', title: 'Nasjonal konferanse', description: 'To konferanser' }
    expect(plan([assignment('a', { ...given, group: 'revised' })], [before]).links).toMatchObject([
      { relation: 'revises' },
    ])
  })

  it('does not let a new assignment take the place of another that has the same code', () => {
    const made = plan([assignment('a', { code: '2026-07', title: 'Kart over ferdsel' })], [before])
    expect([made.links, made.endings]).toEqual([[], []])
    expect(made.remarks).toMatchObject([{ code: 'code-in-use', detail: 'Nasjonal konferanse' }])
  })

  it('says so when it withdraws what nobody knows', () => {
    const made = plan([assignment('a', { code: '2026-99', group: 'cancelled' })])
    expect(made.remarks).toMatchObject([{ code: 'withdraws-unknown' }])
  })

  it('uses the year’s goals again and makes only new ones', () => {
    const made = plan([
      other('g', { kind: 'goal', content: { no: '1', title: 'Bosetting', parentNo: null } }),
      other('h', { kind: 'goal', content: { no: '2', title: 'Kvalifisering', parentNo: null } }),
      assignment('a', { goalNo: '1' }),
      assignment('b', { goalNo: '2', title: 'Norskkurs' }),
      assignment('c', { goalNo: '7', title: 'Ukjent' }),
    ])
    expect(made.goals).toEqual([{ key: 'h', number: '2', title: 'Kvalifisering' }])
    expect(made.commitments.map((one) => one.goal)).toEqual([{ known: 'g1' }, { planned: 'h' }, null])
    expect(made.remarks).toMatchObject([{ code: 'goal-unknown', detail: '7' }])
  })

  it('moves a report of the calendar', () => {
    const report = known({ id: 'r', kind: 'report', year: 2026, title: 'Halvårsrapport for 2026', code: null })
    const content = { report: 'Halvårsrapport for 2026', countDate: null, due: date('2026-09-01'), dueText: null }
    const made = plan([other('a', { kind: 'report', content })], [report])
    expect(made.links).toMatchObject([{ earlier: 'r', relation: 'moves' }])
  })
})

describe('steering parameters', () => {
  const content = {
    code: 'SP 2',
    title: 'Andel bosatt innen seks måneder',
    goalNo: null,
    purpose: null,
    baseline: null,
    requirements: [
      { text: '85 prosent', comparison: 'at-least' as const, number: 85, unit: 'prosent', subRequirement: null },
    ],
    reporting: 'Årsrapport',
  }

  it('are tied to last year’s, which is still to be reported', () => {
    const last = known({ id: 's', kind: 'steering-parameter', code: 'SP 1', title: content.title, deadlines: [] })
    const made = plan([other('a', { kind: 'steering-parameter', content })], [last])
    expect(made.links).toMatchObject([{ earlier: 's', relation: 'continues' }])
    expect(made.endings).toEqual([])
    expect(made.commitments[0]).toMatchObject({ ownerPerson: 'kari', requirements: content.requirements })
  })

  it('of a supplement take the place of the year’s own', () => {
    const own = known({ id: 's', kind: 'steering-parameter', code: 'SP 2', year: 2026, deadlines: [] })
    const made = plan([other('a', { kind: 'steering-parameter', content })], [own])
    expect(made.endings).toEqual([{ commitment: 's', state: 'replaced' }])
  })
})

describe('money', () => {
  it('keeps chapters with their names, items, bindings and recipients', () => {
    const made = plan([
      other('a', {
        kind: 'appropriation',
        content: { chapter: '696', chapterName: 'Bosetting', item: '60', name: 'Tilskudd', amountNOK: 5, keywords: [] },
      }),
      other('b', { kind: 'chapter-sum', content: { chapter: '696', sumNOK: 5 } }),
      other('c', { kind: 'earmark', content: { chapter: null, item: null, amountNOK: 2, text: 'til møteplasser' } }),
      other('d', { kind: 'recipient', content: { chapter: '696', item: '71', amountNOK: 1, name: 'Laget' } }),
    ])
    expect(made.money.map((line) => [line.kind, line.chapter, line.item, line.name, line.amountNok])).toEqual([
      ['item', '696', '60', 'Tilskudd', 5],
      ['chapter', '696', null, 'Bosetting', 5],
      ['binding', null, null, 'til møteplasser', 2],
      ['recipient', '696', '71', 'Laget', 1],
    ])
    expect(made.commitments).toEqual([])
  })
})
