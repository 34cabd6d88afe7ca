/** Rules for when two letters speak of the same thing: by its code, or by the likeness of its title. */

/** A code reduced to what identifies it: `Oppdrag nr. 2025-02`, `2025 – 2` and `2025-02` are one. */
export const codeKey = (code: string): string =>
  code
    .toLowerCase()
    .replace(/^(?:oppdrag|styringsparameter|rapporteringskrav|mål)\s*(?:nr\.?)?\s*/, '')
    .replace(/[\s._–/-]+/g, '-')
    .replace(/(?<=\p{L})-(?=\d)/gu, '')
    .replace(/(?<![\d])0+(?=\d)/g, '')
    .replace(/^-|-$/g, '')

/** True when the code itself says the year in which it was given, so that it means the same in later letters. */
export const namesYear = (code: string): boolean => /(?:^|\D)(?:20\d\d|\d\d(?=[-–/]\d{2,3}\b))(?=\D|$)/.test(code)

/** Codes of an earlier letter that a title names in brackets: `(ref. O3 i tildelingsbrevet for 2025)` gives O3. */
export const codesInBrackets = (title: string): string[] =>
  [...title.matchAll(/\(([^)]*(?:brev|tillegg)[^)]*)\)/gi)].flatMap((bracket) =>
    [
      ...(bracket[1] ?? '').matchAll(
        /(?<![\p{L}\d-])(?:O\s?\d+(?:\.\d+)*|(?:TB)?\d{2,4}[-–](?:FoU)?\d+)(?![\p{L}\d])/gu,
      ),
    ].map((code) => code[0].replace(/\s/g, '')),
  )

const smallWords = new Set(
  'og i på av for til om som med den det de en et ei er å skal ved fra frå innen innan mellom eller'.split(' '),
)

/** The words of a title that carry its meaning, lower-case, without what stands in brackets. */
export const titleWords = (title: string): ReadonlySet<string> =>
  new Set(
    title
      .toLowerCase()
      .replace(/\([^)]*\)/g, ' ')
      .replace(/^revidert:?\s/, '')
      .split(/[^\p{L}\d]+/u)
      .filter((word) => word.length > 1 && !smallWords.has(word)),
  )

/** How alike two sets of words are: shared words over all words, 0–1. */
export const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const word of a) if (b.has(word)) shared += 1
  return shared / (a.size + b.size - shared)
}

/** From this likeness two titles are taken to name the same thing. */
export const sameTitleFrom = 0.6

/** True when two titles name the same thing. */
export const sameTitle = (a: string, b: string): boolean => likeness(titleWords(a), titleWords(b)) >= sameTitleFrom

/**
 * True unless two names are clearly of different agencies: written forms differ (bokmål and nynorsk, a short name for a
 * long one), and what is not stated says nothing.
 */
export const maybeSameAgency = (a: string | null, b: string | null): boolean => {
  if (a === null || b === null) return true
  const short = (name: string) => !name.includes(' ') && name.length <= 6
  return short(a) || short(b) || likeness(titleWords(a), titleWords(b)) >= 0.3
}

/**
 * Pairs things of two lists: first those with the same key, then by the likeness of titles, best pairs first. Each is
 * paired at most once.
 */
export const pairUp = <T>(
  before: readonly T[],
  after: readonly T[],
  keys: (thing: T, side: 'before' | 'after') => readonly string[],
  title: (thing: T) => string,
): { readonly pairs: readonly (readonly [T, T])[]; readonly gone: readonly T[]; readonly fresh: readonly T[] } => {
  const pairs: [T, T][] = []
  const left = new Set(before)
  const right = new Set(after)
  const join = (a: T, b: T) => {
    left.delete(a)
    right.delete(b)
    pairs.push([a, b])
  }
  const byKey = new Map<string, T>()
  for (const a of before) for (const key of keys(a, 'before')) if (!byKey.has(key)) byKey.set(key, a)
  for (const b of after) {
    const a = keys(b, 'after')
      .map((key) => byKey.get(key))
      .find((one) => one !== undefined && left.has(one))
    if (a !== undefined) join(a, b)
  }
  const words = new Map([...left, ...right].map((thing) => [thing, titleWords(title(thing))] as const))
  const none: ReadonlySet<string> = new Set()
  const scored = [...left].flatMap((a) =>
    [...right].map((b) => ({ a, b, score: likeness(words.get(a) ?? none, words.get(b) ?? none) })),
  )
  for (const { a, b } of scored.filter(({ score }) => score >= sameTitleFrom).sort((x, y) => y.score - x.score)) {
    if (left.has(a) && right.has(b)) join(a, b)
  }
  return { pairs, gone: [...left], fresh: [...right] }
}
