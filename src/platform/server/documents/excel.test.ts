import excel from 'exceljs'
import { describe, expect, it } from 'vitest'
import { harmless, writeExcel } from './excel.ts'

/** Reads a spreadsheet back as another program would. */
const readBack = async (bytes: Buffer) => {
  const book = new excel.Workbook()
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0])
  return book
}

const columns = [
  { title: 'Tittel', kind: 'text', width: 30 },
  { title: 'Frist', kind: 'date', width: 12 },
  { title: 'Antall', kind: 'number', width: 8 },
] as const

describe('a spreadsheet', () => {
  it('keeps texts, dates as dates, numbers, and empty cells', async () => {
    const book = await readBack(
      await writeExcel([
        {
          name: 'Ark: æøå/1',
          columns,
          rows: [
            ['Blåbær', '2026-06-01', 3],
            [null, null, null],
          ],
        },
      ]),
    )
    const sheet = book.worksheets[0]
    expect(sheet?.name).toBe('Ark  æøå 1')
    expect(sheet?.getRow(1).values).toEqual([undefined, 'Tittel', 'Frist', 'Antall'])
    expect(sheet?.getCell('A2').value).toBe('Blåbær')
    expect(sheet?.getCell('B2').value).toEqual(new Date('2026-06-01T00:00:00Z'))
    expect(sheet?.getCell('B2').numFmt).toBe('dd.mm.yyyy')
    expect(sheet?.getCell('C2').value).toBe(3)
    expect(sheet?.getCell('A3').value).toBeNull()
  })

  it('has a bold header that stays, widths, and a filter on every column', async () => {
    const sheet = (await readBack(await writeExcel([{ name: 'Ark', columns, rows: [] }]))).worksheets[0]
    expect(sheet?.getCell('A1').font?.bold).toBe(true)
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet?.autoFilter).toBe('A1:C1')
    expect(sheet?.getColumn(1).width).toBe(30)
  })

  it.each(['=1+1', '+47 22', '-punkt', '@sum(a1)', '\tx', '\r=x'])(
    'does not let «%s» become a formula',
    async (text) => {
      const sheet = (await readBack(await writeExcel([{ name: 'Ark', columns, rows: [[text, null, null]] }])))
        .worksheets[0]
      expect(String(sheet?.getCell('A2').value).startsWith("'")).toBe(true)
      expect(harmless('a=b')).toBe('a=b')
    },
  )

  it('cuts what no cell can hold', () => expect(harmless('x'.repeat(40_000))).toHaveLength(32_767))
})
