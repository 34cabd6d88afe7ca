import type { Static, TSchema } from 'typebox'
import type { ExportFormat } from '../../rules/export-shapes.ts'
import type { Locale } from '../../rules/locale.ts'
import { csvMediaType, writeCsv } from '../documents/csv.ts'
import { type Cell, type Column, excelMediaType, writeExcel } from '../documents/excel.ts'
import type { AuditLine, Tx } from '../transaction.ts'

/** A part of a list, and from where the next one begins; null: there is none. */
export interface ExportPage {
  readonly rows: readonly (readonly Cell[])[]
  readonly next: string | null
}

/** A list that can be taken out as a file. Declared by its module (`exports`), which gives it a route and a job. */
export interface ExportList<Filter extends TSchema = TSchema> {
  /** As in the address: `/api/exports/<name>`. */
  readonly name: string
  readonly permission: string
  /** What the list holds, in English, as the end of a sentence for the API description. */
  readonly summary: string
  readonly filter: Filter
  readonly formats: readonly ExportFormat[]
  /** The audit line of whoever takes it out; how it was filtered is added. */
  readonly asked: Pick<AuditLine, 'action' | 'kind'>
  /** Rows that are answered at once, unless the kit's own number will do. */
  readonly atOnce?: number
  /** What the file, the sheet and the columns are called. */
  words(locale: Locale): { readonly file: string; readonly title: string; readonly columns: readonly Column[] }
  /** How many rows there are by the filter, or any number above `most` when there are more than that. */
  count(tx: Tx, filter: Static<Filter>, most: number): Promise<number>
  /**
   * Rows by the filter, `size` at most, from the beginning or after the `next` of the page before. Each page is a transaction of its own, so
   * `next` should be a key of the order wherever rows may come and go. Every person in them is `tx.viewed`.
   */
  page(tx: Tx, filter: Static<Filter>, after: string | undefined, size: number): Promise<ExportPage>
}

/** The media types by format. */
export const exportTypes: Readonly<Record<ExportFormat, string>> = { csv: csvMediaType, xlsx: excelMediaType }

/** Makes the file of a list's rows. */
export const exportRows = async (
  list: ExportList,
  { locale, format }: { readonly locale: Locale; readonly format: ExportFormat },
  rows: ExportPage['rows'],
): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
  const { file, title, columns } = list.words(locale)
  const bytes =
    format === 'xlsx'
      ? await writeExcel([{ name: title, columns, rows }])
      : Buffer.from(
          writeCsv([
            columns.map((column) => column.title),
            ...rows.map((row) => row.map((cell) => String(cell ?? ''))),
          ]),
        )
  return { name: `${file}.${format}`, bytes }
}
