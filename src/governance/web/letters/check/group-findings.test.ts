import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../rules/letter-shapes.ts'
import { chapterSums, groupFindings, shownFindings } from './group-findings.ts'

const finding = (id: string, kind: string, content: object, more: Partial<Finding> = {}): Finding => ({
  id,
  kind,
  position: 0,
  content,
  start: 0,
  end: 1,
  line: 1,
  confidence: 1,
  doubts: [],
  state: 'open',
  origin: 'reader',
  reason: null,
  version: 1,
  changedAt: '2026-01-01T00:00:00Z',
  changedBy: null,
  ...more,
})

const doubt = { kind: 'impossible-date', text: '31.09.2026', line: 1, start: 0, end: 1 }
const goal = finding('g', 'goal', { no: '1', title: 'Bosetting' })
const under = finding('a', 'assignment', { goalNo: '1', title: 'Plan' }, { doubts: [doubt] })
const loose = finding('d', 'duty', { text: 'Noe' }, { state: 'accepted' })
const money = (id: string, amountNOK: number | null, state = 'open') =>
  finding(id, 'appropriation', { chapter: '696', amountNOK }, { state })

describe('the register beside the letter', () => {
  it('is grouped by kind in the order of the register', () => {
    expect(groupFindings([loose, under, goal], 'kind').map((group) => group.key)).toEqual([
      'goal',
      'assignment',
      'duty',
    ])
  })

  it('is grouped by goal, with the rest at the end', () => {
    const groups = groupFindings([goal, under, loose], 'goal')
    expect(groups.map((group) => group.findings.map((one) => one.id))).toEqual([['g', 'a'], ['d']])
    expect(groups[0]?.goal).toEqual({ no: '1', title: 'Bosetting' })
  })

  it('offers only confident findings without doubts to be accepted together', () => {
    expect(groupFindings([goal, under, loose], 'text')[0]?.confident.map((one) => one.id)).toEqual(['g'])
  })

  it('filters what is open and what is unsure, but keeps the chosen one', () => {
    const ids = (shown: 'open' | 'unsure' | 'all', chosen: string | null = null) =>
      shownFindings([goal, under, loose], shown, chosen).map((one) => one.id)
    expect(ids('open')).toEqual(['g', 'a'])
    expect(ids('unsure')).toEqual(['a'])
    expect(ids('all')).toEqual(['g', 'a', 'd'])
    expect(ids('open', 'd')).toEqual(['g', 'a', 'd'])
  })

  it('sums the items of a chapter without the rejected ones', () => {
    expect(chapterSums([money('x', 5), money('y', 7), money('z', 9, 'rejected'), money('w', null)]).get('696')).toBe(12)
  })
})
