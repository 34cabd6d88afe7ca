import type { Static } from 'typebox'
import { osloDate } from '../../../platform/rules/plain-date.ts'
import { ProblemError } from '../../../platform/rules/problem.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import type { GoalAnswer, GoalLine, GoalsAnswer, OwnerLine, OwnersAnswer } from '../../rules/follow-up/goal-shape.ts'
import { organisationName } from './list-commitments.ts'
import { ownerWithWhole } from './part-of-whole.ts'

/** The counts of {@link Standing} over `governance.commitment c`, as JSON. */
const standing = (tx: Tx) => tx.sql`jsonb_build_object(
  'open', count(*) filter (where c.state = 'open'),
  'red', count(*) filter (where c.state = 'open' and c.light = 'red'),
  'yellow', count(*) filter (where c.state = 'open' and c.light = 'yellow'),
  'green', count(*) filter (where c.state = 'open' and c.light = 'green'),
  'late', count(*) filter (where c.state = 'open' and c.next_deadline < ${osloDate(tx.now)}::date),
  'ownerless', count(*) filter (where c.state = 'open' and c.owner_unit is null and c.owner_person is null),
  'done', count(*) filter (where c.state = 'done'),
  'next', min(c.next_deadline) filter (where c.state = 'open'))`

/** The goals with how they stand; of all years, or of one. */
export const listGoals = async (tx: Tx, year: number | null): Promise<Static<typeof GoalsAnswer>> => {
  const goals = await tx.sql<Static<typeof GoalLine>[]>`
    select g.id, g.year, g.number, g.title, ${standing(tx)} as standing
    from governance.goal g left join governance.commitment c on c.goal = g.id
    where ${year}::int is null or g.year = ${year}::int
    group by g.id order by g.year desc, g.position, g.id`
  return { goals: [...goals] }
}

/** A goal with all that belongs to it, in the letter's order; throws `not-found`. */
export const goalDetail = async (tx: Tx, id: string): Promise<Static<typeof GoalAnswer>> => {
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

/** Who owns what, and how it stands: units first, then people, then what nobody owns; of one year or of all. */
export const listOwners = async (tx: Tx, year: number | null): Promise<Static<typeof OwnersAnswer>> => {
  const owner = ownerWithWhole(tx)
  const owners = await tx.sql<Static<typeof OwnerLine>[]>`
    with c as materialized (
      select ${owner.unit} as owner_unit, ${owner.person} as owner_person, c.state, c.light, c.next_deadline
      from governance.commitment c left join governance.commitment p on p.id = c.parent
      where ${year}::int is null or c.year = ${year}::int
    ), line as (
      select 'unit' as kind, 1 as place, owner_unit as id, ${standing(tx)} as standing
      from c where owner_unit is not null group by owner_unit
      union all
      select 'person', 2, owner_person, ${standing(tx)} from c where owner_person is not null group by owner_person
      union all
      select 'none', 3, null, ${standing(tx)} from c where owner_unit is null and owner_person is null
        having count(*) filter (where c.state = 'open') > 0
    ), named as (
      select line.*, case kind
        when 'unit' then (select ${organisationName(tx)} from reference.organisation_name o where o.id = line.id)
        when 'person' then access.name_of(line.id) end as name
      from line
    )
    select kind, id, name, standing from named order by place, name collate "nb-NO-x-icu"`
  return { owners: [...owners] }
}
