import { expect, it } from 'vitest'
import { writeCsv } from './csv.ts'

it.each([
  ['Blåbær', 'Blåbær'],
  ['', ''],
  ['a=b', 'a=b'],
  ['=1+1', "'=1+1"],
  ['+47 22', "'+47 22"],
  ['-punkt', "'-punkt"],
  ['@sum(a1)', "'@sum(a1)"],
  ['\tx', "'\tx"],
  ['\r=x', `"'\r=x"`],
  ['to;felt', '"to;felt"'],
  ['"sitat"', '"""sitat"""'],
  ['to\nlinjer', '"to\nlinjer"'],
  ['=A1;"x"', `"'=A1;""x"""`],
])('writes the cell %j as %j', (text, written) => {
  expect(writeCsv([['Tittel'], ['før', text, 'etter']])).toBe(`\uFEFFTittel\r\nfør;${written};etter\r\n`)
})
