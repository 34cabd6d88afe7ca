import { codeKey } from './codes.ts'
import { likeness, titleWords } from './likeness.ts'

/**
 * The difference between two letters, or between two years' registers: what is new, gone and changed. Things are
 * matched by codes where a code is the thing's own for life (assignments, chapter and item), and by their titles
 * where codes are given anew each year (goals, steering parameters, reporting requirements).
 */

/** What is compared; a reading has it all, and so has a register made from one. */
export interface ComparedLetter {
  readonly goals: readonly { readonly no: string; readonly title: string }[]
  readonly steeringParameters: readonly {
    readonly code: string | null
    readonly title: string
    readonly goalNo: string | null
    readonly targets: readonly string[]
    readonly reporting: string | null
  }[]
  readonly reportingRequirements: readonly {
    readonly code: string | null
    readonly text: string
    readonly frequency: string | null
  }[]
  readonly assignments: readonly {
    readonly code: string | null
    readonly title: string
    readonly goalNo: string | null
    readonly group: string
    readonly deadlines: readonly string[]
    readonly deadlineText: string | null
    readonly mainResponsible: string | null
    readonly earlierCodes: readonly string[]
  }[]
  readonly appropriations: readonly {
    readonly chapter: string
    readonly chapterName: string | null
    readonly item: string
    readonly name: string
    readonly amountNOK: number | null
  }[]
}

/** One field of a thing that stands in both, before and after. */
export interface FieldChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** What has become of one thing. `before` null: new; `after` null: gone; otherwise the fields that differ, if any. */
export interface Change<T> {
  readonly kind: 'new' | 'gone' | 'changed' | 'same'
  readonly before: T | null
  readonly after: T | null
  readonly fields: readonly FieldChange[]
}

/** The changes of each kind of thing, in the order of the later letter, what is gone last. */
export interface LetterDifference {
  readonly goals: readonly Change<ComparedLetter['goals'][number]>[]
  readonly steeringParameters: readonly Change<ComparedLetter['steeringParameters'][number]>[]
  readonly reportingRequirements: readonly Change<ComparedLetter['reportingRequirements'][number]>[]
  readonly assignments: readonly Change<ComparedLetter['assignments'][number]>[]
  readonly appropriations: readonly Change<ComparedLetter['appropriations'][number]>[]
}

interface Way<T> {
  /** What identifies the thing over the years, if anything. */
  readonly keys: (thing: T) => readonly string[]
  readonly title: (thing: T) => string
  /** A code of the year's own: settles between titles that are equally alike. */
  readonly code: (thing: T) => string | null
  /** Without the same code, no title makes two things one. */
  readonly codeDecides?: boolean
  readonly fields: readonly (keyof T & string)[]
}

/** Titles at least this alike are one thing; with the same code less is enough. */
const alike = 0.6
const alikeWithCode = 0.35

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

const pairsOf = <T>(before: readonly T[], after: readonly T[], way: Way<T>): Map<number, number> => {
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  const pair = (old: number, fresh: number): void => {
    pairs.set(fresh, old)
    taken.add(old)
  }
  const byKey = new Map<string, number>()
  for (const [old, thing] of before.entries()) for (const key of way.keys(thing).slice(0, 1)) byKey.set(key, old)
  after.forEach((thing, fresh) => {
    const old = way
      .keys(thing)
      .map((key) => byKey.get(key))
      .find((at) => at !== undefined && !taken.has(at))
    if (old !== undefined) pair(old, fresh)
  })
  const oldWords = before.map((thing) => titleWords(way.title(thing)))
  const candidates: { old: number; fresh: number; score: number }[] = []
  after.forEach((thing, fresh) => {
    if (pairs.has(fresh)) return
    const words = titleWords(way.title(thing))
    before.forEach((other, old) => {
      if (taken.has(old)) return
      const score = likeness(words, oldWords[old] ?? new Set())
      const sameCode = way.code(thing) !== null && way.code(thing) === way.code(other)
      if (way.codeDecides === true && !sameCode) return
      if (score >= alike || (sameCode && score >= alikeWithCode))
        candidates.push({ old, fresh, score: score + (sameCode ? 0.1 : 0) })
    })
  })
  candidates.sort((a, b) => b.score - a.score || a.fresh - b.fresh || a.old - b.old)
  for (const { old, fresh } of candidates) if (!pairs.has(fresh) && !taken.has(old)) pair(old, fresh)
  return pairs
}

const changesOf = <T extends object>(before: readonly T[], after: readonly T[], way: Way<T>): Change<T>[] => {
  const pairs = pairsOf(before, after, way)
  const kept = new Set(pairs.values())
  const changes = after.map((thing, fresh): Change<T> => {
    const old = before[pairs.get(fresh) ?? -1]
    if (old === undefined || old === null) return { kind: 'new', before: null, after: thing, fields: [] }
    const fields = way.fields
      .filter((field) => !same(old[field], thing[field]))
      .map((field) => ({ field, before: old[field], after: thing[field] }))
    return { kind: fields.length === 0 ? 'same' : 'changed', before: old, after: thing, fields }
  })
  const gone = before.flatMap((thing, old): Change<T>[] =>
    kept.has(old) ? [] : [{ kind: 'gone', before: thing, after: null, fields: [] }],
  )
  return [...changes, ...gone]
}

const lasting = (code: string | null): string[] => (code !== null && /\d{4}/.test(code) ? [codeKey(code)] : [])

/** The difference from `before` to `after`. Comparing a letter with itself gives nothing but `same`. */
export const compareLetters = (before: ComparedLetter, after: ComparedLetter): LetterDifference => ({
  goals: changesOf(before.goals, after.goals, {
    keys: () => [],
    title: (goal) => goal.title,
    code: (goal) => goal.no,
    fields: ['no', 'title'],
  }),
  steeringParameters: changesOf(before.steeringParameters, after.steeringParameters, {
    keys: () => [],
    title: (parameter) => parameter.title,
    code: (parameter) => parameter.code,
    fields: ['code', 'title', 'goalNo', 'targets', 'reporting'],
  }),
  reportingRequirements: changesOf(before.reportingRequirements, after.reportingRequirements, {
    keys: () => [],
    title: (requirement) => requirement.text,
    code: (requirement) => requirement.code,
    fields: ['code', 'text', 'frequency'],
  }),
  assignments: changesOf(before.assignments, after.assignments, {
    keys: (assignment) => [...lasting(assignment.code), ...assignment.earlierCodes.map(codeKey)],
    title: (assignment) => assignment.title,
    code: () => null,
    fields: ['code', 'title', 'group', 'deadlines', 'deadlineText', 'mainResponsible'],
  }),
  appropriations: changesOf(before.appropriations, after.appropriations, {
    keys: ({ chapter, item }) => [`${chapter}/${item}`],
    title: ({ chapterName, name }) => `${chapterName ?? ''} ${name}`,
    code: ({ item }) => item,
    codeDecides: true,
    fields: ['chapter', 'item', 'name', 'amountNOK'],
  }),
})
