import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { type ExcelSheet, writeExcel } from './write-excel.ts'

const sheet: ExcelSheet = {
  name: 'Penger: 2026/27',
  preamble: ['Penger for 2026'],
  columns: [
    { heading: 'Navn', kind: 'text', width: 30 },
    { heading: 'Beløp', kind: 'kroner', width: 16 },
    { heading: 'Frist', kind: 'date', width: 12 },
  ],
  rows: [
    { cells: ['=HYPERLINK("http://x")', 13_975_400_000, '2026-06-01'] },
    { cells: ['Sum', null, null], strong: true },
  ],
}

const readBack = async (sheets: readonly ExcelSheet[]) => {
  const workbook = new exceljs.Workbook()
  const bytes = await writeExcel(sheets)
  await workbook.xlsx.load(bytes as unknown as exceljs.Buffer)
  return workbook
}

describe('an Excel workbook', () => {
  it('has headings under the preamble, typed cells and a name that Excel accepts', async () => {
    const first = (await readBack([sheet])).worksheets[0]
    expect(first?.name).toBe('Penger  2026 27')
    expect(first?.getCell('A3').value).toBe('Navn')
    expect(first?.getCell('B4').value).toBe(13_975_400_000)
    expect(first?.getCell('B4').numFmt).toBe('#,##0')
    expect(first?.getCell('C4').value).toEqual(new Date('2026-06-01T00:00:00Z'))
    expect(first?.getCell('B5').value).toBeNull()
    expect(first?.getCell('A5').font.bold).toBe(true)
  })

  it('never makes a formula of a text', async () => {
    const cell = (await readBack([sheet])).worksheets[0]?.getCell('A4')
    expect([cell?.type, cell?.value]).toEqual([exceljs.ValueType.String, '=HYPERLINK("http://x")'])
  })

  it('has a sheet for each', async () => {
    expect((await readBack([sheet, { ...sheet, name: 'To' }])).worksheets.map((s) => s.name)).toContain('To')
  })
})
