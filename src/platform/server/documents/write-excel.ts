import { PassThrough } from 'node:stream'
import exceljs from 'exceljs'

/** The media type of an Excel workbook. */
export const excelMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** How a column's cells are shown: `kroner` are whole kroner with thousands apart, `date` takes YYYY-MM-DD. */
export type ExcelColumnKind = 'text' | 'number' | 'kroner' | 'date'

/** A column: its heading, kind, and width in characters. */
export interface ExcelColumn {
  readonly heading: string
  readonly kind: ExcelColumnKind
  readonly width: number
}

/** A cell; null is empty. A text is always text: one that begins with “=” is no formula. */
export type ExcelCell = string | number | null

/** A row, with `strong` for sums and headings inside the sheet. */
export interface ExcelRow {
  readonly cells: readonly ExcelCell[]
  readonly strong?: boolean
}

/** A sheet of the workbook. */
export interface ExcelSheet {
  readonly name: string
  /** Lines above the table: what it is, the filters, when it was taken out. */
  readonly preamble?: readonly string[]
  readonly columns: readonly ExcelColumn[]
  readonly rows: Iterable<ExcelRow>
}

const formats: Readonly<Record<ExcelColumnKind, string>> = {
  text: '@',
  number: 'General',
  kroner: '#,##0',
  date: 'dd.mm.yyyy',
}

/** Excel's own limits: 31 characters, and none of these in the name of a sheet. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)

const cellValue = (cell: ExcelCell, kind: ExcelColumnKind): string | number | Date | null =>
  kind === 'date' && typeof cell === 'string' ? new Date(`${cell}T00:00:00Z`) : cell

/**
 * Writes a workbook. Rows are streamed through the writer, so that a large register does not stand twice in memory. The
 * heading row stays in view and has a filter; long texts wrap.
 */
export const writeExcel = async (sheets: readonly ExcelSheet[]): Promise<Buffer> => {
  const stream = new PassThrough()
  const chunks: Buffer[] = []
  const whole = new Promise<Buffer>((resolve, reject) => {
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => resolve(Buffer.concat(chunks)))
    stream.on('error', reject)
  })
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  for (const { name, preamble = [], columns, rows } of sheets) {
    const headingRow = preamble.length === 0 ? 1 : preamble.length + 2
    const sheet = workbook.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: headingRow }] })
    sheet.columns = columns.map((column) => ({
      width: column.width,
      style: {
        numFmt: formats[column.kind],
        alignment: { vertical: 'top', wrapText: column.kind === 'text' },
      },
    }))
    for (const line of preamble) {
      const row = sheet.addRow([line])
      row.getCell(1).alignment = { wrapText: false }
      row.commit()
    }
    if (preamble.length > 0) sheet.addRow([]).commit()
    const headings = sheet.addRow(columns.map((column) => column.heading))
    headings.font = { bold: true }
    headings.commit()
    sheet.autoFilter = { from: { row: headingRow, column: 1 }, to: { row: headingRow, column: columns.length } }
    for (const { cells, strong } of rows) {
      const row = sheet.addRow(cells.map((cell, index) => cellValue(cell, columns[index]?.kind ?? 'text')))
      if (strong) row.font = { bold: true }
      row.commit()
    }
    sheet.commit()
  }
  await workbook.commit()
  return whole
}
