import type { Static } from 'typebox'
import { ProblemError } from '../../../platform/rules/problem.ts'
import { pageOf } from '../../../platform/server/register/list.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { standingCounts } from '../../rules/follow-up/counts.ts'
import type { GoalAnswer, GoalLine, GoalsAnswer } from '../../rules/follow-up/goal-shape.ts'
import { commitmentList } from './list-source.ts'
import { countsWithin, nextWithin } from './standing.ts'
import { commitmentRows } from './view-commitments.ts'

/** More than any letter asks for under one goal. */
const mostRows = 1000

/** The goals `g` with how they stand. */
const goalLines = (tx: Tx) => {
  const ofGoal = { goal: tx.sql`g.id` }
  return tx.sql`select g.id, g.year, g.number, g.title, (${countsWithin(tx, ofGoal, standingCounts, 'counts')}) as standing,
    ${nextWithin(tx, ofGoal)} as next
    from governance.goal g`
}

/** The goals with how they stand; of all years, or of one. */
export const viewGoals = async (tx: Tx, year: number | null): Promise<Static<typeof GoalsAnswer>> => {
  const goals = await tx.sql<Static<typeof GoalLine>[]>`
    ${goalLines(tx)} where ${year}::int is null or g.year = ${year}::int order by g.year desc, g.position, g.id`
  return { goals: [...goals] }
}

/** A goal with all that belongs to it, in the letter's order; throws `not-found`. */
export const viewGoal = async (tx: Tx, id: string): Promise<Static<typeof GoalAnswer>> => {
  const [goal] = await tx.sql<Omit<Static<typeof GoalAnswer>, 'rows'>[]>`
    select l.*, (select jsonb_build_object('id', r.id, 'title', r.title) from governance.letter r
      join governance.goal g on g.letter = r.id where g.id = l.id) as letter
    from (${goalLines(tx)} where g.id = ${id}) l`
  if (!goal) throw new ProblemError('not-found', { kind: 'goal' })
  const filter = { goal: id }
  const { ids } = await pageOf(tx, commitmentList, { filter, sort: 'letter', limit: mostRows })
  const [rows, requirements] = await Promise.all([
    commitmentRows(tx, filter, ids),
    tx.sql<{ commitment: string; texts: string[] }[]>`
      select commitment, jsonb_agg(text order by position) as texts from governance.requirement
      where commitment = any(${ids}::uuid[]) group by commitment`,
  ])
  const textsOf = new Map(requirements.map(({ commitment, texts }) => [commitment, texts]))
  return { ...goal, rows: rows.map((row) => ({ ...row, requirements: textsOf.get(row.id) ?? [] })) }
}
