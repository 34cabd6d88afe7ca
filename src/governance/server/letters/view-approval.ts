import { osloDate } from '../../../platform/rules/plain-date.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { lateDeadlines } from '../../rules/late-deadlines.ts'
import type { PlannedCommitment } from '../../rules/register-plan.ts'
import { planApproval } from './approval-plan.ts'
import { lockLetter, requireState } from './store.ts'

interface EarlierRow {
  readonly id: string
  readonly title: string
  readonly parent: string | null
  readonly owner: string | null
  readonly deadlines: string[]
}

/** The earlier commitments that a plan touches, by id. */
const earlierOnes = async (tx: Tx, ids: readonly string[]): Promise<Map<string, EarlierRow>> => {
  if (ids.length === 0) return new Map()
  const rows = await tx.sql<EarlierRow[]>`
    select c.id, concat_ws(' ', c.code, c.title) as title, c.parent, access.name_of(c.owner_person) as owner,
      coalesce((select jsonb_agg(distinct d.due order by d.due) from governance.deadline d
        join governance.commitment o on o.id = d.commitment where o.id = c.id or o.parent = c.id), '[]') as deadlines
    from governance.commitment c where c.id = any(${[...ids]})`
  return new Map(rows.map((row) => [row.id, row]))
}

const dates = (whole: PlannedCommitment, all: readonly PlannedCommitment[]): string[] => {
  const due = all
    .filter((one) => one.key === whole.key || one.parent === whole.key)
    .flatMap((one) => one.deadlines.map((deadline) => deadline.due as string))
  return [...new Set(due)].sort()
}

/** What approving the letter would do, in the words of a reader. Nothing is written. */
export const viewApproval = async (tx: Tx, id: string) => {
  const letter = await lockLetter(tx, id, 'share')
  requireState(letter, ['checking'], 'approve')
  const { plan, unchecked, openDoubts } = await planApproval(tx, letter)
  const touched = [
    ...plan.links.map((link) => link.earlier).filter((one) => one !== null),
    ...plan.endings.map((ending) => ending.commitment),
  ]
  const earlier = await earlierOnes(tx, [...new Set(touched)])
  const made = new Map(plan.commitments.map((one) => [one.key, one]))
  const name = (one: PlannedCommitment | undefined): string => [one?.code, one?.title].filter(Boolean).join(' ')
  return {
    openFindings: unchecked.size,
    openDoubts,
    goals: plan.goals.map(({ number, title }) => ({ number, title })),
    commitments: plan.commitments.map((one) => ({
      kind: one.kind,
      code: one.code,
      title: one.title,
      part: one.parent !== null,
      deadlines: one.deadlines.map((deadline) => deadline.due as string),
    })),
    links: plan.links.map((link) => {
      const later = made.get(link.later)
      const before = link.earlier === null ? undefined : earlier.get(link.earlier)
      return {
        relation: link.relation,
        later: name(later),
        earlier: before?.title ?? null,
        earlierCode: link.earlierCode,
        owner: before?.owner ?? null,
        before: before?.deadlines ?? [],
        after: later ? dates(later, plan.commitments) : [],
      }
    }),
    ended: plan.endings.map((ending) => {
      const one = earlier.get(ending.commitment)
      return { id: ending.commitment, title: one?.title ?? '', state: ending.state, part: one?.parent != null }
    }),
    money: plan.money.map(({ kind, chapter, item, name: what, amountNok }) => ({
      kind,
      chapter,
      item,
      name: what,
      amountNok,
    })),
    remarks: plan.remarks.map((remark) => ({ ...remark })),
    late: lateDeadlines(plan, osloDate(tx.now)),
  }
}
