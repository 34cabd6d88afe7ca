import write, { type CellObject, type Sheet as WrittenSheet } from 'write-excel-file/node'
import type { PlainDate } from '../../rules/plain-date.ts'
import { harmless } from './harmless.ts'

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

/** Text as a cell takes it. */
const cellText = (text: string): string => {
  const shown = harmless(text)
  if (shown.length > longestText) return `${shown.slice(0, longestText - 1)}…`
  // The library looks texts up in a plain object, where it finds what every object has (`constructor`) and breaks the file.
  return shown in {} ? `${shown} ` : shown
}

const styles: Record<Column['kind'], CellObject> = {
  text: { alignVertical: 'top', wrap: true },
  number: { alignVertical: 'top' },
  kroner: { alignVertical: 'top', format: '#,##0' },
  date: { alignVertical: 'top', format: 'dd.mm.yyyy' },
}

/** The cell as the library takes it; dates are whole days without a time zone, which it writes from UTC. */
const toExcel = (cell: Cell | undefined, kind: Column['kind'], strong: boolean): CellObject | null => {
  if (cell === null || cell === undefined || cell === '') return null
  const bold = strong ? ({ fontWeight: 'bold' } as const) : {}
  if (typeof cell === 'number') return { ...styles[kind], ...bold, value: cell, type: Number }
  if (kind === 'date') return { ...styles.date, ...bold, value: new Date(`${cell}T00:00:00Z`), type: Date }
  // A text among numbers has no number's format.
  return { ...styles.text, wrap: kind === 'text', ...bold, value: cellText(cell), type: String }
}

/** Excel forbids these in a sheet's name, and more than 31 characters. */
const sheetName = (name: string): string => name.replace(/[*?:/\\[\]]/g, ' ').slice(0, 31)

const toWritten = async ({ name, columns, rows }: Sheet): Promise<WrittenSheet<never>> => {
  const data = [columns.map(({ title }) => toExcel(title, 'text', true))]
  for await (const row of rows) {
    const cells = 'strong' in row ? row.strong : row
    data.push(columns.map(({ kind }, index) => toExcel(cells[index], kind, 'strong' in row)))
  }
  return {
    sheet: sheetName(name),
    data,
    columns: columns.map(({ width }) => ({ width })),
    orientation: 'landscape',
    stickyRowsCount: 1,
  }
}

/** The column's letters: A, B, … Z, AA. */
const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)

/** What the library has no option for: a filter on every column, and print as wide as the paper. */
const filterAndFit = (xml: string, columns: number): string =>
  xml
    .replace(/<worksheet [^>]*>/, (tag) => `${tag}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace('</sheetData>', `</sheetData><autoFilter ref="A1:${letters(Math.max(0, columns - 1))}1"/>`)
    .replace('<pageSetup ', '<pageSetup fitToHeight="0" ')

/**
 * Writes sheets as an xlsx file. Each has a bold header row that stays while scrolling, and a filter on every column. The
 * rows stand in memory until the file is made.
 */
export const writeExcel = async (sheets: readonly Sheet[]): Promise<Buffer> => {
  const written: WrittenSheet<never>[] = []
  for (const sheet of sheets) written.push(await toWritten(sheet))
  const transform = (xml: string, { columns = [] }: { readonly columns?: readonly object[] }) =>
    filterAndFit(xml, columns.length)
  return write(written, {
    features: [{ files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform } } } }],
  }).toBuffer()
}
