import type { texts as nb } from './exports.nb.ts'

/** What only the workbook of the money says, in nynorsk. */
export const texts: typeof nb = {
  parts: 'Bindingar og mottakarar',
  chapter: 'Kapittel',
  name: 'Namn',
  keywords: 'Stikkord',
  sum: 'Sum kapittel',
  stated: 'Brevet oppgjev',
  kind: 'Type',
  binding: 'Binding',
  recipient: 'Mottakar',
  amount: 'Beløp',
  letter: 'Brev',
}
