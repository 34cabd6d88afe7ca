import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ComparedLetter, compareLetters } from './compare-letters.ts'

const empty: ComparedLetter = {
  goals: [],
  steeringParameters: [],
  reportingRequirements: [],
  assignments: [],
  appropriations: [],
}
const assignment = (code: string | null, title: string, more: Partial<ComparedLetter['assignments'][number]> = {}) => ({
  code,
  title,
  goalNo: null,
  group: 'new',
  deadlines: [],
  deadlineText: null,
  mainResponsible: null,
  earlierCodes: [],
  ...more,
})
const parameter = (code: string, title: string, targets: string[]) => ({
  code,
  title,
  goalNo: '1',
  targets,
  reporting: null,
})

describe('the difference between two letters', () => {
  it('keeps an assignment with its code, whatever its title, and says which fields changed', () => {
    const before = {
      ...empty,
      assignments: [assignment('2024-04', 'Utvikle tiltak for fjellfolk', { deadlines: ['2025-12-31'] })],
    }
    const after = {
      ...empty,
      assignments: [assignment('2024- 04', 'Utvikling av tiltak for fjellfolk', { deadlines: ['2026-12-31'] })],
    }
    const [change] = compareLetters(before, after).assignments
    expect(change?.kind).toBe('changed')
    expect(change?.fields).toContainEqual({ field: 'deadlines', before: ['2025-12-31'], after: ['2026-12-31'] })
  })

  it('follows an assignment that got a new code and refers to the old one', () => {
    const before = { ...empty, assignments: [assignment('2022-27', 'Foreslå tiltak mot ras')] }
    const after = {
      ...empty,
      assignments: [assignment('2024-04', 'Iverksette vern i bratte lier', { earlierCodes: ['2022-27'] })],
    }
    expect(compareLetters(before, after).assignments.map(({ kind }) => kind)).toEqual(['changed'])
  })

  it('does not take two parameters for one because both are SP 1', () => {
    const before = { ...empty, steeringParameters: [parameter('SP 1', 'Andel reindrifter med plan', ['80 prosent'])] }
    const after = { ...empty, steeringParameters: [parameter('SP 1', 'Antall brukere av turhytter', [])] }
    expect(compareLetters(before, after).steeringParameters.map(({ kind }) => kind)).toEqual(['new', 'gone'])
  })

  it('follows a parameter that changed its code and target', () => {
    const before = {
      ...empty,
      steeringParameters: [parameter('SP 4', 'Andel reindrifter med beredskapsplan', ['80 prosent'])],
    }
    const after = {
      ...empty,
      steeringParameters: [parameter('SP 2', 'Andelen reindrifter med beredskapsplan', ['90 prosent'])],
    }
    expect(compareLetters(before, after).steeringParameters[0]?.fields.map(({ field }) => field)).toEqual([
      'code',
      'title',
      'targets',
    ])
  })

  it('compares money by chapter and item', () => {
    const post = (item: string, amountNOK: number | null) => ({
      chapter: '1499',
      chapterName: 'Fjordverket',
      item,
      name: `Post ${item}`,
      amountNOK,
    })
    const changes = compareLetters(
      { ...empty, appropriations: [post('01', 100), post('21', 5)] },
      { ...empty, appropriations: [post('01', 120), post('70', 9)] },
    )
    expect(changes.appropriations.map(({ kind, before, after }) => [kind, before?.item ?? after?.item])).toEqual([
      ['changed', '01'],
      ['new', '70'],
      ['gone', '21'],
    ])
  })

  it('finds nothing between a letter and itself, and mirrors new and gone', () => {
    const titles = fc.array(
      fc.constantFrom('Kartlegge ras', 'Telle rein', 'Bygge naust', 'Lese av målere', 'Rydde stier'),
      { maxLength: 5 },
    )
    const letterOf = (names: string[]): ComparedLetter => ({
      ...empty,
      assignments: [...new Set(names)].map((name, i) => assignment(`2026-0${i}${name.length}`, name)),
      goals: [...new Set(names)].map((name, i) => ({ no: String(i + 1), title: name })),
    })
    fc.assert(
      fc.property(titles, titles, (a, b) => {
        const [left, right] = [letterOf(a), letterOf(b)]
        expect(compareLetters(left, left).goals.every(({ kind }) => kind === 'same')).toBe(true)
        const count = (kind: string, one: ComparedLetter, two: ComparedLetter) =>
          compareLetters(one, two).goals.filter((change) => change.kind === kind).length
        expect(count('new', left, right)).toBe(count('gone', right, left))
      }),
    )
  })
})
