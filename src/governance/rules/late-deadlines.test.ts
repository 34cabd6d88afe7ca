import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../platform/rules/plain-date.ts'
import { decideLate, type LateDecision, lateDeadlines } from './late-deadlines.ts'
import type { TakenFinding } from './planned-facts.ts'
import { registerFromFindings } from './register-from-findings.ts'
import type { RegisterPlan } from './register-plan.ts'

const today = '2026-06-01' as PlainDate
const report = (id: string, due: string | null): TakenFinding => ({
  id,
  source: { start: null, end: null },
  kind: 'report',
  content: { report: `Rapport ${id}`, countDate: null, due: due as PlainDate | null, dueText: null },
})
const plan = registerFromFindings({
  year: 2026,
  findings: [
    report('late', '2026-05-31'),
    report('today', '2026-06-01'),
    report('old', '2025-12-31'),
    report('no', null),
  ],
  goals: [],
  known: [],
})
const decide = (...choices: [string, string, LateDecision['choice']][]) =>
  decideLate(
    plan,
    choices.map(([key, due, choice]) => ({ key, due, choice })),
    today,
  )
const one = (decided: RegisterPlan, key: string) => decided.commitments.find((each) => each.key === key)

describe('deadlines that have passed when a letter is approved', () => {
  it('are those before today, the oldest first; what is due today is not late', () => {
    expect(lateDeadlines(plan, today).map(({ key, due }) => [key, due])).toEqual([
      ['old', '2025-12-31'],
      ['late', '2026-05-31'],
    ])
  })

  it('must all be decided', () => {
    const result = decide(['old', '2025-12-31', 'met'], ['late', '2026-05-30', 'open'])
    expect(result).toMatchObject({ ok: false, problem: { code: 'deadlines-passed', params: { count: 1 } } })
  })

  it('become late, done, or words, as was decided, and nothing else changes', () => {
    const result = decide(
      ['old', '2025-12-31', 'met'],
      ['late', '2026-05-31', 'undated'],
      ['today', '2026-06-01', 'undated'],
    )
    if (!result.ok) throw new Error(result.problem.code)
    expect(one(result.value, 'old')).toMatchObject({ state: 'done', deadlines: [{ metOn: '2025-12-31' }] })
    expect(one(result.value, 'late')).toMatchObject({ state: 'open', deadlines: [], deadlineText: '31.05.2026' })
    expect(one(result.value, 'today')).toEqual(one(plan, 'today'))
    expect(one(result.value, 'no')).toEqual(one(plan, 'no'))
    const open = decide(['old', '2025-12-31', 'open'], ['late', '2026-05-31', 'open'])
    expect(open).toMatchObject({ ok: true, value: plan })
  })

  it('are done only when none is left open', () => {
    const [whole] = plan.commitments
    if (!whole) throw new Error('no commitment')
    const two = [...whole.deadlines, { ...whole.deadlines[0], due: '2026-09-01' as PlainDate }]
    const longer = { ...plan, commitments: [{ ...whole, deadlines: two }] } as RegisterPlan
    const result = decideLate(longer, [{ key: 'late', due: '2026-05-31', choice: 'met' }], today)
    expect(result).toMatchObject({ ok: true, value: { commitments: [{ state: 'open' }] } })
  })
})
