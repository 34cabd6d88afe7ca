import type { Static } from 'typebox'
import type { Locale } from '../../platform/rules/locale.ts'
import { writeCsv } from '../../platform/server/documents/csv.ts'
import { type Sheet, writeExcel } from '../../platform/server/documents/excel.ts'
import type { AccessLogEntry } from '../rules/contracts.ts'
import { osloTime } from './oslo-time.ts'
import { texts } from './texts.ts'

type Line = Static<typeof AccessLogEntry>
const headings = (locale: Locale): string[] => {
  const { at, actor, organisation, person, kind, reference } = texts[locale].log
  return [at, actor, organisation, person, kind, reference]
}

const cellsOf = (line: Line): string[] => [
  osloTime(line.at),
  line.actor || (line.actorId ?? ''),
  line.organisation,
  line.person || line.personId,
  line.kind,
  line.record,
]

/** The lines as CSV. */
export const exportAccessLogCsv = (lines: readonly Line[], locale: Locale): string =>
  writeCsv([headings(locale), ...lines.map(cellsOf)])

/** The lines as an Excel workbook. */
export const exportAccessLogExcel = (lines: readonly Line[], locale: Locale): Promise<Buffer> => {
  const sheet: Sheet = {
    name: texts[locale].log.title,
    columns: headings(locale).map((title, index) => ({ title, kind: 'text', width: index === 5 ? 40 : 24 })),
    rows: lines.map(cellsOf),
  }
  return writeExcel([sheet])
}
