import { type ExcelRow, type ExcelSheet, writeExcel } from '../../../platform/server/documents/write-excel.ts'
import type { DifferenceRow, DifferenceSection, DifferenceValue } from '../../rules/letter-difference.ts'
import { differenceWords, type Locale } from './difference-words.ts'

interface Difference {
  readonly before: { readonly title: string }
  readonly after: { readonly title: string }
  readonly sections: readonly DifferenceSection[]
}

const day = (text: string): string => text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3.$2.$1')

const value = (given: DifferenceValue): string => {
  if (given === null) return ''
  if (typeof given === 'number') return given.toLocaleString('nb-NO')
  return typeof given === 'string' ? day(given) : given.map(day).join('\n')
}

const row = (locale: Locale, { change, before, after, fields }: DifferenceRow): ExcelRow => {
  const words = differenceWords[locale]
  const said = (side: 'before' | 'after') =>
    fields.map((field) => `${words.fields[field.field] ?? field.field}: ${value(field[side]) || '–'}`).join('\n')
  return {
    cells: [
      words.changes[change],
      before?.code ?? '',
      before?.title ?? '',
      before?.amountNOK ?? null,
      after?.code ?? '',
      after?.title ?? '',
      after?.amountNOK ?? null,
      said('before'),
      said('after'),
    ],
  }
}

/** The difference as a workbook, a sheet for each section, in the language of the one who asks. */
export const differenceExcel = (locale: Locale, given: Difference): Promise<Buffer> => {
  const words = differenceWords[locale]
  const sheets = given.sections
    .filter((section) => section.rows.length > 0)
    .map(
      (section): ExcelSheet => ({
        name: words.sections[section.section],
        preamble: [`${words.heading}: ${given.before.title} → ${given.after.title}`],
        columns: [
          { heading: words.change, kind: 'text', width: 12 },
          { heading: `${words.code} (${words.before})`, kind: 'text', width: 14 },
          { heading: `${words.title} (${words.before})`, kind: 'text', width: 50 },
          { heading: `${words.amount} (${words.before})`, kind: 'kroner', width: 18 },
          { heading: `${words.code} (${words.after})`, kind: 'text', width: 14 },
          { heading: `${words.title} (${words.after})`, kind: 'text', width: 50 },
          { heading: `${words.amount} (${words.after})`, kind: 'kroner', width: 18 },
          { heading: `${words.details} (${words.before})`, kind: 'text', width: 50 },
          { heading: `${words.details} (${words.after})`, kind: 'text', width: 50 },
        ],
        rows: section.rows.map((each) => row(locale, each)),
      }),
    )
  const empty: ExcelSheet = {
    name: words.heading,
    columns: [{ heading: words.heading, kind: 'text', width: 40 }],
    rows: [],
  }
  return writeExcel(sheets.length > 0 ? sheets : [empty])
}
