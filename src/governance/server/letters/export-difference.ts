import type { Locale } from '../../../platform/rules/locale.ts'
import { type Row, type Sheet, writeExcel } from '../../../platform/server/documents/excel.ts'
import type { DifferenceRow, DifferenceSection, DifferenceValue } from '../../rules/letter-difference.ts'
import { exportTexts, letterTexts } from '../texts.ts'

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
  const { difference, fields: names } = letterTexts[locale]
  const nameOf: Readonly<Record<string, string>> = names
  const said = (side: 'before' | 'after') =>
    fields.map((field) => `${nameOf[field.field] ?? field.field}: ${value(field[side]) || '–'}`).join('\n')
  return [
    difference.changes[change],
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
export const exportDifference = (locale: Locale, { before, after, sections }: Difference): Promise<Buffer> => {
  const { difference, fields } = letterTexts[locale]
  const side = (title: string): Sheet['columns'] => [
    { title: `${fields.code}, ${title}`, kind: 'text', width: 14 },
    { title: `${fields.title}, ${title}`, kind: 'text', width: 50 },
    { title: `${fields.amountNOK}, ${title}`, kind: 'kroner', width: 20 },
    { title: `${exportTexts[locale].difference.details}, ${title}`, kind: 'text', width: 50 },
  ]
  return writeExcel(
    sections.map((section) => ({
      name: difference.sections[section.section],
      columns: [{ title: difference.change, kind: 'text', width: 12 }, ...side(before.title), ...side(after.title)],
      rows: section.rows.map((each) => row(locale, each)),
    })),
  )
}
