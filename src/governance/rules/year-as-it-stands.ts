import type { AssignmentContent, FindingContent, FindingContents } from './finding.ts'
import { codeKey, sameTitle } from './same-thing.ts'

type Content<K extends FindingContent['kind']> = FindingContents[K]

/** What a later letter states goes before; what it passes over in silence stays. */
const overlay = <T extends object>(earlier: T, later: T): T => {
  const stated = Object.entries(later).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  )
  return { ...earlier, ...(Object.fromEntries(stated) as Partial<T>) }
}

const sameCode = (a: string | null, b: string | null): boolean => a !== null && b !== null && codeKey(a) === codeKey(b)

const withoutYear = (text: string): string => text.replace(/\b20\d\d\b/g, '')

/** A new assignment with a code that is used already is another one; a revised one is the same whatever its title. */
const sameAssignment = (earlier: AssignmentContent, later: AssignmentContent): boolean => {
  if (later.group === 'new') return sameCode(earlier.code, later.code) && sameTitle(earlier.title, later.title)
  if (sameCode(earlier.code, later.code)) return true
  return later.earlierCodes.some((code) => sameCode(earlier.code, code)) || sameTitle(earlier.title, later.title)
}

const sameThing = (earlier: FindingContent, later: FindingContent): boolean => {
  if (earlier.kind === 'goal' && later.kind === 'goal') return sameCode(earlier.content.no, later.content.no)
  if (earlier.kind === 'steering-parameter' && later.kind === 'steering-parameter') {
    return sameCode(earlier.content.code, later.content.code) || sameTitle(earlier.content.title, later.content.title)
  }
  if (earlier.kind === 'reporting-requirement' && later.kind === 'reporting-requirement') {
    return sameCode(earlier.content.code, later.content.code) || sameTitle(earlier.content.text, later.content.text)
  }
  if (earlier.kind === 'assignment' && later.kind === 'assignment')
    return sameAssignment(earlier.content, later.content)
  if (earlier.kind === 'report' && later.kind === 'report') {
    return sameTitle(withoutYear(earlier.content.report), withoutYear(later.content.report))
  }
  if (earlier.kind === 'appropriation' && later.kind === 'appropriation') {
    return (
      Number(earlier.content.chapter) === Number(later.content.chapter) &&
      Number(earlier.content.item) === Number(later.content.item)
    )
  }
  return false
}

const plus = (a: number | null, b: number | null): number | null =>
  a === null && b === null ? null : (a ?? 0) + (b ?? 0)

/** A supplement gives money besides what the year has; the account of appropriations adds the letters up alike. */
const addedMoney = (earlier: Content<'appropriation'>, later: Content<'appropriation'>): Content<'appropriation'> => ({
  ...earlier,
  amountNOK: plus(earlier.amountNOK, later.amountNOK),
  keywords: [...new Set([...earlier.keywords, ...later.keywords])],
})

const changed = (earlier: FindingContent, later: FindingContent): FindingContent => {
  if (earlier.kind === 'appropriation' && later.kind === 'appropriation') {
    return { kind: 'appropriation', content: addedMoney(earlier.content, later.content) }
  }
  if (earlier.kind === 'assignment' && later.kind === 'assignment') {
    // The year's own assignment stays what it was in the year: new, or brought from earlier.
    const content = { ...overlay(earlier.content, later.content), group: earlier.content.group }
    const earlierCodes = [...new Set([...earlier.content.earlierCodes, ...later.content.earlierCodes])]
    return { kind: 'assignment', content: { ...content, earlierCodes } }
  }
  return { kind: later.kind, content: overlay(earlier.content, later.content) } as FindingContent
}

/**
 * What a year's letters say together: the first letter with each later one applied in its order. A supplement adds what
 * is new, changes what it states anew, adds its money to the items, and takes away what it withdraws. The first letter is
 * taken as it is: what it lists twice it lists twice.
 *
 * @param letters the letters' findings, in the order of their dates
 */
export const yearAsItStands = (letters: readonly (readonly FindingContent[])[]): FindingContent[] => {
  const [first = [], ...supplements] = letters
  const withdraws = (finding: FindingContent) => finding.kind === 'assignment' && finding.content.group === 'cancelled'
  const year = first.filter((finding) => !withdraws(finding))
  for (const supplement of supplements) {
    for (const later of supplement) {
      const at = year.findIndex((earlier) => sameThing(earlier, later))
      const earlier = year[at]
      if (withdraws(later)) {
        if (earlier !== undefined) year.splice(at, 1)
      } else if (earlier === undefined) year.push(later)
      else year[at] = changed(earlier, later)
    }
  }
  return year
}
