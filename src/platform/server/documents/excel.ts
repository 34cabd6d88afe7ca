import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import excel from 'exceljs'
import type { PlainDate } from '../../rules/plain-date.ts'

/** What a cell may hold; a date is given as a plain date, and null leaves the cell empty. */
export type Cell = string | number | PlainDate | null

/** A column: its title in the reader's language, what its cells are, and its width in characters. */
export interface Column {
  readonly title: string
  /** `kroner` are whole kroner, shown with thousands apart. */
  readonly kind: 'text' | 'number' | 'kroner' | 'date'
  readonly width: number
}

/** A row of as many cells as there are columns; a sum or a heading inside the sheet is strong. */
export type Row = readonly Cell[] | { readonly strong: readonly Cell[] }

/** A sheet: columns and rows of as many cells. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: Iterable<Row> | AsyncIterable<Row>
}

/** The media type of what {@link writeExcel} makes. */
export const excelMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A cell's longest text in Excel. */
const longestText = 32_767

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe in front: in the file itself it is text, but it
 * is saved as CSV and opened again by others (OWASP, CSV injection).
 */
export const harmless = (text: string): string => {
  const shown = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return shown.length > longestText ? `${shown.slice(0, longestText - 1)}…` : shown
}

/** The cell as Excel keeps it; dates are whole days without a time zone, which exceljs writes from UTC. */
const toExcel = (cell: Cell | undefined, kind: Column['kind']): string | number | Date | null => {
  if (cell === null || cell === undefined) return null
  if (kind === 'date' && typeof cell === 'string') return new Date(`${cell}T00:00:00Z`)
  return typeof cell === 'string' ? harmless(cell) : cell
}

/** Excel forbids these in a sheet's name, and more than 31 characters. */
const sheetName = (name: string): string => name.replace(/[*?:/\\[\]]/g, ' ').slice(0, 31)

const formats: Partial<Record<Column['kind'], string>> = { date: 'dd.mm.yyyy', kroner: '#,##0' }

/**
 * Writes sheets as an xlsx file, row by row, so that a long one does not have to stand whole in memory as cells. Each
 * has a bold header row that stays while scrolling, and a filter on every column.
 */
export const writeExcel = async (sheets: readonly Sheet[]): Promise<Buffer> => {
  const stream = new PassThrough()
  const file = buffer(stream)
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  for (const sheet of sheets) {
    const page = book.addWorksheet(sheetName(sheet.name), {
      views: [{ state: 'frozen', ySplit: 1 }],
      pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9 },
    })
    page.columns = sheet.columns.map((column) => ({
      header: column.title,
      width: column.width,
      style: {
        alignment: { vertical: 'top', wrapText: column.kind === 'text' },
        ...(formats[column.kind] === undefined ? {} : { numFmt: formats[column.kind] }),
      },
    }))
    page.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: Math.max(1, sheet.columns.length) } }
    const header = page.getRow(1)
    header.font = { bold: true }
    header.commit()
    for await (const row of sheet.rows) {
      const cells = 'strong' in row ? row.strong : row
      const written = page.addRow(sheet.columns.map((column, index) => toExcel(cells[index], column.kind)))
      if ('strong' in row) written.font = { bold: true }
      written.commit()
    }
    page.commit()
  }
  await book.commit()
  return file
}
