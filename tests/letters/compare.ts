import type { ParseOutput } from '../../src/governance/rules/letter/parse-output.ts'

type Item<K extends keyof ParseOutput> = ParseOutput[K] extends readonly (infer T)[] | null ? Partial<T> : never

/** What a letter should give. A key that is left out, of the letter or of an entry, is not compared. */
export type ExpectedLetter = Partial<Omit<ParseOutput, 'assignments' | 'doubts'>> & {
  /** Some letters of the text are lost: compare without æ, ø, å and what replaced them. */
  readonly damaged?: boolean
  readonly assignments?: readonly (Item<'assignments'> & {
    /** Titles and groups that a careful reader may give as well. */
    readonly otherTitles?: readonly string[]
    readonly otherGroups?: readonly string[]
  })[]
  /** Each must be there, with the text in its own text; other doubts are allowed but for the grave ones. */
  readonly doubts?: readonly { readonly kind: string; readonly text: string }[]
  /** May be read or left. */
  readonly ambiguous?: { readonly earmarks?: readonly Item<'earmarks'>[] }
}

/** Doubts that would be wrong on a letter without such a fault. */
const graveDoubts = new Set([
  'impossible-date',
  'sum-disagrees',
  'conflicting-deadlines',
  'damaged-text',
  'not-a-letter',
])

const headKeys = ['kind', 'agency', 'ministry', 'reference', 'date', 'year'] as const

type Comparable = string | number | boolean | null | undefined

/** Collects the differences between two readings of one letter. */
class Comparison {
  readonly differences: string[] = []
  readonly #damaged: boolean

  constructor(damaged: boolean) {
    this.#damaged = damaged
  }

  /** Text without what is a matter of typing: case at the start, spaces, dashes, closing marks. */
  text(value: Comparable): string {
    const plain = String(value ?? '')
      .replace(/[\u2010-\u2015]/g, '-')
      .replace(/\s+/g, ' ')
      .trim()
      .toLowerCase()
      .replace(/[.,;:]+$/, '')
    return this.#damaged ? plain.replace(/[æøå\ufffd]/g, '') : plain
  }

  same(a: Comparable, b: Comparable): boolean {
    if (a === null || b === null || typeof a !== 'string' || typeof b !== 'string') return a === b
    return this.text(a) === this.text(b)
  }

  /** The same words, where one may have taken more of the sentence than the other. */
  near(a: Comparable, b: Comparable): boolean {
    const [one, two] = [this.text(a), this.text(b)]
    return one !== '' && two !== '' && (one.includes(two) || two.includes(one))
  }

  report(where: string, expected: unknown, found: unknown): void {
    this.differences.push(`${where}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`)
  }

  check(where: string, expected: Comparable, found: Comparable, equal = this.same(expected, found)): void {
    if (expected !== undefined && !equal) this.report(where, expected, found)
  }

  /** Pairs each expected entry with a found one; what is left on either side is missing or invented. */
  pair<E, F>(
    where: string,
    expected: readonly E[] | undefined,
    found: readonly F[],
    alike: (e: E, f: F) => boolean,
    compare: (name: string, e: E, f: F) => void,
    name: (entry: E | F) => string,
    mayRemain: (f: F) => boolean = () => false,
  ): void {
    if (expected === undefined) return
    const left = [...found]
    for (const e of expected) {
      const index = left.findIndex((f) => alike(e, f))
      const f = left[index]
      if (f === undefined) {
        this.differences.push(`${where}: missing ${name(e)}`)
        continue
      }
      left.splice(index, 1)
      compare(`${where} ${name(e)}`, e, f)
    }
    for (const f of left) if (!mayRemain(f)) this.differences.push(`${where}: invented ${name(f)}`)
  }
}

/** A code without its word and its spaces: “Oppdrag nr. 2021 - 045” is “2021045”, “SP-1” and “Styringsparameter 1” are “1”. */
const bareCode = (code: string | null | undefined): string =>
  (code ?? '')
    .toLowerCase()
    .replace(/^(oppdrag|styringsparameter|rapporteringskrav|sp|rk|r)\b\.?|\bnr\.?|[\s\u2010-\u2015-]/g, '')
    .replace(/^(sp|rk|r)(?=\d)/, '')

/** The times in a statement of frequency, whatever its wording. */
const frequencyWords = /halvår|(?<!halv)årsrapport|årlig|månedlig|kvartal|tertial|ukentlig|én gang/g
const frequency = (text: string | null | undefined): string =>
  [...new Set((text ?? '').toLowerCase().match(frequencyWords))].sort().join(' ')

const datesIn = (text: string | null | undefined): string =>
  (text?.toLowerCase().match(/\d{1,2}\.\s?(\d{1,2}|[a-zæøå]+)\.?\s?\d{2,4}/g) ?? []).join(' ').replace(/\s/g, '')

const reportKind = (text: string | undefined): string =>
  /halvår|tertial|kvartal|årsrapport/.exec((text ?? '').toLowerCase())?.[0] ?? ''

const json = (value: unknown): string => JSON.stringify(value)

/** What differs between what a letter should give and what the reader gave, one line each; empty when all is well. */
export const differencesOf = (expected: ExpectedLetter, found: ParseOutput): string[] => {
  const c = new Comparison(expected.damaged ?? false)
  for (const key of headKeys) c.check(key, expected[key], found[key])

  c.pair(
    'goal',
    expected.goals,
    found.goals,
    (e, f) => (e.no === null ? f.no === null && c.same(e.title, f.title) : e.no === f.no),
    (name, e, f) => c.check(`${name} title`, e.title, f.title),
    (g) => g.no ?? g.title ?? '',
  )

  c.pair(
    'steering parameter',
    expected.steeringParameters,
    found.steeringParameters,
    (e, f) => bareCode(e.code) === bareCode(f.code),
    (name, e, f) => {
      c.check(`${name} title`, e.title, f.title)
      c.check(`${name} goalNo`, e.goalNo, f.goalNo)
      const [wanted, got] = [e.targets, f.targets]
      if (wanted.length !== got.length || wanted.some((t, i) => !c.same(t, got[i]))) {
        c.report(`${name} targets`, wanted, got)
      }
    },
    (s) => s.code ?? s.title,
  )

  c.pair(
    'reporting requirement',
    expected.reportingRequirements,
    found.reportingRequirements,
    (e, f) => (e.code === null ? f.code === null && c.near(e.text, f.text) : bareCode(e.code) === bareCode(f.code)),
    (name, e, f) => {
      if (e.code !== null) c.check(`${name} text`, e.text, f.text)
      c.check(`${name} frequency`, e.frequency, f.frequency, frequency(e.frequency) === frequency(f.frequency))
    },
    (r) => r.code ?? r.text,
    // How much of the prose is a demand to report is a matter of judgement; a code is not.
    (f) => f.code === null,
  )

  c.pair(
    'assignment',
    expected.assignments,
    found.assignments,
    (e, f) => (e.code ? bareCode(e.code) === bareCode(f.code) : !f.code && c.near(e.title, f.title)),
    (name, e, f) => {
      const titles = [e.title, ...(e.otherTitles ?? [])]
      if (!titles.some((title) => c.same(title, f.title))) c.report(`${name} title`, e.title, f.title)
      c.check(`${name} goalNo`, e.goalNo, f.goalNo)
      c.check(`${name} group`, e.group, f.group, [e.group, ...(e.otherGroups ?? [])].includes(f.group))
      if (json(e.deadlines) !== json(f.deadlines)) c.report(`${name} deadlines`, e.deadlines, f.deadlines)
      const [wanted, got] = [e.deadlineText, f.deadlineText]
      const sameDates = datesIn(wanted) !== '' && datesIn(wanted) === datesIn(got)
      c.check(`${name} deadlineText`, wanted, got, wanted === got || sameDates || c.near(wanted, got))
      c.check(`${name} mainResponsible`, e.mainResponsible, f.mainResponsible)
      c.pair(
        `${name} milestone`,
        e.milestones,
        f.milestones,
        (a, b) => a.deadline === b.deadline && c.near(a.title, b.title),
        (mile, a, b) => c.check(`${mile} label`, a.label, b.label),
        (m) => `${m.label ?? ''} “${m.title}” ${m.deadline}`,
      )
    },
    (a) => a.code ?? a.title ?? '',
  )

  c.pair(
    'reporting deadline',
    expected.reportingDeadlines,
    found.reportingDeadlines,
    (e, f) => e.due === f.due && reportKind(e.report) === reportKind(f.report),
    (name, e, f) => c.check(`${name} countDate`, e.countDate, f.countDate),
    (r) => `${r.report} ${r.due}`,
  )

  c.pair(
    'meeting',
    expected.meetings,
    found.meetings,
    (e, f) => c.same(e.type, f.type) && c.same(e.period, f.period),
    () => {},
    (m) => `${m.type} ${m.period}`,
  )

  c.pair(
    'appropriation',
    expected.appropriations,
    found.appropriations,
    (e, f) => e.chapter === f.chapter && e.item === f.item,
    (name, e, f) => {
      c.check(`${name} name`, e.name, f.name)
      c.check(`${name} amountNOK`, e.amountNOK, f.amountNOK)
    },
    (a) => `${a.chapter}.${a.item}`,
  )

  c.pair(
    'chapter sum',
    expected.chapterSums,
    found.chapterSums,
    (e, f) => e.chapter === f.chapter,
    (name, e, f) => {
      c.check(`${name} sumNOK`, e.sumNOK, f.sumNOK)
      c.check(`${name} computedNOK`, e.computedNOK, f.computedNOK)
      c.check(`${name} agrees`, e.agrees, f.agrees)
    },
    (s) => s.chapter,
  )

  const sameMoney = (e: Item<'earmarks'>, f: Item<'earmarks'>) =>
    e.chapter === f.chapter && e.item === f.item && e.amountNOK === f.amountNOK
  c.pair(
    'earmark',
    expected.earmarks,
    found.earmarks,
    sameMoney,
    (name, e, f) => c.check(`${name} text`, e.text, f.text, c.near(e.text, f.text)),
    (e) => `${e.chapter}.${e.item} ${e.amountNOK}`,
    (f) => (expected.ambiguous?.earmarks ?? []).some((e) => sameMoney(e, f)),
  )

  if (expected.doubts) {
    for (const e of expected.doubts) {
      const there = found.doubts.some((f) => f.kind === e.kind && (e.text === '' || c.near(e.text, f.text)))
      if (!there) c.differences.push(`doubt: missing ${e.kind} ${e.text}`)
    }
    const kinds = new Set(expected.doubts.map((doubt) => doubt.kind))
    for (const f of found.doubts) {
      if (graveDoubts.has(f.kind) && !kinds.has(f.kind)) c.differences.push(`doubt: invented ${f.kind} “${f.text}”`)
    }
  }
  return c.differences
}
