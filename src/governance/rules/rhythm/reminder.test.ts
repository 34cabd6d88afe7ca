import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type PlainDate } from '../../../platform/rules/plain-date.ts'
import { isWorkingDay } from '../../../reference/rules/working-day.ts'
import { reachedStage, recipientsOf, reminderStages, type StaffMember, sendDate } from './reminder.ts'

const day = (text: string) => text as PlainDate
const stage = (due: string, today: string) => reachedStage(day(due), day(today))?.stage ?? null

describe('the stage that a deadline has reached', () => {
  // 15 October 2026 is a Thursday.
  it.each([
    ['2026-09-14', null],
    ['2026-09-15', 'before-30'],
    ['2026-09-22', 'before-30'],
    ['2026-09-23', null], // a week late: the next one is near
    ['2026-10-01', 'before-14'],
    ['2026-10-08', 'before-7'],
    ['2026-10-14', 'before-1'],
    ['2026-10-15', 'due'],
    ['2026-10-16', 'over-1'],
    ['2026-10-22', 'over-7'],
    ['2026-10-29', 'over-14'],
    ['2027-03-01', 'over-14'],
  ])('15 October, seen on %s: %s', (today, expected) => expect(stage('2026-10-15', today)).toBe(expected))

  it.each([
    ['a Sunday is notified on the Friday before', '2026-10-18', '2026-10-16', 'due'],
    ['a day over on a Friday waits for Monday', '2026-10-16', '2026-10-17', 'due'],
    ['… and comes then', '2026-10-16', '2026-10-19', 'over-1'],
    ['Easter Monday is notified before Easter', '2026-04-06', '2026-04-01', 'due'],
  ])('%s', (_name, due, today, expected) => expect(stage(due, today)).toBe(expected))

  it('is always sent on a working day, in the order of the stages', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const due = addDays(day('2010-01-01'), days)
        const dates = reminderStages.map((each) => sendDate(each, due))
        expect(dates.every(isWorkingDay)).toBe(true)
        expect([...dates].sort()).toEqual(dates)
        // Whoever looks every day sees every stage that has a day of its own.
        const seen = new Set(
          Array.from({ length: 60 }, (_, step) => reachedStage(due, addDays(due, step - 35))?.stage).filter(Boolean),
        )
        const ownDay = reminderStages.filter((_each, index) => dates[index] !== dates[index + 1])
        expect([...seen]).toEqual(ownDay.map((each) => each.stage))
      }),
    )
  })
})

describe('who is reminded', () => {
  const member = (person: string, unit: string, role: string, top = false): StaffMember => ({ person, unit, role, top })
  const staff = [
    member('director', 'directorate', 'leader', true),
    member('head', 'settlement', 'leader'),
    member('kari', 'settlement', 'caseworker'),
    member('ingrid', 'analysis', 'controller'),
  ]

  it.each([
    ['the owner', 'owner', 'kari', 'settlement', ['kari']],
    ['the unit’s leader when no person owns', 'owner', null, 'settlement', ['head']],
    ['the unit’s controller when it has no leader', 'owner', null, 'analysis', ['ingrid']],
    ['the unit’s leader when the owner has left', 'owner', 'gone', 'settlement', ['head']],
    ['all controllers when nobody owns', 'owner', null, null, ['ingrid']],
    ['all controllers when the owner has left and no unit owns', 'owner', 'gone', null, ['ingrid']],
    ['the controllers when nobody owns, also a week over', 'unit-leader', null, null, ['ingrid']],
    ['the leader of the owner’s own unit', 'unit-leader', 'kari', null, ['head']],
    ['the directorate’s leaders when the leader is the owner', 'unit-leader', 'head', 'settlement', ['director']],
    ['the directorate’s leaders when the unit has none', 'unit-leader', 'ingrid', 'analysis', ['director']],
    ['the directorate’s leaders at last', 'directorate-leaders', 'kari', 'settlement', ['director']],
  ] as const)('%s', (_name, audience, person, unit, expected) =>
    expect(recipientsOf(audience, { person, unit }, staff)).toEqual(expected),
  )

  it('is somebody whenever there is a controller, and nobody twice', () => {
    const anyone = fc.record({
      person: fc.constantFrom('a', 'b', 'c'),
      unit: fc.constantFrom('x', 'y'),
      role: fc.constantFrom('leader', 'caseworker', 'controller'),
      top: fc.boolean(),
    })
    const owner = fc.record({ person: fc.constantFrom(null, 'a', 'z'), unit: fc.constantFrom(null, 'x', 'q') })
    fc.assert(
      fc.property(
        fc.array(anyone),
        owner,
        fc.constantFrom(...reminderStages.map((each) => each.audience)),
        (people, owned, audience) => {
          const found = recipientsOf(audience, owned, [...people, member('controller', 'x', 'controller')])
          expect(found.length).toBeGreaterThan(0)
          expect(new Set(found).size).toBe(found.length)
        },
      ),
    )
  })
})
