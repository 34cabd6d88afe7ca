import type { Static } from 'typebox'
import { type Sheet, writeExcel } from '../../platform/server/documents/excel.ts'
import type { LogLine } from '../rules/contracts.ts'
import { osloTime } from './oslo-time.ts'

type Line = Static<typeof LogLine>
type Locale = 'nb' | 'nn' | 'en'

interface Words {
  readonly sheet: string
  readonly headings: readonly string[]
}

const words: Readonly<Record<Locale, Words>> = {
  nb: {
    sheet: 'Innsynslogg',
    headings: ['Tidspunkt', 'Hvem så', 'Virksomhet', 'Så på', 'Hva slags', 'Referanse'],
  },
  nn: {
    sheet: 'Innsynslogg',
    headings: ['Tidspunkt', 'Kven såg', 'Verksemd', 'Såg på', 'Kva slag', 'Referanse'],
  },
  en: {
    sheet: 'Access log',
    headings: ['Time', 'Who looked', 'Organisation', 'Looked at', 'Kind', 'Reference'],
  },
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
export const logAsCsv = (lines: readonly Line[], locale: Locale): string =>
  `\uFEFF${[words[locale].headings, ...lines.map(cellsOf)].map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`

/** The lines as an Excel workbook. */
export const logAsExcel = (lines: readonly Line[], locale: Locale): Promise<Buffer> => {
  const sheet: Sheet = {
    name: words[locale].sheet,
    columns: words[locale].headings.map((title, index) => ({ title, kind: 'text', width: index === 5 ? 40 : 24 })),
    rows: lines.map(cellsOf),
  }
  return writeExcel([sheet])
}
