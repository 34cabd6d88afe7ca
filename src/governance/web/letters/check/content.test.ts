import { describe, expect, it } from 'vitest'
import { checkContent } from '../../../rules/finding.ts'
import { findingKinds } from '../../../rules/finding-kind.ts'
import { asKind, blankRow, contentFrom, mergeContents } from './content.ts'
import { contentFields } from './content-fields.ts'

/** What a person must still fill in. */
const needed: Record<string, object> = {
  goal: { no: '1' },
  appropriation: { chapter: '696', item: '60' },
  'chapter-sum': { chapter: '696' },
}

describe('a content made from selected words', () => {
  it.each(findingKinds)('%s follows its contract when what is needed is filled in', (kind) => {
    const content = { ...contentFrom(kind, 'Noe som skal gjøres'), ...needed[kind] }
    expect(checkContent(kind, content)).toMatchObject({ ok: true })
  })

  it('joins lines and hyphens of the letter', () => {
    expect(contentFrom('duty', 'legge fram en hand-\nlingsplan\nfor feltet').text).toBe(
      'legge fram en handlingsplan for feltet',
    )
  })

  it('gives rows that follow the contract', () => {
    for (const field of [...contentFields.assignment, ...contentFields['steering-parameter']]) {
      if (typeof field.shape !== 'object' || !('rows' in field.shape)) continue
      const kind = field.name === 'milestones' ? 'assignment' : 'steering-parameter'
      const row = { ...blankRow(field.shape.rows), title: 'Del', text: 'Minst 5' }
      const { title, text, ...rest } = row as Record<string, unknown>
      const fitting = field.name === 'milestones' ? { ...rest, title } : { ...rest, text }
      expect(checkContent(kind, { ...contentFrom(kind, 'Noe'), [field.name]: [fitting] })).toMatchObject({ ok: true })
    }
  })

  it('takes its words along to another kind', () => {
    const duty = { ...contentFrom('duty', 'Levere en plan'), deadlineText: 'i mai' }
    expect(asKind('duty', 'assignment', duty)).toMatchObject({ title: 'Levere en plan', deadlineText: 'i mai' })
  })
})

describe('merging contents', () => {
  it('keeps what the first states, fills from the next, and joins lists without doublets', () => {
    const merged = mergeContents([
      { title: 'A', lead: null, deadlines: ['2026-01-01'] },
      { title: 'B', lead: 'DBI', deadlines: ['2026-01-01', '2026-02-01'] },
    ])
    expect(merged).toEqual({ title: 'A', lead: 'DBI', deadlines: ['2026-01-01', '2026-02-01'] })
  })
})
