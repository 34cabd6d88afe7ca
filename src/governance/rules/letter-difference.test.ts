import { describe, expect, it } from 'vitest'
import { checkContent, type FindingContent } from './finding.ts'
import { letterDifference } from './letter-difference.ts'
import { codeKey, codesInBrackets, maybeSameAgency, namesYear, sameTitle } from './same-thing.ts'

const sp = (code: string, title: string, ...requirements: string[]): FindingContent => ({
  kind: 'steering-parameter',
  content: {
    code,
    title,
    goalNo: null,
    purpose: null,
    baseline: null,
    reporting: null,
    requirements: requirements.map((text) => ({
      text,
      comparison: 'unclear',
      number: null,
      unit: null,
      subRequirement: null,
    })),
  },
})

const item = (chapter: string, no: string, amountNOK: number | null): FindingContent => ({
  kind: 'appropriation',
  content: { chapter, chapterName: null, item: no, name: 'Tilskudd', amountNOK, keywords: [] },
})

const section = (before: FindingContent[], after: FindingContent[], name: string) => {
  const found = letterDifference(before, after).find((one) => one.section === name)
  if (!found) throw new Error(name)
  return found
}

describe('the difference between two letters', () => {
  it('finds a parameter again by its title when its number is new', () => {
    const found = section(
      [sp('SP 2', 'Andel enslige mindreårige bosatt innen tre måneder', 'Minst 80 prosent'), sp('SP 9', 'Noe annet')],
      [sp('SP 3', 'Andel enslige mindreårige som er bosatt innen tre måneder', 'Minst 85 prosent'), sp('SP 4', 'Tolk')],
      'steering-parameter',
    )
    expect(found.counts).toEqual({ new: 1, gone: 1, changed: 1, same: 0 })
    const changed = found.rows.find((row) => row.change === 'changed')
    expect(changed?.fields).toContainEqual({
      field: 'requirements',
      before: ['Minst 80 prosent'],
      after: ['Minst 85 prosent'],
    })
  })

  it('compares money by chapter and item, not by name', () => {
    const found = section(
      [item('695', '01', 100), item('695', '21', 5)],
      [item('695', '1', 110), item('696', '01', 7)],
      'appropriation',
    )
    expect(found.counts).toEqual({ new: 1, gone: 1, changed: 1, same: 0 })
  })

  it('does not take silence for a change', () => {
    const stated = sp('SP 1', 'Andel bosatt', '85 prosent')
    const [before] = [{ ...stated, content: { ...stated.content, purpose: 'Vise om ventetiden går ned' } }] as [
      FindingContent,
    ]
    expect(section([before], [stated], 'steering-parameter').counts.same).toBe(1)
  })

  it('of a letter with itself is nothing', () => {
    const letter = [sp('SP 1', 'Andel', '85 prosent'), item('695', '01', 100)]
    for (const { counts } of letterDifference(letter, letter)) {
      expect([counts.new, counts.gone, counts.changed]).toEqual([0, 0, 0])
    }
  })
})

describe('codes and titles', () => {
  it.each([
    ['Oppdrag nr. 2025-02', '2025 – 2'],
    ['O3', 'O 3'],
    ['TB2025-FoU1', 'tb2025 – FoU 1'],
  ])('%s and %s are one code', (a, b) => expect(codeKey(a)).toBe(codeKey(b)))

  it.each([
    ['2025-02', true],
    ['TB2025-FoU1', true],
    ['22-27', true],
    ['O3', false],
    ['SP 9.1', false],
    ['14', false],
  ])('%s names its year: %s', (code, names) => expect(namesYear(code)).toBe(names))

  it.each([
    ['Fullføre kartlegging (ref. O3 i tildelingsbrevet for 2025)', ['O3']],
    ['Utrede (jf. 2024-07 i tillegg nr. 2 og O 4 i brevet)', ['2024-07', 'O4']],
    ['Plan (for perioden 2024-2027)', []],
    ['Mål O3 uten parentes', []],
  ])('in brackets, “%s” names %j', (title, codes) => expect(codesInBrackets(title)).toEqual(codes))

  it.each([
    ['Direktoratet for bosetting og inkludering', 'Direktoratet for busetjing og inkludering', true],
    ['Integrerings- og mangfoldsdirektoratet', 'IMDi', true],
    ['Direktoratet for bosetting og inkludering', null, true],
    ['Direktoratet for bosetting og inkludering', 'Fjelltilsynet', false],
    ['Direktoratet for bosetting og inkludering', 'Statens vegvesen', false],
  ])('%s may be %s: %s', (a, b, same) => expect(maybeSameAgency(a, b)).toBe(same))

  it('titles are alike in spite of small words and what stands in brackets', () => {
    expect(
      sameTitle('Evaluere tilskuddet til lokale møteplasser (O7)', 'Evaluere tilskudd til lokale møteplasser'),
    ).toBe(true)
    expect(sameTitle('Plan for tolker', 'Plan for kommuner')).toBe(false)
  })
})

describe('named recipients', () => {
  const recipient = (chapter: string, no: string, name: string, amountNOK: number): FindingContent => ({
    kind: 'recipient',
    content: { chapter, item: no, name, amountNOK },
  })

  it('are part of their item: a change among them is a change of it', () => {
    const before = [item('671', '70', 9), recipient('671', '70', 'Kirkens Bymisjon', 1_500_000), item('672', '70', 1)]
    const after = [item('671', '70', 9), recipient('671', '070', 'Kirkens Bymisjon', 2_000_000), item('672', '70', 1)]
    const found = section(before, after, 'appropriation')
    expect(found?.counts).toEqual({ new: 0, gone: 0, changed: 1, same: 1 })
    expect(found?.rows[0]?.fields).toEqual([
      {
        field: 'recipients',
        before: ['Kirkens Bymisjon: kr 1\u00a0500\u00a0000'],
        after: ['Kirkens Bymisjon: kr 2\u00a0000\u00a0000'],
      },
    ])
    expect(letterDifference(before, after).map((one) => one.section)).not.toContain('recipient')
  })

  it('come with an item that is new', () => {
    const found = section([], [item('671', '70', 9), recipient('671', '70', 'Noas', 100)], 'appropriation')
    expect(found?.rows[0]).toMatchObject({ change: 'new', fields: [{ before: [], after: ['Noas: kr 100'] }] })
  })
})

describe('the contract of a finding', () => {
  it('names the field that is wrong', () => {
    const wrong = { report: 'Årsrapport', countDate: null, due: '2026-09-31', dueText: null }
    expect(checkContent('report', wrong)).toMatchObject({
      ok: false,
      problem: { code: 'invalid-input', params: { field: 'content.due' } },
    })
    expect(checkContent('report', { ...wrong, due: '2026-09-30' }).ok).toBe(true)
    expect(checkContent('goal', { no: '1' })).toMatchObject({ ok: false })
    expect(checkContent('goal', { no: '1', title: 'A', parentNo: null, more: 1 })).toMatchObject({
      problem: { params: { field: 'content.more' } },
    })
  })
})
