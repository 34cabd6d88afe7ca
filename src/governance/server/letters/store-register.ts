import { insertMany } from '../../../platform/server/insert-many.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { findingOf } from '../../rules/planned-assignment.ts'
import type { PlannedCommitment, RegisterPlan } from '../../rules/register-plan.ts'

const nextDeadline = (commitment: PlannedCommitment): string | null =>
  commitment.state === 'open'
    ? (commitment.deadlines
        .filter((deadline) => deadline.metOn === null)
        .map((deadline) => deadline.due)
        .sort()[0] ?? null)
    : null

/**
 * Carries out a plan: everything that the letter gives, and what it does to the earlier. What comes of an `unchecked` finding
 * says so.
 */
export const storeRegister = async (
  tx: Tx,
  letter: { readonly id: string; readonly year: number },
  plan: RegisterPlan,
  unchecked: ReadonlySet<string>,
): Promise<void> => {
  const ids = new Map<string, string>()
  for (const { key } of [...plan.goals, ...plan.commitments]) ids.set(key, crypto.randomUUID())
  const idOf = (key: string): string => {
    const id = ids.get(key)
    if (id === undefined) throw new Error(`the plan names ${key} but does not make it`)
    return id
  }
  await insertMany(
    tx,
    'governance.goal',
    plan.goals.map((goal, position) => ({
      id: idOf(goal.key),
      letter: letter.id,
      year: letter.year,
      number: goal.number,
      title: goal.title,
      position,
    })),
  )
  await insertMany(
    tx,
    'governance.commitment',
    plan.commitments.map((one, position) => ({
      id: idOf(one.key),
      kind: one.kind,
      letter: letter.id,
      goal: one.goal === null ? null : 'known' in one.goal ? one.goal.known : idOf(one.goal.planned),
      parent: one.parent === null ? null : idOf(one.parent),
      year: letter.year,
      code: one.code,
      title: one.title,
      grouping: one.grouping,
      purpose: one.purpose,
      baseline: one.baseline,
      description: one.description,
      frequency: one.frequency,
      recurrence: one.recurrence,
      deadline_text: one.deadlineText,
      lead: one.lead,
      partners: [...one.partners],
      financing: one.financing,
      position,
      source_start: one.source.start,
      source_end: one.source.end,
      state: one.state,
      light: one.light,
      owner_unit: one.ownerUnit,
      owner_person: one.ownerPerson,
      next_deadline: nextDeadline(one),
      unchecked: unchecked.has(findingOf(one.key)),
    })),
  )
  await insertMany(
    tx,
    'governance.requirement',
    plan.commitments.flatMap((one) =>
      one.requirements.map((requirement, position) => ({
        commitment: idOf(one.key),
        position,
        text: requirement.text,
        comparison: requirement.comparison,
        number: requirement.number,
        unit: requirement.unit,
        sub_requirement: requirement.subRequirement,
      })),
    ),
  )
  await insertMany(
    tx,
    'governance.deadline',
    plan.commitments.flatMap((one) =>
      one.deadlines.map((deadline) => ({
        commitment: idOf(one.key),
        due: deadline.due,
        label: deadline.label,
        count_date: deadline.countDate,
        met_on: deadline.metOn,
      })),
    ),
  )
  await insertMany(
    tx,
    'governance.chain_link',
    plan.links.map((link) => ({
      later: idOf(link.later),
      earlier: link.earlier,
      earlier_code: link.earlierCode,
      relation: link.relation,
      letter: letter.id,
    })),
  )
  for (const state of ['replaced', 'withdrawn'] as const) {
    const ended = plan.endings.filter((ending) => ending.state === state).map((ending) => ending.commitment)
    if (ended.length > 0) {
      await tx.sql`update governance.commitment set state = ${state}, next_deadline = null
        where id = any(${ended})`
    }
  }
}
