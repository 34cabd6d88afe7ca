import type { Locale } from '../../../platform/rules/locale.ts'
import { type Sheet, writeExcel } from '../../../platform/server/documents/excel.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import type { MeasurabilityAnswer, ParameterMeasure } from '../../rules/measurability/shapes.ts'
import { exportTexts, letterTexts, rhythmTexts } from '../texts.ts'

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

/** The same as a workbook. */
export const measurabilityWorkbook = ({ parameters }: MeasurabilityAnswer, locale: Locale): Promise<Buffer> => {
  const { kinds, leader, measure } = rhythmTexts[locale]
  const letters = letterTexts[locale]
  const own = exportTexts[locale].measurability
  const column = (title: string, width: number) => ({ title, kind: 'text', width }) as const
  const sheet: Sheet = {
    name: own.sheet,
    columns: [
      column(leader.goal, 28),
      column(letters.fields.code, 10),
      column(kinds['steering-parameter'], 50),
      column(measure.requirements, 36),
      column(own.measured, 20),
      column(own.source, 34),
      column(measure.reason, 34),
      column(measure.sentence, 60),
      column(own.decidedBy, 20),
      column(letters.kinds.letter, 30),
    ],
    rows: parameters.map((each) => [
      each.goal,
      each.code,
      each.title,
      each.requirements.join('\n'),
      own.ways[each.way],
      each.figure ?? each.outsideSource,
      each.reason,
      each.sentence,
      each.confirmed ? each.decidedBy : own.proposed,
      each.letterTitle,
    ]),
  }
  return writeExcel([sheet])
}
