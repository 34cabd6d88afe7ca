import type { Static } from 'typebox'
import { ProblemError } from '../../../platform/rules/problem.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import type { GoalAnswer, GoalLine, GoalsAnswer } from '../../rules/follow-up/goal-shape.ts'
import { organisationName } from './organisation-name.ts'
import { standing } from './standing.ts'

/** The goals with how they stand; of all years, or of one. */
export const viewGoals = async (tx: Tx, year: number | null): Promise<Static<typeof GoalsAnswer>> => {
  const goals = await tx.sql<Static<typeof GoalLine>[]>`
    select g.id, g.year, g.number, g.title, ${standing(tx)} as standing
    from governance.goal g left join governance.commitment c on c.goal = g.id
    where ${year}::int is null or g.year = ${year}::int
    group by g.id order by g.year desc, g.position, g.id`
  return { goals: [...goals] }
}

/** A goal with all that belongs to it, in the letter's order; throws `not-found`. */
export const viewGoal = async (tx: Tx, id: string): Promise<Static<typeof GoalAnswer>> => {
  const [goal] = await tx.sql<Static<typeof GoalAnswer>[]>`
    select g.id, g.year, g.number, g.title,
      (select ${standing(tx)} from governance.commitment c where c.goal = g.id) as standing,
      (select jsonb_build_object('id', l.id, 'title', l.title) from governance.letter l where l.id = g.letter) as letter,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'code', c.code, 'title', c.title,
          'year', c.year, 'goal', g.number, 'unit', o.name, 'person', access.name_of(c.owner_person),
          'light', c.light, 'state', c.state, 'due', c.next_deadline, 'version', c.version,
          'requirements', coalesce((select jsonb_agg(r.text order by r.position)
            from governance.requirement r where r.commitment = c.id), '[]')) order by c.kind, c.position, c.id)
        from governance.commitment c
        left join lateral (select ${organisationName(tx)} as name from reference.organisation_name where id = c.owner_unit) o
          on true
        where c.goal = g.id), '[]') as rows
    from governance.goal g where g.id = ${id}`
  if (!goal) throw new ProblemError('not-found', { kind: 'goal' })
  return goal
}
