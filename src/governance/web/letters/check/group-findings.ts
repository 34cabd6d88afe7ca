import { findingKinds, isConfident, isUnsure } from '../../../rules/finding-kind.ts'
import type { Finding } from '../../../rules/letter-shapes.ts'

/** How the register is ordered beside the letter. */
export type Grouping = 'kind' | 'goal' | 'text'

/** Which findings are shown. */
export type Shown = 'open' | 'unsure' | 'all'

/** A group of findings under one heading; `goal` and `kind` say which heading. */
export interface Group {
  readonly key: string
  readonly kind: string | null
  readonly goal: { readonly no: string | null; readonly title: string } | null
  readonly findings: readonly Finding[]
  /** Those that may be accepted together. */
  readonly confident: readonly Finding[]
}

const group = (key: string, findings: readonly Finding[], more: Partial<Group> = {}): Group => ({
  key,
  kind: null,
  goal: null,
  findings,
  confident: findings.filter(isConfident),
  ...more,
})

const text = (finding: Finding, name: string): string | null => {
  const value = (finding.content as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : null
}

/** The findings that a filter leaves. The chosen one stays, so that it does not vanish while one works on it. */
export const shownFindings = (findings: readonly Finding[], shown: Shown, chosen: string | null): Finding[] =>
  findings.filter((finding) => {
    if (finding.id === chosen || shown === 'all') return true
    return shown === 'open' ? finding.state === 'open' : isUnsure(finding)
  })

/** The findings under their headings. */
export const groupFindings = (findings: readonly Finding[], grouping: Grouping): Group[] => {
  if (grouping === 'text') return findings.length === 0 ? [] : [group('text', findings)]
  if (grouping === 'kind') {
    return findingKinds
      .map((kind) =>
        group(
          kind,
          findings.filter((finding) => finding.kind === kind),
          { kind },
        ),
      )
      .filter((one) => one.findings.length > 0)
  }
  const goals = findings.filter((finding) => finding.kind === 'goal')
  const byGoal = goals.map((goal) => {
    const no = text(goal, 'no')
    const reference = no ?? text(goal, 'title')
    const under = findings.filter(
      (finding) => finding.kind !== 'goal' && reference !== null && text(finding, 'goalNo') === reference,
    )
    return group(goal.id, [goal, ...under], { goal: { no, title: text(goal, 'title') ?? '' } })
  })
  const placed = new Set(byGoal.flatMap((one) => one.findings.map((finding) => finding.id)))
  const rest = findings.filter((finding) => !placed.has(finding.id))
  return rest.length === 0 ? byGoal : [...byGoal, group('none', rest)]
}

/** What the items of each chapter sum up to; rejected ones do not count. */
export const chapterSums = (findings: readonly Finding[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  for (const finding of findings) {
    if (finding.kind !== 'appropriation' || finding.state === 'rejected') continue
    const { chapter, amountNOK } = finding.content as { chapter: string; amountNOK: number | null }
    sums.set(chapter, (sums.get(chapter) ?? 0) + (amountNOK ?? 0))
  }
  return sums
}
