import type { PlainDate } from '../../platform/rules/plain-date.ts'
import { type EarlierMention, earlierMeeting, earlierMentions, earlierParameter, earlierReport } from './chain.ts'
import type { FindingContents } from './finding.ts'
import { findingTitle } from './finding.ts'
import { assignmentParts } from './planned-assignment.ts'
import { carriedOver, noFacts, type TakenFinding } from './planned-facts.ts'
import type {
  CommitmentFacts,
  CommitmentKind,
  KnownCommitment,
  KnownGoal,
  PlannedCommitment,
  PlannedDeadline,
  PlannedEnding,
  PlannedGoal,
  PlannedLink,
  PlannedMoney,
  PlanRemark,
  RegisterPlan,
} from './register-plan.ts'
import { codeKey, sameTitle } from './same-thing.ts'

/** The letter and the register as they stand before approval. */
export interface BeforeApproval {
  readonly year: number
  readonly findings: readonly TakenFinding[]
  readonly goals: readonly KnownGoal[]
  readonly known: readonly KnownCommitment[]
}

/** What a goal is known by: its number, or its title where it has none. */
const goalKey = (number: string | null, title: string): string => codeKey(number ?? title)

/** The goals of the plan: new ones, and a look-up by what they are known by. */
const planGoals = (before: BeforeApproval) => {
  const byReference = new Map<string, NonNullable<PlannedCommitment['goal']>>(
    before.goals.map((goal) => [goalKey(goal.number, goal.title), { known: goal.id }]),
  )
  const planned: PlannedGoal[] = []
  for (const finding of before.findings) {
    if (finding.kind !== 'goal' || byReference.has(goalKey(finding.content.no, finding.content.title))) continue
    planned.push({ key: finding.id, number: finding.content.no, title: finding.content.title })
    byReference.set(goalKey(finding.content.no, finding.content.title), { planned: finding.id })
  }
  return { planned, find: (no: string | null) => (no === null ? null : (byReference.get(codeKey(no)) ?? null)) }
}

const dated = (due: PlainDate | null, countDate: PlainDate | null = null): PlannedDeadline[] =>
  due === null ? [] : [{ due, label: null, countDate, metOn: null }]

/** Money as the account of appropriations takes it. */
const moneyOf = (finding: TakenFinding): PlannedMoney | null => {
  const { source } = finding
  switch (finding.kind) {
    case 'appropriation': {
      const { chapter, item, name, amountNOK, keywords } = finding.content
      return { kind: 'item', chapter, item, name, amountNok: amountNOK, keywords, source }
    }
    case 'chapter-sum':
      return {
        kind: 'chapter',
        chapter: finding.content.chapter,
        item: null,
        name: '',
        amountNok: finding.content.sumNOK,
        keywords: [],
        source,
      }
    case 'earmark': {
      const { chapter, item, amountNOK, text } = finding.content
      return { kind: 'binding', chapter, item, name: text, amountNok: amountNOK, keywords: [], source }
    }
    case 'recipient': {
      const { chapter, item, amountNOK, name } = finding.content
      return { kind: 'recipient', chapter, item, name, amountNok: amountNOK, keywords: [], source }
    }
    default:
      return null
  }
}

/** The chapters' names stand with their items in the letter. */
const nameChapters = (money: readonly PlannedMoney[], findings: readonly TakenFinding[]): PlannedMoney[] => {
  const names = new Map<string, string>()
  for (const finding of findings) {
    if (finding.kind === 'appropriation' && finding.content.chapterName) {
      names.set(finding.content.chapter, finding.content.chapterName)
    }
  }
  const named = money.map((line) =>
    line.kind === 'chapter' ? { ...line, name: names.get(line.chapter ?? '') ?? '' } : line,
  )
  return named
}

/** Collects the plan while the findings are gone through. */
class Plan {
  readonly commitments: PlannedCommitment[] = []
  readonly links: PlannedLink[] = []
  readonly endings = new Map<string, PlannedEnding>()
  readonly remarks: PlanRemark[] = []
  private readonly known: readonly KnownCommitment[]

  constructor(known: readonly KnownCommitment[]) {
    this.known = known
  }

  add(commitment: PlannedCommitment): void {
    this.commitments.push(commitment)
  }

  /** Ties a commitment to its earlier mentions; `ends` false when the earlier one goes on beside it. */
  tie(later: string, mentions: readonly EarlierMention[], ends = true): void {
    for (const { earlier, code, relation } of mentions) {
      this.links.push({ later, earlier: earlier?.id ?? null, earlierCode: code, relation })
      if (earlier && ends) this.end(earlier, relation === 'withdraws' ? 'withdrawn' : 'replaced')
    }
  }

  private end(earlier: KnownCommitment, state: 'replaced' | 'withdrawn'): void {
    const parts = this.known.filter((one) => one.parent === earlier.id)
    for (const one of [earlier, ...parts]) {
      if (one.state === 'open') this.endings.set(one.id, { commitment: one.id, state })
    }
  }
}

/** Works out what approving a letter does: what it adds, continues, changes, moves and withdraws. */
export const registerFromFindings = (before: BeforeApproval): RegisterPlan => {
  const goals = planGoals(before)
  const plan = new Plan(before.known)
  const goalOf = (finding: TakenFinding, no: string | null, earlier: KnownCommitment | null) => {
    const goal = goals.find(no)
    if (no !== null && goal === null)
      plan.remarks.push({ code: 'goal-unknown', title: findingTitle(finding), detail: no })
    if (goal !== null) return goal
    return earlier?.goal && earlier.year === before.year ? { known: earlier.goal } : null
  }
  const simple = (
    finding: TakenFinding,
    kind: CommitmentKind,
    facts: CommitmentFacts,
    mention: EarlierMention | null,
    more: Partial<PlannedCommitment> = {},
    ends = true,
  ) => {
    const earlier = mention?.earlier ?? null
    plan.add({
      key: finding.id,
      kind,
      goal: null,
      parent: null,
      state: 'open',
      source: finding.source,
      deadlines: [],
      requirements: [],
      light: null,
      ...carriedOver(facts, earlier),
      ...more,
    })
    if (mention) plan.tie(finding.id, [mention], ends)
  }

  for (const finding of before.findings) {
    switch (finding.kind) {
      case 'steering-parameter': {
        const { code, title, goalNo, purpose, baseline, reporting, requirements } = finding.content
        const mention = earlierParameter('steering-parameter', { code, title }, before.year, before.known)
        const facts = { ...noFacts, code, title, purpose, baseline, frequency: reporting }
        const more = { goal: goalOf(finding, goalNo, mention?.earlier ?? null), requirements }
        simple(finding, 'steering-parameter', facts, mention, more, mention?.relation === 'revises')
        break
      }
      case 'reporting-requirement': {
        const { code, text, frequency, due, goalNo } = finding.content
        const mention = earlierParameter('reporting-requirement', { code, title: text }, before.year, before.known)
        const more = { goal: goalOf(finding, goalNo, mention?.earlier ?? null), deadlines: dated(due) }
        const facts = { ...noFacts, code, title: text, frequency }
        simple(finding, 'reporting-requirement', facts, mention, more, mention?.relation === 'revises')
        break
      }
      case 'assignment': {
        const mentions = earlierMentions(finding.content, before.year, before.known)
        const nearest = mentions.find((mention) => mention.earlier)?.earlier ?? null
        const goal = goalOf(finding, finding.content.goalNo, nearest)
        for (const part of assignmentParts(finding, nearest, before.known, goal)) plan.add(part)
        plan.tie(finding.id, mentions)
        plan.remarks.push(...assignmentRemarks(finding.content, mentions))
        if (mentions.length === 0) {
          plan.remarks.push(...resemblance(finding.content, before), ...codeInUse(finding.content, before))
        }
        break
      }
      case 'duty': {
        const { text, deadline, deadlineText } = finding.content
        simple(finding, 'duty', { ...noFacts, title: text, deadlineText }, null, { deadlines: dated(deadline) })
        break
      }
      case 'report': {
        const { report, due, countDate, dueText } = finding.content
        const mention = earlierReport(finding.content, before.year, before.known)
        const facts = { ...noFacts, title: report, deadlineText: dueText }
        simple(finding, 'report', facts, mention, { deadlines: dated(due, countDate) })
        break
      }
      case 'meeting': {
        const { type, period, date } = finding.content
        const mention = earlierMeeting(finding.content, before.year, before.known)
        simple(finding, 'meeting', { ...noFacts, title: type, deadlineText: period }, mention, {
          deadlines: dated(date),
        })
        break
      }
      default:
        break // goals and money are planned beside
    }
  }
  const money = before.findings.map(moneyOf).filter((line) => line !== null)
  return {
    goals: goals.planned,
    commitments: plan.commitments,
    links: plan.links,
    endings: [...plan.endings.values()],
    money: nameChapters(money, before.findings),
    remarks: plan.remarks,
  }
}

/** An open assignment of an earlier year that this one resembles, although the letter does not say that it is the same. */
const resemblance = (content: FindingContents['assignment'], { year, known }: BeforeApproval): PlanRemark[] => {
  const title = [content.code, content.title].filter(Boolean).join(' ')
  return known
    .filter((one) => one.kind === 'assignment' && one.state === 'open' && one.year < year)
    .filter((one) => sameTitle(one.title, content.title))
    .map((one) => ({ code: 'looks-like-earlier', title, detail: [one.code, one.title].filter(Boolean).join(' ') }))
}

/** An assignment of the same year that has the code already, but is about something else. */
const codeInUse = (content: FindingContents['assignment'], { year, known }: BeforeApproval): PlanRemark[] => {
  const key = codeKey(content.code ?? '')
  const title = [content.code, content.title].filter(Boolean).join(' ')
  return known
    .filter((one) => key !== '' && one.kind === 'assignment' && one.year === year && codeKey(one.code ?? '') === key)
    .map((one) => ({ code: 'code-in-use', title, detail: one.title }))
}

/** What the one who approves should know about an assignment's ties. */
const assignmentRemarks = (
  content: FindingContents['assignment'],
  mentions: readonly EarlierMention[],
): PlanRemark[] => {
  const title = [content.code, content.title].filter(Boolean).join(' ')
  if (mentions.some((mention) => mention.earlier)) return []
  if (content.group === 'cancelled') return [{ code: 'withdraws-unknown', title, detail: content.code ?? '' }]
  if (content.group === 'revised') return [{ code: 'revises-unknown', title, detail: content.code ?? '' }]
  return mentions.map((mention) => ({ code: 'earlier-unknown' as const, title, detail: mention.code }))
}
