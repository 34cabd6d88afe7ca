import type { FindingContent } from './finding.ts'
import type { FindingKind } from './finding-kind.ts'
import { codeKey, pairUp } from './same-thing.ts'

/** One field that two letters state differently; text, whole kroner, or a list of either. */
export interface FieldDifference {
  readonly field: string
  readonly before: DifferenceValue
  readonly after: DifferenceValue
}

/** What a field can hold in a difference. */
export type DifferenceValue = string | number | null | string[]

/** A thing in one letter or both. */
export interface DifferenceRow {
  readonly change: 'new' | 'gone' | 'changed' | 'same'
  readonly before: DifferenceSide | null
  readonly after: DifferenceSide | null
  readonly fields: FieldDifference[]
}

/** How a thing is named in one of the letters. */
export interface DifferenceSide {
  readonly code: string | null
  readonly title: string
  readonly amountNOK: number | null
}

/** The sections of a difference, in the order of the screen. */
export const differenceSections = [
  'goal',
  'steering-parameter',
  'reporting-requirement',
  'assignment',
  'report',
  'appropriation',
  'earmark',
] as const satisfies readonly FindingKind[]

/** One of {@link differenceSections}. */
export type DifferenceSectionKind = (typeof differenceSections)[number]

/** A section with its counts. */
export interface DifferenceSection {
  readonly section: DifferenceSectionKind
  readonly counts: Readonly<Record<DifferenceRow['change'], number>>
  readonly rows: DifferenceRow[]
}

/** Without what stands in brackets, such as a reference to the earlier letter. */
const bare = (title: string): string => title.replace(/\s*\([^)]*\)/g, '').trim()

/** The parts of a content that are compared and shown. */
interface Compared {
  readonly side: DifferenceSide
  readonly keys: readonly string[]
  /** Keys under which the earlier letter's thing may be found, when they differ from its own. */
  readonly earlierKeys: readonly string[]
  readonly fields: Readonly<Record<string, DifferenceValue>>
}

/** Without a year, which two letters never share: `halvårsrapport for 2026` is last year's report anew. */
const withoutYear = (text: string): string =>
  text
    .replace(/\b20\d\d\b/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const itemKey = (chapter: string, item: string): string => `${chapter}.${Number(item)}`

const grouped = (kroner: number): string => String(kroner).replace(/\B(?=(\d{3})+$)/g, '\u00a0')

/** Who gets what of each item: they are a part of it, and a change among them is a change of the item. */
const recipientsOf = (letter: readonly FindingContent[]): ReadonlyMap<string, string[]> => {
  const byItem = new Map<string, string[]>()
  for (const { kind, content } of letter) {
    if (kind !== 'recipient' || content.chapter === null || content.item === null) continue
    const key = itemKey(content.chapter, content.item)
    byItem.set(key, [...(byItem.get(key) ?? []), `${content.name}: kr ${grouped(content.amountNOK)}`])
  }
  return byItem
}

const compared = (finding: FindingContent, recipients: ReadonlyMap<string, string[]>): Compared => {
  const { kind } = finding
  const one = (
    code: string | null,
    title: string,
    fields: Compared['fields'],
    more: Partial<Compared> & { amountNOK?: number | null } = {},
  ): Compared => ({
    side: { code, title, amountNOK: more.amountNOK ?? null },
    keys: more.keys ?? [],
    earlierKeys: more.earlierKeys ?? more.keys ?? [],
    fields,
  })
  switch (kind) {
    case 'goal':
      return one(finding.content.no, finding.content.title, { title: finding.content.title })
    case 'steering-parameter': {
      const { code, title, requirements, baseline, purpose } = finding.content
      return one(code, title, { title, requirements: requirements.map((each) => each.text), purpose, baseline })
    }
    case 'reporting-requirement':
      return one(finding.content.code, finding.content.text, {
        text: finding.content.text,
        frequency: finding.content.frequency,
      })
    case 'assignment': {
      const { code, title, deadlines, mainResponsible, financing, earlierCodes, goalNo } = finding.content
      const keys = code === null ? [] : [codeKey(code)]
      return one(
        code,
        title,
        { title: bare(title), deadlines, mainResponsible, financing, goalNo },
        { keys, earlierKeys: [...earlierCodes.map(codeKey), ...keys] },
      )
    }
    case 'report':
      return one(null, withoutYear(finding.content.report), {
        due: finding.content.due,
        count: finding.content.countDate,
      })
    case 'appropriation': {
      const { chapter, item, name, amountNOK, keywords } = finding.content
      return one(
        `${chapter}.${item}`,
        name,
        { amountNOK, name, keywords, recipients: recipients.get(itemKey(chapter, item)) ?? [] },
        { keys: [itemKey(chapter, item)], amountNOK },
      )
    }
    case 'earmark': {
      const { chapter, item, amountNOK, text } = finding.content
      return one([chapter, item].filter(Boolean).join('.') || null, text, { amountNOK }, { amountNOK })
    }
    default:
      return one(null, '', {})
  }
}

const same = (a: DifferenceValue, b: DifferenceValue): boolean => {
  if (Array.isArray(a) && Array.isArray(b)) return a.join('\n') === b.join('\n')
  if (typeof a === 'string' && typeof b === 'string') return a.trim().toLowerCase() === b.trim().toLowerCase()
  return a === b
}

/** What one letter states and another passes over in silence has not therefore changed. */
const oftenUnstated = new Set(['purpose', 'baseline', 'mainResponsible', 'financing'])

/** A year's own dates and the numbering of goals always differ; they are shown, but are no change by themselves. */
const expected = new Set(['due', 'count', 'goalNo'])

const pairRow = (a: Compared, b: Compared): DifferenceRow => {
  const fields = Object.keys(b.fields)
    .map((field) => ({ field, before: a.fields[field] ?? null, after: b.fields[field] ?? null }))
    .filter(({ before, after }) => !same(before, after))
    .filter(({ field, before, after }) => !oftenUnstated.has(field) || (before !== null && after !== null))
  const changed = fields.some(({ field }) => !expected.has(field))
  return { change: changed ? 'changed' : 'same', before: a.side, after: b.side, fields }
}

/** What an item that only one letter has is made of. */
const parts = ({ fields: { recipients = [] } }: Compared, side: 'before' | 'after'): FieldDifference[] =>
  Array.isArray(recipients) && recipients.length > 0
    ? [{ field: 'recipients', before: [], after: [], [side]: recipients }]
    : []

/**
 * What has changed from one letter to another, section by section: things are paired by code where the code means the
 * same in both, else by the likeness of their titles.
 */
export const letterDifference = (
  before: readonly FindingContent[],
  after: readonly FindingContent[],
): DifferenceSection[] => {
  const recipients = { before: recipientsOf(before), after: recipientsOf(after) }
  return differenceSections.map((section) => {
    const of = (letter: readonly FindingContent[], recipients: ReadonlyMap<string, string[]>) =>
      letter.filter(({ kind }) => kind === section).map((finding) => compared(finding, recipients))
    const { pairs, gone, fresh } = pairUp(
      of(before, recipients.before),
      of(after, recipients.after),
      (thing, side) => (side === 'after' ? thing.earlierKeys : thing.keys),
      // Money is the same only when chapter and item are: names like “Driftsutgifter” stand in every chapter.
      (thing) => (section === 'appropriation' ? '' : thing.side.title),
    )
    const rows: DifferenceRow[] = [
      ...fresh.map((b): DifferenceRow => ({ change: 'new', before: null, after: b.side, fields: parts(b, 'after') })),
      ...gone.map((a): DifferenceRow => ({ change: 'gone', before: a.side, after: null, fields: parts(a, 'before') })),
      ...pairs.map(([a, b]) => pairRow(a, b)),
    ]
    const order = ['new', 'gone', 'changed', 'same']
    rows.sort((x, y) => order.indexOf(x.change) - order.indexOf(y.change))
    const counts = { new: 0, gone: 0, changed: 0, same: 0 }
    for (const row of rows) counts[row.change] += 1
    return { section, counts, rows }
  })
}
