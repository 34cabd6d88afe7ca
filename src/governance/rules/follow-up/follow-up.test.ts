import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type PlainDate } from '../../../platform/rules/plain-date.ts'
import {
  afterDelivery,
  type Deadline,
  deadlineWindows,
  distance,
  nextDeadline,
  stateAfterDelivery,
  windowDates,
} from './deadline.ts'
import { type Dependency, wouldCircle } from './dependency.ts'
import { checkStatusNote, demandsDeviation, lights } from './light.ts'
import { checkOwner } from './owner.ts'
import { commitmentStates, followUpSteps, mayTake, requireStep } from './state.ts'

const date = (text: string) => text as PlainDate
const anyDate = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(date('2020-01-01'), days))
const anyDeadline: fc.Arbitrary<Deadline> = fc.record({
  id: fc.uuid(),
  due: anyDate,
  metOn: fc.option(anyDate),
  own: fc.boolean(),
})

describe('the traffic light (the ministry’s definition of 2017)', () => {
  it.each(lights)('%s is accepted with deviation and measures', (light) => {
    const note = { light, note: ' n ', deviation: ' d ', measures: 'm' }
    expect(checkStatusNote(note, null)).toEqual({
      ok: true,
      value: { light, note: 'n', deviation: 'd', measures: 'm' },
    })
  })
  it.each([
    ['red', '', 'tiltak'],
    ['red', 'avvik', '  '],
    ['yellow', '', ''],
  ] as const)('%s with deviation «%s» and measures «%s» is refused', (light, deviation, measures) => {
    const refused = checkStatusNote({ light, note: 'n', deviation, measures }, null)
    expect(refused).toEqual({ ok: false, problem: { code: 'deviation-required', params: { light } } })
  })
  it('green demands nothing', () => {
    expect(demandsDeviation.green).toBe(false)
    expect(checkStatusNote({ light: 'green', note: '', deviation: '', measures: '' }, null).ok).toBe(true)
  })
  it.each([
    [null, 'green', '', true],
    ['green', 'green', '', true],
    ['yellow', 'green', '', false],
    ['red', 'green', ' \n', false],
    ['red', 'green', 'Avtalen er signert', true],
    ['red', 'yellow', '', true],
    ['yellow', 'red', '', true],
  ] as const)('from %s to %s with note «%s»: accepted is %s', (before, light, note, accepted) => {
    const checked = checkStatusNote({ light, note, deviation: 'avvik', measures: 'tiltak' }, before)
    expect(checked.ok || checked.problem).toEqual(accepted || { code: 'improvement-required', params: {} })
  })
})

describe('allowed steps', () => {
  it.each([
    ['open', 'deliver', true],
    ['open', 'reopen', false],
    ['done', 'deliver', false],
    ['done', 'reopen', true],
    ['withdrawn', 'assign', false],
    ['replaced', 'note', false],
  ] as const)('%s: %s is %s', (state, step, allowed) => {
    expect(mayTake(state, step)).toBe(allowed)
    expect(requireStep(state, step).ok).toBe(allowed)
  })
  it('every step is possible somewhere, and nothing follows what a letter has taken out', () => {
    for (const step of followUpSteps) expect(commitmentStates.some((state) => mayTake(state, step))).toBe(true)
    expect(followUpSteps.some((step) => mayTake('withdrawn', step) || mayTake('replaced', step))).toBe(false)
  })
})

describe('deadlines', () => {
  const day = (id: string, due: string, metOn: string | null, own = false): Deadline => ({
    id,
    due: date(due),
    metOn: metOn === null ? null : date(metOn),
    own,
  })

  it('the next one is the earliest that is not met', () => {
    expect(nextDeadline([])).toBeNull()
    expect(nextDeadline([day('a', '2026-06-01', null), day('b', '2026-04-01', '2026-03-30')])).toBe('2026-06-01')
    fc.assert(
      fc.property(fc.array(anyDeadline), (deadlines) => {
        const next = nextDeadline(deadlines)
        const left = deadlines.filter((deadline) => deadline.metOn === null).map((deadline) => deadline.due)
        return next === null ? left.length === 0 : left.includes(next) && left.every((due) => due >= next)
      }),
    )
  })

  it.each([
    ['the last of the letter’s is met', [day('a', '2026-04-01', '2026-03-01'), day('b', '2026-06-01', null)], 'done'],
    ['one of the letter’s is left', [day('a', '2026-04-01', null), day('b', '2026-06-01', null)], 'open'],
    ['an internal milestone is left', [day('b', '2026-06-01', null), day('c', '2026-05-01', null, true)], 'done'],
    ['there is only an internal milestone', [day('b', '2026-06-01', null, true)], 'open'],
  ] as const)('when %s it is %s', (_when, deadlines, state) => {
    const meets = { deadline: 'b' }
    expect(stateAfterDelivery(afterDelivery(deadlines, meets, date('2026-05-30')), meets)).toBe(state)
  })

  it('a delivery that meets all ends it, one that meets none changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyDeadline), anyDate, (deadlines, on) => {
        expect(nextDeadline(afterDelivery(deadlines, 'all', on))).toBeNull()
        expect(afterDelivery(deadlines, 'none', on)).toEqual(deadlines)
        expect([stateAfterDelivery(deadlines, 'all'), stateAfterDelivery(deadlines, 'none')]).toEqual(['done', 'open'])
        // What was met earlier keeps its date.
        const before = deadlines.filter((deadline) => deadline.metOn !== null)
        expect(afterDelivery(before, 'all', on)).toEqual(before)
      }),
    )
  })

  it.each([
    ['2026-11-23', { kind: 'today' }],
    ['2026-12-05', { kind: 'left', days: 12 }],
    ['2026-11-20', { kind: 'over', days: 3 }],
  ])('%s is %o from 23 November', (due, expected) => expect(distance(date(due), date('2026-11-23'))).toEqual(expected))

  it('every date is in the window over, quarter or later, and in one of them only', () => {
    const inside = (window: 'over' | 'week' | 'month' | 'quarter' | 'later', due: PlainDate, today: PlainDate) => {
      const { from, to } = windowDates(window, today)
      return (from === null || from <= due) && (to === null || due <= to)
    }
    expect(deadlineWindows).toHaveLength(6)
    fc.assert(
      fc.property(anyDate, anyDate, (due, today) => {
        const found = (['over', 'quarter', 'later'] as const).filter((window) => inside(window, due, today))
        const narrower = inside('week', due, today)
          ? inside('month', due, today) && inside('quarter', due, today)
          : true
        return found.length === 1 && narrower
      }),
    )
  })
})

describe('who may own', () => {
  const today = date('2026-11-23')
  const unit = { kind: 'directorate-unit', validFrom: date('2020-01-01'), validTo: null }
  const field = (result: ReturnType<typeof checkOwner>) => (result.ok ? 'ok' : result.problem.params.field)

  it.each([
    ['a unit of the directorate', unit, undefined, 'ok'],
    ['a person in a unit', undefined, [unit], 'ok'],
    ['nobody', undefined, undefined, 'ok'],
    ['a municipality', { ...unit, kind: 'municipality' }, undefined, 'unit'],
    ['a closed unit', { ...unit, validTo: date('2026-11-22') }, undefined, 'unit'],
    ['a unit on its last day', { ...unit, validTo: today }, undefined, 'ok'],
    ['a unit that is not found', null, undefined, 'unit'],
    ['a person who has left', undefined, [], 'person'],
    ['a person who has not begun', undefined, [{ ...unit, validFrom: date('2026-12-01') }], 'person'],
    ['a person of a municipality', undefined, [{ ...unit, kind: 'municipality' }], 'person'],
    ['a person without roles', undefined, [], 'person'],
  ] as const)('%s', (_who, asUnit, asPerson, expected) => {
    expect(field(checkOwner(asUnit, asPerson, today))).toBe(expected)
  })
})

describe('dependencies', () => {
  it.each([
    ['itself', [], 'a', 'a', true],
    ['what waits for it', [{ commitment: 'b', dependsOn: 'a' }], 'a', 'b', true],
    ['another', [{ commitment: 'b', dependsOn: 'a' }], 'b', 'c', false],
  ] as const)('on %s', (_what, edges, commitment, dependsOn, circle) =>
    expect(wouldCircle(edges, commitment, dependsOn)).toBe(circle),
  )

  it('what is added only when it makes no circle can always be put in order', () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 }))
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 40 }), (pairs) => {
        const edges: Dependency[] = []
        for (const [a, b] of pairs) {
          if (!wouldCircle(edges, String(a), String(b))) edges.push({ commitment: String(a), dependsOn: String(b) })
        }
        let left = [...edges]
        for (;;) {
          const free = left.filter((edge) => !left.some((other) => other.commitment === edge.dependsOn))
          if (free.length === 0) break
          left = left.filter((edge) => !free.includes(edge))
        }
        return left.length === 0
      }),
    )
  })
})
