import { type FindingKind, findingKinds } from '../../../rules/finding-kind.ts'
import { type ContentField, contentFields } from './content-fields.ts'

/** A content as the form has it: the server checks it against the kind's contract. */
export type Content = Readonly<Record<string, unknown>>

const blankField = ({ shape }: ContentField): unknown => {
  if (shape === 'lines' || shape === 'dates') return []
  if (typeof shape === 'object') return 'rows' in shape ? [] : (shape.choose[0] ?? '')
  return shape === 'line' ? '' : shape === 'wholeRequired' ? 0 : null
}

const blankOf = (fields: readonly ContentField[]): Content =>
  Object.fromEntries(fields.map((field) => [field.name, blankField(field)]))

/** An empty row of a field that holds rows. */
export const blankRow = (fields: readonly ContentField[]): Content => ({
  ...blankOf(fields),
  ...(fields.some((field) => field.name === 'comparison') ? { comparison: 'unclear' } : {}),
})

/** The field that a selected passage belongs in. */
const mainField: Readonly<Record<FindingKind, string>> = {
  goal: 'title',
  'steering-parameter': 'title',
  'reporting-requirement': 'text',
  assignment: 'title',
  duty: 'text',
  report: 'report',
  meeting: 'type',
  appropriation: 'name',
  'chapter-sum': 'chapter',
  earmark: 'text',
  recipient: 'name',
}

const joined = (words: string): string =>
  words
    .replace(/(\p{Ll})-\n(?=\p{Ll})/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim()

/** A new content of a kind, with the selected words in the field that they belong in. */
export const contentFrom = (kind: FindingKind, words: string): Content => ({
  ...blankOf(contentFields[kind]),
  [mainField[kind]]: joined(words),
})

/** The words by which a finding is known, and the kind's main field for a change of kind. */
export const mainWords = (kind: FindingKind, content: Content): string => String(content[mainField[kind]] ?? '')

/** The content as another kind has it: fields of the same name go along. */
export const asKind = (from: FindingKind, to: FindingKind, content: Content): Content => {
  const blank = contentFrom(to, mainWords(from, content))
  const same = contentFields[to].filter(({ name }) => contentFields[from].some((field) => field.name === name))
  return { ...blank, ...Object.fromEntries(same.map(({ name }) => [name, content[name]])) }
}

/** Several contents as one: the first that states a field gives it, lists are joined. */
export const mergeContents = (contents: readonly Content[]): Content => {
  const [first = {}] = contents
  return Object.fromEntries(
    Object.keys(first).map((name) => {
      const stated = contents.map((content) => content[name]).filter((value) => value !== null && value !== '')
      if (!Array.isArray(first[name])) return [name, stated[0] ?? null]
      const all = new Map(stated.flat().map((value) => [JSON.stringify(value), value]))
      return [name, [...all.values()]]
    }),
  )
}

const valueWords = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(valueWords).filter(Boolean).join('; ')
  return typeof value === 'object' ? Object.values(value).map(valueWords).filter(Boolean).join(', ') : String(value)
}

/** All that a content says, in one line: to be held against what somebody else has written. */
export const contentWords = (content: Content): string =>
  Object.values(content).map(valueWords).filter(Boolean).join(' · ')

/** The kind as one of ours. */
export const kindOf = (kind: string): FindingKind => findingKinds.find((known) => known === kind) ?? 'duty'
