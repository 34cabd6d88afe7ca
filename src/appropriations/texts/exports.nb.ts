/** What only the workbook of the money says, in bokmål; gives the keys of the other languages. */
export const texts = {
  parts: 'Bindinger og mottakere',
  chapter: 'Kapittel',
  name: 'Navn',
  keywords: 'Stikkord',
  sum: 'Sum kapittel',
  stated: 'Brevet oppgir',
  kind: 'Type',
  binding: 'Binding',
  recipient: 'Mottaker',
  amount: 'Beløp',
  letter: 'Brev',
}
