import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ParseOutput } from '../../src/governance/rules/letter/parse-output.ts'
import { differencesOf } from './compare.ts'

const name = join(import.meta.dirname, 'mattrygghet-umulig-dato-feil-sum.json')
const read = (): ParseOutput => {
  const expected = JSON.parse(readFileSync(name, 'utf8'))
  return { ...expected, doubts: expected.doubts.map((doubt: object) => ({ ...doubt, line: 1 })) }
}

/** The reading with one thing changed, by the path to it. */
const changed = (path: string, value: unknown): ParseOutput => {
  const output = read()
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const place = keys.reduce<Record<string, unknown>>(
    (inner, key) => inner[key] as Record<string, unknown>,
    output as unknown as Record<string, unknown>,
  )
  place[last] = value
  return output
}

describe('the comparison of two readings', () => {
  it('finds no difference between a reading and itself', () => expect(differencesOf(read(), read())).toEqual([]))

  it.each([
    ['agency', 'Et annet tilsyn', 'agency: expected "Matvaretilsynet", found "Et annet tilsyn"'],
    ['goals.0.title', 'Noe annet', 'goal 1 title'],
    ['goals', [], 'goal: missing 1'],
    ['steeringParameters.0.targets', [], 'steering parameter SP 1 targets'],
    ['assignments.0.deadlines', ['2026-07-30'], 'assignment 2026-01 deadlines'],
    ['assignments.0.code', '2026-09', 'assignment: missing 2026-01'],
    ['assignments.2.milestones.0.deadline', null, 'assignment 2026-03 milestone: missing'],
    ['reportingDeadlines.0.due', '2026-03-16', 'reporting deadline: missing'],
    ['meetings', [{ type: 'Møte', period: null }], 'meeting: invented Møte'],
    ['appropriations.0.amountNOK', 1, 'appropriation 1115.01 amountNOK'],
    ['chapterSums.0.agrees', true, 'chapter sum 1115 agrees'],
    ['earmarks', [{ chapter: '1115', item: '01', amountNOK: 5, text: 'x' }], 'earmark: invented 1115.01 5'],
    ['doubts', [], 'doubt: missing impossible-date 31.04.2026'],
  ])('finds that %s was changed', (path, value, difference) => {
    expect(differencesOf(read(), changed(path, value)).join('\n')).toContain(difference)
  })

  it('finds a grave doubt that the letter gives no reason for', () => {
    const sound = { ...read(), doubts: [] }
    expect(differencesOf(sound, read()).some((line) => line.startsWith('doubt: invented'))).toBe(true)
  })

  it('does not mind spaces, dashes and the spelling of codes', () => {
    expect(differencesOf(read(), changed('assignments.0.code', 'Oppdrag nr. 2026 – 01'))).toEqual([])
  })
})
