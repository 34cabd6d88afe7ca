import { type Row, type Sheet, writeExcel } from '../../../platform/server/documents/excel.ts'
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

const row = (locale: Locale, { change, before, after, fields }: DifferenceRow): Row => {
  const words = differenceWords[locale]
  const said = (side: 'before' | 'after') =>
    fields.map((field) => `${words.fields[field.field] ?? field.field}: ${value(field[side]) || '–'}`).join('\n')
  return [
    words.changes[change],
    before?.code ?? null,
    before?.title ?? null,
    before?.amountNOK ?? null,
    said('before'),
    after?.code ?? null,
    after?.title ?? null,
    after?.amountNOK ?? null,
    said('after'),
  ]
}

/** The difference as a workbook, a sheet for each section, in the language of the one who asks. */
export const differenceExcel = (locale: Locale, { before, after, sections }: Difference): Promise<Buffer> => {
  const words = differenceWords[locale]
  const side = (title: string): Sheet['columns'] => [
    { title: `${words.code}, ${title}`, kind: 'text', width: 14 },
    { title: `${words.title}, ${title}`, kind: 'text', width: 50 },
    { title: `${words.amount}, ${title}`, kind: 'kroner', width: 20 },
    { title: `${words.details}, ${title}`, kind: 'text', width: 50 },
  ]
  return writeExcel(
    sections.map((section) => ({
      name: words.sections[section.section],
      columns: [{ title: words.change, kind: 'text', width: 12 }, ...side(before.title), ...side(after.title)],
      rows: section.rows.map((each) => row(locale, each)),
    })),
  )
}
