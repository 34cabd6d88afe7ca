import { codeKey } from './codes.ts'
import type { Assignment, Doubt, LetterKind, LetterReading, Place } from './types.ts'

const doubt = (kind: Doubt['kind'], text: string, source: Place): Doubt => ({
  kind,
  text,
  line: source.startLine,
  source,
})

/** The doubts of one assignment: dates that do not exist, are missing, early, or chosen by convention. */
export const assignmentDoubts = (assignment: Assignment, letterDate: string | null): Doubt[] => {
  const name = assignment.code ?? assignment.title.slice(0, 60)
  const out: Doubt[] = []
  for (const date of assignment.dates) {
    if (date.date === null) out.push(doubt('impossible-date', `${name}: ${date.text}`, date.source))
    else if (letterDate !== null && date.date < letterDate)
      out.push(doubt('deadline-before-letter', `${name}: ${date.text}`, date.source))
    if (date.date !== null && date.precision === 'approximate')
      out.push(doubt('approximate-date', `${name}: ${date.text}`, date.source))
  }
  if (assignment.dates.length === 0 && assignment.group !== 'cancelled') {
    const text = assignment.deadlineText
    out.push(
      text === null
        ? doubt('missing-deadline', name, assignment.source)
        : doubt('unclear-deadline', `${name}: ${text}`, assignment.source),
    )
  }
  return out
}

const shape = (code: string): string => code.replace(/\d+/g, (digits) => (digits.length === 4 ? '####' : '#'))
const keyShape = (code: string): string => shape(codeKey(code)).replace(/[^\p{L}#]/gu, '')

/** Codes of one kind that are written in several ways, one doubt a kind. */
export const codeVariants = (
  codes: readonly { readonly code: string | null; readonly written: string | null; readonly source: Place }[],
): Doubt[] => {
  const groups = new Map<string, { forms: Map<string, string>; lengths: Set<number>; source: Place }>()
  for (const { code, written, source } of codes) {
    if (code === null || written === null) continue
    const plain = written.replace(/\s(?=\p{Lu}?\p{Ll}{3}).*$/u, '')
    const group = groups.get(keyShape(code)) ?? { forms: new Map<string, string>(), lengths: new Set<number>(), source }
    const form = shape(plain)
    if (!group.forms.has(form)) {
      group.forms.set(form, plain)
      if (group.forms.size > 1) group.source = source
    }
    groups.set(keyShape(code), group)
  }
  return [...groups.values()]
    .filter(({ forms }) => forms.size > 1)
    .map(({ forms, source }) => doubt('code-variants', [...forms.values()].join(' / '), source))
}

/** Money bound to a chapter and item that the tables do not have. */
export const unknownItems = (reading: Pick<LetterReading, 'appropriations' | 'earmarks'>): Doubt[] => {
  const known = new Set(reading.appropriations.map(({ chapter, item }) => `${chapter}/${item}`))
  if (known.size === 0) return []
  return reading.earmarks
    .filter(({ chapter, item }) => chapter !== null && item !== null && !known.has(`${chapter}/${item}`))
    .map(({ chapter, item, source }) => doubt('unknown-item', `kap. ${chapter} post ${item}`, source))
}

/** What the letter's head does not state. */
export const missingHead = (
  head: Pick<LetterReading, 'agency' | 'ministry' | 'reference' | 'date' | 'year'>,
  source: Place,
  kind: LetterKind,
): Doubt[] => {
  // an instruction holds until it is replaced: it needs no year
  const keys = (['agency', 'ministry', 'reference', 'date', 'year'] as const).filter(
    (key) => head[key] === null && !(kind === 'instruction' && key === 'year'),
  )
  return keys.length === 0 ? [] : [doubt('missing-head', keys.join(', '), source)]
}

/** All doubts in the order of the text, each once. */
export const inOrder = (doubts: readonly Doubt[]): Doubt[] => {
  const seen = new Set<string>()
  return [...doubts]
    .sort((a, b) => a.source.start - b.source.start)
    .filter((one) => {
      const key = `${one.kind}|${one.text}|${one.source.start}`
      return seen.has(key) ? false : seen.add(key)
    })
}
