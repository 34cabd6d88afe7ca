import { ProblemError } from '../../../platform/rules/problem.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { isTaken } from '../../rules/finding-kind.ts'
import type { TakenFinding } from '../../rules/planned-facts.ts'
import { registerFromFindings } from '../../rules/register-from-findings.ts'
import type { KnownCommitment, KnownGoal, PlanRemark, RegisterPlan } from '../../rules/register-plan.ts'
import { maybeSameAgency } from '../../rules/same-thing.ts'

interface FindingRow {
  readonly id: string
  readonly kind: string
  readonly content: unknown
  readonly state: string
  readonly start: number | null
  readonly end: number | null
}

/** A row with the agency of the letter that gave it. */
type Of<T> = T & { readonly agency: string | null }

/** The register up to a year, as approval must know it. */
const knownCommitments = (tx: Tx, year: number) => tx.sql<Of<KnownCommitment>[]>`
  select l.agency, c.id, c.kind, c.state, c.parent, c.goal, g.number as "goalNo", c.year, l.letter_date as "letterDate",
    c.code, c.title, c.grouping, c.purpose, c.baseline, c.description, c.frequency, c.recurrence,
    c.deadline_text as "deadlineText", c.lead, c.partners, c.financing, c.light, c.owner_unit as "ownerUnit",
    c.owner_person as "ownerPerson",
    coalesce((select jsonb_agg(jsonb_build_object('due', d.due, 'label', d.label, 'metOn', d.met_on) order by d.due)
      from governance.deadline d where d.commitment = c.id), '[]') as deadlines
  from governance.commitment c
  join governance.letter l on l.id = c.letter
  left join governance.goal g on g.id = c.goal
  where c.year <= ${year}`

/** What is left to check, and the plan. */
export interface Approval {
  readonly year: number
  /** The findings that nobody has checked, by id. */
  readonly unchecked: ReadonlySet<string>
  readonly openDoubts: number
  readonly plan: RegisterPlan
}

/**
 * Works out what approving a letter would do now. Open findings are counted as taken: that is what approving with a
 * reason does. Throws `not-found`, and `invalid-input` when the letter's year is not known.
 */
export const planApproval = async (
  tx: Tx,
  { id: letter, year, agency }: { readonly id: string; readonly year: number | null; readonly agency: string | null },
): Promise<Approval> => {
  if (year === null) throw new ProblemError('invalid-input', { field: 'year', rule: 'required' })
  const { sql } = tx
  const [findings, [doubts], goals, known] = await Promise.all([
    sql<FindingRow[]>`select id, kind, content, state, source_start as start, source_end as end
      from governance.finding where letter = ${letter} and state <> 'rejected' order by position, recorded_at, id`,
    sql<{ open: number }[]>`select count(*)::int as open from governance.doubt
      where letter = ${letter} and handled_at is null`,
    sql<Of<KnownGoal>[]>`select g.id, g.number, g.title, l.agency from governance.goal g
      join governance.letter l on l.id = g.letter where g.year = ${year} order by g.position`,
    knownCommitments(tx, year),
  ])
  const taken = findings.map(({ id, kind, content, start, end }) => ({ id, kind, content, source: { start, end } }))
  // Another agency's letter has goals and codes of its own; they are not ours continued.
  const ours = <T>(rows: readonly Of<T>[]): T[] => rows.filter((row) => maybeSameAgency(row.agency, agency))
  const other = known.find((one) => !maybeSameAgency(one.agency, agency))?.agency
  const plan = registerFromFindings({
    year,
    findings: taken as unknown as TakenFinding[],
    goals: ours(goals),
    known: ours(known),
  })
  const remarks: PlanRemark[] = other
    ? [{ code: 'other-agency', title: agency ?? '', detail: other }, ...plan.remarks]
    : [...plan.remarks]
  return {
    year,
    unchecked: new Set(findings.filter((finding) => !isTaken(finding.state)).map(({ id }) => id)),
    openDoubts: doubts?.open ?? 0,
    plan: { ...plan, remarks },
  }
}
