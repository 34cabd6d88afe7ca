import { ProblemError } from '../../../platform/rules/problem.ts'
import { instantText } from '../../../platform/server/database/instant-text.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import type { Detail } from '../../rules/follow-up/detail-shape.ts'
import { type ChainLink, chainLine } from './chain-line.ts'
import { organisationName } from './organisation-name.ts'
import { passageOf } from './passage.ts'

interface Row extends Omit<Detail, 'chain' | 'letter'> {
  readonly sourceStart: number | null
  readonly sourceEnd: number | null
  readonly letter: {
    readonly id: string
    readonly title: string
    readonly date: string | null
    readonly reference: string | null
    readonly text: string
  } | null
  readonly links: ChainLink[]
}

/** A commitment as a link to it, as JSON. */
const linkOf = (tx: Tx) => tx.sql`'id', x.id, 'kind', x.kind, 'code', x.code, 'title', x.title, 'year', x.year,
  'state', x.state, 'light', x.light, 'due', x.next_deadline`

/** Everything that hangs on a commitment `c`, as JSON columns of its row. */
const belongings = (tx: Tx) => tx.sql`
  (select jsonb_build_object('id', g.id, 'number', g.number, 'title', g.title)
    from governance.goal g where g.id = c.goal) as goal,
  (select jsonb_build_object(${linkOf(tx)}, 'owner', nullif(concat_ws(', ', access.name_of(x.owner_person),
      (select ${organisationName(tx)} from reference.organisation_name o where o.id = x.owner_unit)), ''))
    from governance.commitment x where x.id = c.parent) as parent,
  coalesce((select jsonb_agg(jsonb_build_object(${linkOf(tx)}) order by x.position, x.id)
    from governance.commitment x where x.parent = c.id), '[]') as parts,
  coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'text', r.text, 'comparison', r.comparison,
      'number', r.number, 'unit', r.unit, 'subRequirement', r.sub_requirement) order by r.position)
    from governance.requirement r where r.commitment = c.id), '[]') as requirements,
  coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'due', d.due, 'label', d.label, 'metOn', d.met_on,
      'own', d.own) order by d.due, d.id)
    from governance.deadline d where d.commitment = c.id), '[]') as deadlines,
  coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'at', ${instantText(tx.sql, tx.sql`n.recorded_at`)},
      'by', access.name_of(n.recorded_by), 'light', n.light, 'note', n.note, 'deviation', n.deviation, 'measures', n.measures)
      order by n.recorded_at desc, n.id)
    from governance.status_note n where n.commitment = c.id), '[]') as notes,
  coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'on', d.delivered_on, 'recipient', d.recipient,
      'note', d.note, 'meets', d.meets, 'deadline', d.deadline, 'by', access.name_of(d.recorded_by),
      'document', (select jsonb_build_object('name', f.name, 'size', f.size) from platform.file f where f.id = d.file))
      order by d.delivered_on desc, d.recorded_at desc)
    from governance.delivery d where d.commitment = c.id), '[]') as deliveries,
  coalesce((select jsonb_agg(jsonb_build_object(${linkOf(tx)}, 'note', d.note) order by x.next_deadline, x.id)
    from governance.dependency d join governance.commitment x on x.id = d.depends_on
    where d.commitment = c.id), '[]') as "waitsFor",
  coalesce((select jsonb_agg(jsonb_build_object(${linkOf(tx)}, 'note', d.note) order by x.next_deadline, x.id)
    from governance.dependency d join governance.commitment x on x.id = d.commitment
    where d.depends_on = c.id), '[]') as "awaitedBy",
  (select count(*)::int from governance.activity a where a.commitment = c.id) as activities,
  (select jsonb_build_object('id', l.id, 'title', l.title, 'date', l.letter_date, 'reference', l.reference,
      'text', l.text) from governance.letter l where l.id = c.letter) as letter`

/** The links of the commitment's whole chain, both ways, as JSON. */
const links = (tx: Tx, id: string) => tx.sql`
  with recursive around(id) as (
    select ${id}::uuid
    union
    select case when k.later = a.id then k.earlier else k.later end
    from around a join governance.chain_link k on k.later = a.id or k.earlier = a.id
  )
  select coalesce(jsonb_agg(jsonb_build_object('relation', k.relation, 'earlierCode', k.earlier_code,
      'earlier', k.earlier, 'earlierTitle', e.title, 'earlierState', e.state,
      'later', k.later, 'laterCode', t.code, 'laterTitle', t.title, 'laterState', t.state,
      'earlierLetter', (select jsonb_build_object('id', l.id, 'title', l.title, 'date', l.letter_date)
        from governance.letter l where l.id = e.letter),
      'letter', (select jsonb_build_object('id', l.id, 'title', l.title, 'date', l.letter_date)
        from governance.letter l where l.id = k.letter)) order by k.recorded_at, k.id), '[]')
  from governance.chain_link k
  join governance.commitment t on t.id = k.later
  left join governance.commitment e on e.id = k.earlier
  where k.later in (select id from around) or k.earlier in (select id from around)`

/** All about one commitment, in one query; throws `not-found`. */
export const viewCommitment = async (tx: Tx, id: string): Promise<Detail> => {
  const [row] = await tx.sql<Row[]>`
    select c.id, c.kind, c.code, c.title, c.year, c.grouping, c.purpose, c.baseline, c.description, c.frequency,
      c.recurrence, c.deadline_text as "deadlineText", c.lead, c.partners, c.financing, c.state,
      c.state_reason as "stateReason", c.light, c.next_deadline as due, c.version, c.unchecked,
      governance.commitment_writable(c.id) as "mayWrite",
      c.source_start as "sourceStart", c.source_end as "sourceEnd",
      (select jsonb_build_object('id', o.id, 'name', ${organisationName(tx)})
        from reference.organisation_name o where o.id = c.owner_unit) as unit,
      case when c.owner_person is null then null
        else jsonb_build_object('id', c.owner_person, 'name', access.name_of(c.owner_person)) end as person,
      ${belongings(tx)}, (${links(tx, id)}) as links
    from governance.commitment c where c.id = ${id}`
  if (!row) throw new ProblemError('not-found', { kind: 'commitment' })
  const { sourceStart, sourceEnd, letter, links: chainLinks, ...rest } = row
  if (letter === null) return { ...rest, chain: chainLine(chainLinks, id), letter: null }
  const { text, ...named } = letter
  return {
    ...rest,
    chain: chainLine(chainLinks, id),
    letter: { ...named, passage: passageOf(text, sourceStart, sourceEnd) },
  }
}
