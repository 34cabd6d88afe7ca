import type { Locale } from '../../../platform/rules/locale.ts'
import { type Sheet, writeExcel } from '../../../platform/server/documents/excel.ts'
import type { MeasurabilityAnswer } from '../../rules/measurability/shapes.ts'
import { exportTexts, letterTexts, rhythmTexts } from '../texts.ts'

/** The same as a workbook. */
export const exportMeasurability = ({ parameters }: MeasurabilityAnswer, locale: Locale): Promise<Buffer> => {
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
