import type { PlainDate } from '../../platform/rules/plain-date.ts'
import type { AssignmentContent } from './finding.ts'
import { carriedOver, noFacts, type TakenFinding } from './planned-facts.ts'
import type { KnownCommitment, PlannedCommitment, PlannedDeadline } from './register-plan.ts'
import { codeKey, sameTitle } from './same-thing.ts'

type AssignmentFinding = TakenFinding & { readonly kind: 'assignment'; readonly content: AssignmentContent }

const partKey = (finding: string, index: number): string => `${finding}/${index}`

/** The finding that a planned commitment comes from, by the commitment's key. */
export const findingOf = (key: string): string => key.split('/')[0] ?? key

/** A deadline, met if the earlier mention had the same one and met it. */
const deadline = (due: PlainDate, earlier: KnownCommitment | null): PlannedDeadline => ({
  due,
  label: null,
  countDate: null,
  metOn: earlier?.deadlines.find((one) => one.due === due)?.metOn ?? null,
})

/**
 * The dates of the assignment itself: those that no part holds. When the parts hold them all, the whole is due with
 * the last part.
 */
const ownDates = (content: AssignmentContent): PlainDate[] => {
  const ofParts = new Set(content.milestones.map((part) => part.deadline).filter((date) => date !== null))
  const own = content.deadlines.filter((date) => !ofParts.has(date))
  const last = [...ofParts].sort().at(-1)
  return own.length > 0 || last === undefined ? own : [last]
}

/** The earlier mention's part that a part continues: by its label, else by its title. */
const earlierPart = (
  part: AssignmentContent['milestones'][number],
  parts: readonly KnownCommitment[],
): KnownCommitment | null =>
  parts.find((one) => part.label !== null && one.code !== null && codeKey(one.code) === codeKey(part.label)) ??
  parts.find((one) => sameTitle(one.title, part.title)) ??
  null

const part = (
  finding: AssignmentFinding,
  key: string,
  given: AssignmentContent['milestones'][number],
  earlier: KnownCommitment | null,
  goal: PlannedCommitment['goal'],
): PlannedCommitment => {
  const deadlines = given.deadline === null ? [] : [deadline(given.deadline, earlier)]
  const facts = { ...noFacts, code: given.label, title: given.title, deadlineText: given.deadlineText }
  return {
    key,
    kind: 'milestone',
    goal,
    parent: finding.id,
    // Delivered already, and the letter has not given it another date.
    state: earlier?.state === 'done' && deadlines.every((one) => one.metOn !== null) ? 'done' : 'open',
    source: finding.source,
    deadlines,
    requirements: [],
    light: earlier?.light ?? null,
    ...carriedOver(facts, earlier),
  }
}

/** A part that the later mention says nothing about goes on as it stood. */
const unchanged = (known: KnownCommitment): AssignmentContent['milestones'][number] => ({
  label: known.code,
  title: known.title,
  deadline: known.deadlines[0]?.due ?? null,
  deadlineText: known.deadlineText,
})

/**
 * The assignment and its parts as the register will have them. A withdrawn one is kept as the letter's word that it is
 * withdrawn, with nothing due. A mention that states neither dates nor parts leaves the earlier ones standing.
 */
export const assignmentParts = (
  finding: AssignmentFinding,
  earlier: KnownCommitment | null,
  known: readonly KnownCommitment[],
  goal: PlannedCommitment['goal'],
): PlannedCommitment[] => {
  const { content } = finding
  const withdrawn = content.group === 'cancelled'
  const knownParts = earlier ? known.filter((one) => one.parent === earlier.id) : []
  const silent = !withdrawn && content.milestones.length === 0 && content.deadlines.length === 0 && earlier !== null
  const milestones = silent ? knownParts.map(unchanged) : content.milestones
  const dates = silent ? (earlier?.deadlines ?? []).map((one) => one.due) : ownDates(content)
  const facts = {
    ...noFacts,
    code: content.code,
    title: content.title,
    grouping: content.group,
    purpose: [content.background, content.purpose].filter(Boolean).join('\n\n') || null,
    description: [content.description, content.comment].filter(Boolean).join('\n\n') || null,
    frequency: content.reporting,
    recurrence: content.recurrence,
    deadlineText: content.deadlineText,
    lead: content.mainResponsible,
    partners: content.partners,
    financing: content.financing,
  }
  const whole: PlannedCommitment = {
    key: finding.id,
    kind: 'assignment',
    goal,
    parent: null,
    state: withdrawn ? 'withdrawn' : 'open',
    source: finding.source,
    deadlines: withdrawn ? [] : dates.map((due) => deadline(due, earlier)),
    requirements: [],
    light: withdrawn ? null : (earlier?.light ?? null),
    ...carriedOver(facts, earlier),
  }
  if (withdrawn) return [whole]
  return [
    whole,
    ...milestones.map((one, index) =>
      part(finding, partKey(finding.id, index), one, earlierPart(one, knownParts), goal),
    ),
  ]
}
