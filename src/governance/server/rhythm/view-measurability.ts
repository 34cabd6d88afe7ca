import type { Tx } from '../../../platform/server/transaction.ts'
import type { MeasurabilityAnswer, ParameterMeasure } from '../../rules/measurability/shapes.ts'

/**
 * The steering parameters of a year with how each is measured: first what cannot be measured and nobody has decided on,
 * then the rest that cannot, then what can, each in the order of the letter.
 */
export const viewMeasurability = async (tx: Tx, wanted: number | undefined): Promise<MeasurabilityAnswer> => {
  const years = (
    await tx.sql<{ year: number }[]>`select distinct year from governance.commitment
      where kind = 'steering-parameter' order by year desc`
  ).map((row) => row.year)
  const year = wanted ?? years[0] ?? Number(tx.now.toISOString().slice(0, 4))
  const parameters = await tx.sql<ParameterMeasure[]>`
    select m.commitment, c.code, c.title,
      (select concat_ws(' ', g.number, g.title) from governance.goal g where g.id = c.goal) as goal,
      array(select r.text from governance.requirement r where r.commitment = c.id order by r.position) as requirements,
      l.id as letter, l.title as "letterTitle", m.way, m.figure, m.outside_source as "outsideSource",
      m.reason_code as "reasonCode", m.register, m.reason, m.sentence_to_ministry as sentence, m.confirmed,
      case when m.confirmed then access.name_of(m.recorded_by) end as "decidedBy", m.version
    from governance.measure m join governance.commitment c on c.id = m.commitment
    join governance.letter l on l.id = c.letter
    where c.year = ${year} and c.state in ('open', 'done')
    order by m.way <> 'not-measurable', m.confirmed, c.position, c.id`
  return { year, years, parameters: [...parameters] }
}
