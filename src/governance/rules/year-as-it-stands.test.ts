import { describe, expect, it } from 'vitest'
import type { AssignmentContent, FindingContent } from './finding.ts'
import { letterDifference } from './letter-difference.ts'
import { yearAsItStands } from './year-as-it-stands.ts'

const assignment = (code: string, title: string, more: Partial<AssignmentContent> = {}): FindingContent => ({
  kind: 'assignment',
  content: {
    code,
    title,
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
    ...more,
  },
})
const money = (chapter: string, item: string, amountNOK: number | null): FindingContent => ({
  kind: 'appropriation',
  content: { chapter, chapterName: null, item, name: 'Driftsutgifter', amountNOK, keywords: [] },
})
const goal = (no: string, title: string): FindingContent => ({ kind: 'goal', content: { no, title, parentNo: null } })
const plan = assignment('2026-01', 'Utarbeide en plan for språkopplæring', {
  deadlines: ['2026-05-01' as never],
  financing: 'Kap. 670 post 01',
})

describe('a year with its supplements', () => {
  it('without supplements is the letter as it stands, also what it lists twice', () => {
    const letter = [goal('1', 'Rask bosetting'), money('670', '01', 5), money('670', '01', 7)]
    expect(yearAsItStands([letter])).toEqual(letter)
    expect(yearAsItStands([])).toEqual([])
  })

  it('has a revised assignment once, with what the supplement states and the rest from before', () => {
    const revised = assignment('Oppdrag nr. 2026-1', 'Plan for språkopplæring', {
      group: 'revised',
      deadlines: ['2026-09-01' as never],
    })
    const [only, ...none] = yearAsItStands([[plan], [revised]])
    expect(none).toEqual([])
    expect(only?.content).toMatchObject({
      deadlines: ['2026-09-01'],
      financing: 'Kap. 670 post 01',
      group: 'new',
      title: 'Plan for språkopplæring',
    })
  })

  it('has not what was withdrawn, and has what was added', () => {
    const withdrawn = assignment('2026-01', 'Plan for språkopplæring', { group: 'cancelled' })
    const added = assignment('2026-09', 'Holde en konferanse')
    expect(yearAsItStands([[plan], [withdrawn, added]])).toEqual([added])
    expect(yearAsItStands([[plan], [added], [withdrawn]])).toEqual([added])
  })

  it('keeps two assignments apart that are new under one code', () => {
    const other = assignment('2026-01', 'Følge opp tilskuddene til frivillige')
    expect(yearAsItStands([[plan], [other]])).toHaveLength(2)
  })

  it('adds the money of each letter to its item, 01 and 1 being one', () => {
    const year = yearAsItStands([
      [money('670', '01', 100), money('671', '60', 50)],
      [money('670', '1', 20), money('672', '21', 5)],
      [money('670', '01', -30), money('671', '60', null)],
    ])
    expect(year.map((line) => (line.kind === 'appropriation' ? line.content.amountNOK : null))).toEqual([90, 50, 5])
  })

  it('compared with the year before counts what was withdrawn as gone', () => {
    const before = yearAsItStands([[assignment('2025-07', 'Utarbeide en plan for språkopplæring')]])
    const withdrawn = assignment('2026-01', 'Plan for språkopplæring', { group: 'cancelled' })
    const gone = letterDifference(before, yearAsItStands([[plan], [withdrawn]]))
    expect(gone.find(({ section }) => section === 'assignment')?.counts).toMatchObject({ gone: 1, same: 0, changed: 0 })
  })
})
