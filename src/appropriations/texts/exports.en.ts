import type { texts as nb } from './exports.nb.ts'

/** What only the workbook of the money says, in English. */
export const texts: typeof nb = {
  parts: 'Bindings and recipients',
  chapter: 'Chapter',
  name: 'Name',
  keywords: 'Keywords',
  sum: 'Sum of chapter',
  stated: 'The letter states',
  kind: 'Kind',
  binding: 'Binding',
  recipient: 'Recipient',
  amount: 'Amount',
  letter: 'Letter',
}
