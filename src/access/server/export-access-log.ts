import type { Static } from 'typebox'
import type { Locale } from '../../platform/rules/locale.ts'
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

/** Quoted when needed; a text that a spreadsheet would run as a formula is made a plain text. */
const csvCell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The lines as CSV in the form that Norwegian spreadsheets open: semicolons, and a mark that says UTF-8. */
export const exportAccessLogCsv = (lines: readonly Line[], locale: Locale): string =>
  `\uFEFF${[headings(locale), ...lines.map(cellsOf)].map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`

/** The lines as an Excel workbook. */
export const exportAccessLogExcel = (lines: readonly Line[], locale: Locale): Promise<Buffer> => {
  const sheet: Sheet = {
    name: texts[locale].log.title,
    columns: headings(locale).map((title, index) => ({ title, kind: 'text', width: index === 5 ? 40 : 24 })),
    rows: lines.map(cellsOf),
  }
  return writeExcel([sheet])
}
