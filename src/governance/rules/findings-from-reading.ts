import type { FindingContent } from './finding.ts'
import type { Assignment, Doubt, Found, LetterReading, ResultRequirement } from './letter/types.ts'
import { codesInBrackets } from './same-thing.ts'

/** A finding as the reader makes it, before anybody has looked at it. */
export type NewFinding = FindingContent & {
  readonly start: number
  readonly end: number
  readonly line: number
  readonly confidence: number
  readonly doubts: readonly FindingDoubt[]
}

/** A doubt as it is kept: why, the words, and where. */
export interface FindingDoubt {
  readonly kind: string
  readonly text: string
  readonly line: number
  readonly start: number
  readonly end: number
}

/** What a reading becomes: findings in the order of the text, and the doubts that no finding carries. */
export interface ReadFindings {
  readonly findings: readonly NewFinding[]
  readonly doubts: readonly FindingDoubt[]
}

const kept = (doubt: Doubt): FindingDoubt => ({
  kind: doubt.kind,
  text: doubt.text,
  line: doubt.line,
  start: doubt.source.start,
  end: doubt.source.end,
})

const keyOf = (doubt: FindingDoubt): string => `${doubt.kind} ${doubt.start} ${doubt.text}`

const once = (doubts: readonly FindingDoubt[]): FindingDoubt[] => [
  ...new Map(doubts.map((doubt) => [keyOf(doubt), doubt])).values(),
]

const found = (thing: Found, content: FindingContent, more: readonly Doubt[] = []): NewFinding => ({
  ...content,
  start: thing.source.start,
  end: thing.source.end,
  line: thing.source.startLine,
  confidence: thing.confidence,
  doubts: once([...thing.doubts, ...more].map(kept)),
})

const requirement = (given: ResultRequirement) => ({
  text: given.text,
  comparison: given.comparison,
  number: given.number,
  unit: given.unit,
  subRequirement: given.subRequirement?.text ?? null,
})

/** “Ny frist” alone names no part of the work; its date stands among the deadlines. */
const isOnlyDeadline = (title: string): boolean => /^(?:ny\s+|endra\s+|endret\s+)?frist$/i.test(title.trim())

const assignment = (given: Assignment): NewFinding =>
  found(
    given,
    {
      kind: 'assignment',
      content: {
        code: given.code,
        title: given.title,
        goalNo: given.goalNo,
        group: given.group,
        deadlines: [...given.deadlines],
        deadlineText: given.deadlineText,
        mainResponsible: given.mainResponsible,
        partners: [...given.partners],
        financing: given.financing,
        recurrence: given.recurring.map((one) => one.text).join('; ') || null,
        reporting: [given.reporting, given.reportingCriteria].filter(Boolean).join(' – ') || null,
        background: given.background,
        purpose: given.purpose,
        description: given.description,
        comment: [given.revision, given.flexibility, given.comment].filter(Boolean).join(' – ') || null,
        milestones: given.milestones
          .filter(({ title, deadline }) => !(isOnlyDeadline(title) && deadline !== null))
          .map(({ label, title, deadline, deadlineText }) => ({
            label,
            title: title || label || '–',
            deadline,
            deadlineText,
          })),
        earlierCodes: [...new Set([...given.earlierCodes, ...codesInBrackets(given.title)])],
      },
    },
    given.milestones.flatMap((milestone) => milestone.doubts),
  )

/** The reading as findings that people can check one by one. Nothing of the reading is left out. */
export const findingsFromReading = (reading: LetterReading): ReadFindings => {
  const findings: NewFinding[] = [
    ...reading.goals.map((goal) =>
      found(goal, { kind: 'goal', content: { no: goal.no, title: goal.title, parentNo: goal.parentNo } }),
    ),
    ...reading.steeringParameters.map((sp) =>
      found(sp, {
        kind: 'steering-parameter',
        content: {
          code: sp.code,
          title: sp.title,
          goalNo: sp.goalNo,
          purpose: sp.purpose,
          baseline: sp.baseline,
          requirements: sp.requirements.map(requirement),
          reporting: sp.reporting,
        },
      }),
    ),
    ...reading.reportingRequirements.map((one) =>
      found(one, {
        kind: 'reporting-requirement',
        content: { code: one.code, text: one.text, frequency: one.frequency, due: one.due, goalNo: one.goalNo },
      }),
    ),
    ...reading.assignments.map(assignment),
    ...reading.otherDuties.map((duty) =>
      found(duty, {
        kind: 'duty',
        content: { text: duty.text, deadline: duty.deadline, deadlineText: duty.deadlineText },
      }),
    ),
    ...reading.reportingDeadlines.map((one) =>
      found(one, {
        kind: 'report',
        content: { report: one.report, countDate: one.countDate, due: one.due, dueText: one.dueText },
      }),
    ),
    ...reading.meetings.map((one) =>
      found(one, { kind: 'meeting', content: { type: one.type, period: one.period, date: one.date } }),
    ),
    ...reading.appropriations.map((one) =>
      found(one, {
        kind: 'appropriation',
        content: {
          chapter: one.chapter,
          chapterName: one.chapterName,
          item: one.item,
          name: one.name || '–',
          amountNOK: one.amountNOK,
          keywords: [...one.keywords],
        },
      }),
    ),
    ...reading.chapterSums.map((one) =>
      found(one, { kind: 'chapter-sum', content: { chapter: one.chapter, sumNOK: one.sumNOK } }),
    ),
    ...reading.earmarks.map((one) =>
      found(one, {
        kind: 'earmark',
        content: { chapter: one.chapter, item: one.item, amountNOK: one.amountNOK, text: one.text },
      }),
    ),
    ...reading.recipients.map((one) =>
      found(one, {
        kind: 'recipient',
        content: { chapter: one.chapter, item: one.item, name: one.name, amountNOK: one.amountNOK },
      }),
    ),
  ]
  findings.sort((a, b) => a.start - b.start || a.end - b.end)
  const carried = new Set(findings.flatMap((finding) => finding.doubts.map(keyOf)))
  const doubts = once(reading.doubts.map(kept)).filter((doubt) => !carried.has(keyOf(doubt)))
  return { findings, doubts }
}
