import type { Draft } from './assignment-block.ts'
import { codeKey } from './codes.ts'
import { titleLikeness } from './likeness.ts'
import type { Assignment, DateReading, Doubt, Milestone } from './types.ts'
import { fold } from './words.ts'

const labelKey = (label: string): string => fold(label).replace(/\s/g, '')

/** Milestones of one label are one: the title from where it has one, the date from where it has one. */
const mergedMilestones = (milestones: readonly Milestone[]): Milestone[] => {
  const out: Milestone[] = []
  for (const milestone of milestones) {
    const index = out.findIndex((other) => {
      if (milestone.label === null || other.label === null)
        return (
          milestone.deadline !== null &&
          other.deadline === milestone.deadline &&
          fold(other.title) === fold(milestone.title)
        )
      if (labelKey(other.label) !== labelKey(milestone.label)) return false
      return other.deadline === milestone.deadline || other.deadlineText === null || milestone.deadlineText === null
    })
    const other = out[index]
    if (!other || (milestone.label === 'Rapporteringskriterium' && fold(other.title) !== fold(milestone.title)))
      out.push(milestone)
    else
      out[index] = {
        ...other,
        title:
          other.title === '' || (other.label === other.title && milestone.title !== '') ? milestone.title : other.title,
        deadline: other.deadline ?? milestone.deadline,
        deadlineText: other.deadlineText ?? milestone.deadlineText,
      }
  }
  return out.map((milestone) => (milestone.title === '' ? { ...milestone, title: milestone.label ?? '' } : milestone))
}

const sorted = (dates: readonly DateReading[]): Assignment['deadlines'] =>
  [...new Set(dates.flatMap((date) => (date.date === null ? [] : [date.date])))].sort()

const dateSet = (draft: Draft): string => sorted(draft.dates).join(' ')

const conflict = (a: Draft, b: Draft): Doubt[] => {
  const code = a.code ?? a.title
  const doubts: Doubt[] = []
  const [left, right] = [dateSet(a), dateSet(b)]
  if (left !== '' && right !== '' && left !== right)
    doubts.push({
      kind: 'conflicting-deadlines',
      text: `${code}: ${left} / ${right}`,
      line: b.source.startLine,
      source: b.source,
    })
  if (titleLikeness(a.title, b.title) < 0.5)
    doubts.push({
      kind: 'title-differs',
      text: `${code}: ${a.title} / ${b.title}`,
      line: b.source.startLine,
      source: b.source,
    })
  return doubts
}

const together = (a: Draft, b: Draft): Draft => ({
  ...a,
  title: a.title === '' ? b.title : a.title,
  otherTitles: fold(a.title) === fold(b.title) ? a.otherTitles : [...a.otherTitles, b.title],
  goalNo: a.goalNo ?? b.goalNo,
  group: a.group === 'new' && b.group !== 'new' && b.group !== 'fou' ? b.group : a.group,
  revision: a.revision ?? b.revision,
  dates: [...a.dates, ...b.dates],
  deadlineText: a.deadlineText ?? b.deadlineText,
  mainResponsible: a.mainResponsible ?? b.mainResponsible,
  partners: [...new Set([...a.partners, ...b.partners])],
  financing: a.financing ?? b.financing,
  start: a.start ?? b.start,
  recurring: [...a.recurring, ...b.recurring],
  reporting: a.reporting ?? b.reporting,
  reportingCriteria: a.reportingCriteria ?? b.reportingCriteria,
  background: a.background ?? b.background,
  purpose: a.purpose ?? b.purpose,
  description: a.description ?? b.description,
  flexibility: a.flexibility ?? b.flexibility,
  comment: a.comment ?? b.comment,
  milestones: [...a.milestones, ...b.milestones],
  earlierCodes: [...new Set([...a.earlierCodes, ...b.earlierCodes])],
  places: [...a.places, ...b.places],
  doubts: [...a.doubts, ...conflict(a, b)],
})

const keyOf = (draft: Draft): string | null => (draft.code === null ? null : `${codeKey(draft.code)}`)

/**
 * Puts drafts of one code together: list, annex and revision are one assignment. A short code such as “1” may
 * be used again under another goal; then the titles decide.
 */
export const assignmentsOf = (drafts: readonly Draft[], letterYear: number | null): Assignment[] => {
  const byKey = new Map<string, number[]>()
  const merged: Draft[] = []
  for (const draft of drafts) {
    const key = keyOf(draft)
    const places = key === null ? [] : (byKey.get(key) ?? [])
    const same = places.find((at) => {
      const other = merged[at]
      if (!other || draft.code === null) return false
      return /\d{4}/.test(draft.code) || other.goalNo === draft.goalNo || titleLikeness(other.title, draft.title) >= 0.5
    })
    const other = same === undefined ? undefined : merged[same]
    if (same !== undefined && other) merged[same] = together(other, draft)
    else {
      const repeated: Doubt[] =
        places.length > 0
          ? [
              {
                kind: 'duplicate-code',
                text: `${draft.code}: ${draft.title}`,
                line: draft.source.startLine,
                source: draft.source,
              },
            ]
          : []
      if (key !== null) byKey.set(key, [...places, merged.length])
      merged.push({ ...draft, doubts: [...draft.doubts, ...repeated] })
    }
  }
  return merged.map((draft) => ({
    ...draft,
    group: groupByYear(draft, letterYear),
    deadlines: sorted(draft.dates),
    milestones: mergedMilestones(draft.milestones),
  }))
}

/** A code of an earlier year in a list that does not say so was given earlier. */
const groupByYear = (draft: Draft, letterYear: number | null): Assignment['group'] => {
  if (draft.revision !== null && draft.group !== 'earlier') {
    return /utgår|trekk|trekt|trukket|bortfall|fell bort/i.test(draft.revision) ? 'cancelled' : 'revised'
  }
  const year = Number(/(20\d\d)/.exec(draft.code ?? '')?.[1] ?? Number.NaN)
  return draft.group === 'new' && letterYear !== null && year < letterYear ? 'earlier' : draft.group
}
