import { daysBetween, type PlainDate } from '../../platform/rules/plain-date.ts'
import type { AssignmentContent, FindingContents } from './finding.ts'
import type { ChainRelation, KnownCommitment } from './register-plan.ts'
import { codeKey, namesYear, sameTitle } from './same-thing.ts'

/** What a later letter's mention is tied to. */
export interface EarlierMention {
  readonly earlier: KnownCommitment | null
  readonly code: string
  readonly relation: ChainRelation
}

/** The one of several that a letter most likely means: still open, from the latest letter. */
const likeliest = (candidates: readonly KnownCommitment[]): KnownCommitment | null =>
  [...candidates].sort(
    (a, b) =>
      Number(b.state === 'open') - Number(a.state === 'open') ||
      b.year - a.year ||
      (b.letterDate ?? '').localeCompare(a.letterDate ?? ''),
  )[0] ?? null

/** Groups whose assignment stands in an earlier letter by definition. */
const speaksOfEarlier: ReadonlySet<string> = new Set(['earlier', 'fou-binding', 'revised', 'cancelled'])

/** True when a code means the same assignment in this letter as in the known one. */
const sameCode = (content: AssignmentContent, year: number, known: KnownCommitment): boolean => {
  if (content.code === null || known.code === null || codeKey(content.code) !== codeKey(known.code)) return false
  // New, and about something else: the code has been used twice, and the first must not disappear.
  if (content.group === 'new' && !sameTitle(content.title, known.title)) return false
  if (known.year === year || namesYear(content.code)) return true
  // A plain `O3` is used anew each year, so that it needs the title, or the letter's own word that it is an old one.
  return speaksOfEarlier.has(content.group) && sameTitle(content.title, known.title)
}

/** Only dates or goal differ: the ministry has moved the assignment, not changed it. */
const isMove = (content: AssignmentContent, known: KnownCommitment): boolean =>
  sameTitle(content.title, known.title) &&
  (content.description === null || content.description === known.description) &&
  (content.deadlines.length > 0 || content.goalNo !== known.goalNo)

const relationOf = (content: AssignmentContent, year: number, known: KnownCommitment): ChainRelation => {
  if (content.group === 'cancelled') return 'withdraws'
  if (known.year !== year && content.group !== 'revised') return 'continues'
  return isMove(content, known) ? 'moves' : 'revises'
}

/**
 * The earlier mentions of an assignment, nearest first: by its own code, by the earlier codes that the letter names,
 * and, when the letter says that it is an old one, by its title.
 */
export const earlierMentions = (
  content: AssignmentContent,
  year: number,
  known: readonly KnownCommitment[],
): EarlierMention[] => {
  const assignments = known.filter((one) => one.kind === 'assignment' && one.year <= year)
  const mentions: EarlierMention[] = []
  const taken = new Set<string>()
  const add = (earlier: KnownCommitment, code: string) => {
    if (taken.has(earlier.id)) return
    taken.add(earlier.id)
    mentions.push({ earlier, code, relation: relationOf(content, year, earlier) })
  }
  const own = likeliest(assignments.filter((one) => sameCode(content, year, one)))
  if (own) add(own, own.code ?? own.title)
  for (const code of content.earlierCodes) {
    const sameKey = assignments.filter((one) => one.code !== null && codeKey(one.code) === codeKey(code))
    // `O3` in a new year's letter means last year's; a code with its own year means that one only.
    const past = sameKey.filter((one) => one.year < year)
    const earlier = likeliest(past.length > 0 ? past : sameKey)
    if (earlier) add(earlier, code)
    else if (codeKey(code) !== codeKey(content.code ?? ''))
      mentions.push({ earlier: null, code, relation: 'continues' })
  }
  if (mentions.every((mention) => mention.earlier === null) && speaksOfEarlier.has(content.group)) {
    const titled = likeliest(assignments.filter((one) => sameTitle(one.title, content.title)))
    if (titled) add(titled, titled.code ?? titled.title)
    else if (mentions.length === 0 && content.code !== null) {
      const relation =
        content.group === 'cancelled' ? 'withdraws' : content.group === 'revised' ? 'revises' : 'continues'
      mentions.push({ earlier: null, code: content.code, relation })
    }
  }
  return mentions
}

/**
 * A steering parameter or reporting requirement that a supplement restates (same year, it is replaced), or that last
 * year's letter had (it goes on beside, because last year's is still to be reported).
 */
export const earlierParameter = (
  kind: 'steering-parameter' | 'reporting-requirement',
  given: { readonly code: string | null; readonly title: string },
  year: number,
  known: readonly KnownCommitment[],
): EarlierMention | null => {
  const alike = known.filter((one) => one.kind === kind)
  const sameYear = likeliest(
    alike.filter(
      (one) =>
        one.year === year &&
        (one.code !== null && given.code !== null
          ? codeKey(one.code) === codeKey(given.code)
          : sameTitle(one.title, given.title)),
    ),
  )
  if (sameYear) return { earlier: sameYear, code: sameYear.code ?? sameYear.title, relation: 'revises' }
  const before = likeliest(alike.filter((one) => one.year < year && sameTitle(one.title, given.title)))
  return before ? { earlier: before, code: before.code ?? before.title, relation: 'continues' } : null
}

/** Days within which two reports of one name are the same one, when the name says no year. */
const sameReportDays = 90

const near = (a: PlainDate | null, b: PlainDate | null): boolean =>
  a !== null && b !== null && Math.abs(daysBetween(a, b)) <= sameReportDays

const plain = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()

/** The same report in an earlier letter's calendar; `moves` when it has another date now. */
export const earlierReport = (
  content: FindingContents['report'],
  year: number,
  known: readonly KnownCommitment[],
): EarlierMention | null => {
  const named = /\b20\d\d\b/.test(content.report)
  const earlier = likeliest(
    known.filter(
      (one) =>
        one.kind === 'report' &&
        one.state === 'open' &&
        one.year <= year &&
        plain(one.title) === plain(content.report) &&
        (named || one.year === year || near(one.deadlines[0]?.due ?? null, content.due)),
    ),
  )
  if (!earlier) return null
  const moved = content.due !== null && earlier.deadlines.every((deadline) => deadline.due !== content.due)
  return { earlier, code: earlier.title, relation: moved ? 'moves' : 'continues' }
}

/** The same meeting in this year's calendar, when a supplement gives it again. */
export const earlierMeeting = (
  content: FindingContents['meeting'],
  year: number,
  known: readonly KnownCommitment[],
): EarlierMention | null => {
  const earlier = likeliest(
    known.filter(
      (one) =>
        one.kind === 'meeting' && one.year === year && one.state === 'open' && plain(one.title) === plain(content.type),
    ),
  )
  return earlier ? { earlier, code: earlier.title, relation: 'moves' } : null
}
