import { ProblemError } from '../../../platform/rules/problem.ts'
import type { Tx } from '../../../platform/server/transaction.ts'

interface ChainRow {
  readonly id: string
  readonly code: string | null
  readonly title: string
  readonly state: string
  readonly grouping: string | null
  readonly year: number
  readonly goal: string | null
  readonly letter: string
  readonly letter_title: string
  readonly letter_kind: string | null
  readonly letter_date: string | null
  readonly source_start: number | null
  readonly source_end: number | null
  readonly owner: string | null
  readonly deadlines: { due: string; label: string | null; metOn: string | null }[]
}

interface LinkRow {
  readonly later: string
  readonly earlier: string | null
  readonly earlier_code: string
  readonly relation: 'continues' | 'revises' | 'moves' | 'withdraws'
}

/**
 * The life of a commitment across letters, oldest first: what each letter said, and how it came from the one before.
 * What is known by its code only, from before Fotfeste, stands in `links` with `earlier` null. Throws `not-found`.
 */
export const viewChain = async (tx: Tx, id: string) => {
  const { sql } = tx
  const mentions = await sql<ChainRow[]>`
    with recursive life(id) as (
      select id from governance.commitment where id = ${id}
      union
      select case when l.later = life.id then l.earlier else l.later end
      from life join governance.chain_link l on life.id in (l.later, l.earlier)
      where l.earlier is not null
    )
    select c.id, c.code, c.title, c.state, c.grouping, c.year, concat_ws(' ', g.number, g.title) as goal, c.letter,
      b.title as letter_title, b.kind as letter_kind, b.letter_date, c.source_start, c.source_end,
      access.name_of(c.owner_person) as owner,
      coalesce((select jsonb_agg(jsonb_build_object('due', d.due, 'metOn', d.met_on,
          'label', coalesce(d.label, case when o.id <> c.id then coalesce(o.code, o.title) end)) order by d.due, o.position)
        from governance.deadline d join governance.commitment o on o.id = d.commitment
        where o.id = c.id or o.parent = c.id), '[]') as deadlines
    from life join governance.commitment c on c.id = life.id
    join governance.letter b on b.id = c.letter
    left join governance.goal g on g.id = c.goal
    order by b.letter_date nulls first, b.approved_at, c.position`
  if (mentions.length === 0) throw new ProblemError('not-found', { kind: 'commitment' })
  const links = await sql<LinkRow[]>`
    select later, earlier, earlier_code, relation from governance.chain_link
    where later = any(${mentions.map((mention) => mention.id)}) order by recorded_at`
  return {
    mentions: mentions.map((row) => ({
      id: row.id,
      code: row.code,
      title: row.title,
      state: row.state,
      grouping: row.grouping,
      year: row.year,
      goal: row.goal,
      letter: { id: row.letter, title: row.letter_title, kind: row.letter_kind, date: row.letter_date },
      start: row.source_start,
      end: row.source_end,
      owner: row.owner,
      deadlines: row.deadlines,
    })),
    links: links.map((link) => ({
      later: link.later,
      earlier: link.earlier,
      earlierCode: link.earlier_code,
      relation: link.relation,
    })),
  }
}
