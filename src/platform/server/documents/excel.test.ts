import { inflateRawSync } from 'node:zlib'
import readExcel, { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { type Cell, type Column, type Row, writeExcel } from './excel.ts'
import { inspectZip } from './zip-guard.ts'

const columns: readonly Column[] = [
  { title: 'Tittel', kind: 'text', width: 30 },
  { title: 'Frist', kind: 'date', width: 12 },
  { title: 'Antall', kind: 'number', width: 8 },
  { title: 'Beløp', kind: 'kroner', width: 14 },
]
const write = (...rows: Row[]): Promise<Buffer> => writeExcel([{ name: 'Ark', columns, rows }])
const readBack = async (...cells: Cell[]) => (await readSheet(await write(cells)))[1]

/** A part of the file as it is packed in it, by the directory at its end. */
const partOf = (file: Buffer, name: string): string => {
  for (let at = file.readUInt32LE(file.length - 6); ; ) {
    const [packed, length, local] = [file.readUInt32LE(at + 20), file.readUInt16LE(at + 28), file.readUInt32LE(at + 42)]
    if (file.toString('utf8', at + 46, at + 46 + length) === name) {
      const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
      return inflateRawSync(file.subarray(start, start + packed)).toString()
    }
    at += 46 + length + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
}

describe('a spreadsheet', () => {
  it('keeps texts, dates as dates, numbers, and empty cells', async () => {
    const rows = [
      ['Blåbær 🫐', '2026-06-01', 3, 1_250_000],
      [null, null, null, null],
      ['', null, 0, -5],
    ]
    const [sheet] = await readExcel(await writeExcel([{ name: 'Ark: æøå/1', columns, rows }]))
    expect(sheet?.sheet).toBe('Ark  æøå 1')
    expect(sheet?.data).toEqual([
      ['Tittel', 'Frist', 'Antall', 'Beløp'],
      ['Blåbær 🫐', new Date('2026-06-01T00:00:00Z'), 3, 1_250_000],
      [null, null, null, null],
      [null, null, 0, -5],
    ])
  })

  it('has several sheets, also one without rows, with rows that come by and by', async () => {
    const rows = async function* () {
      yield ['a', null, 1, null] as const
      yield { strong: ['Sum', null, 1, null] } as const
    }
    const sheets = await readExcel(
      await writeExcel([
        { name: 'En', columns, rows: rows() },
        { name: 'To', columns, rows: [] },
      ]),
    )
    expect(sheets.map(({ sheet, data }) => [sheet, data.map(([first]) => first)])).toEqual([
      ['En', ['Tittel', 'a', 'Sum']],
      ['To', ['Tittel']],
    ])
  })

  it('has a header that stays, widths, a filter on every column, and is printed as wide as the paper', async () => {
    const file = await write(['a', '2026-06-01', 1, 2])
    expect(inspectZip(file).kind).toBe('ok')
    const sheet = partOf(file, 'xl/worksheets/sheet1.xml')
    const places = [
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
      'ySplit="1"',
      'state="frozen"',
      '<col min="1" max="1" width="30"',
      '</sheetData><autoFilter ref="A1:D1"/>',
      '<pageSetup fitToHeight="0" paperSize="9" orientation="landscape"/>',
    ].map((part) => sheet.indexOf(part))
    // The format prescribes the order: Excel calls the file damaged otherwise.
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(places).not.toContain(-1)
  })

  it('sets the header and sums in bold, dates and kroner in Norwegian, and wraps texts from the top', async () => {
    const file = await write(['a', '2026-06-01', 1, 2], { strong: ['Sum', null, 1, 2] })
    const styles = partOf(file, 'xl/styles.xml')
    const sheet = partOf(file, 'xl/worksheets/sheet1.xml')
    const xfs = [...styles.slice(styles.indexOf('<cellXfs')).matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/g)].map(
      ([xf]) => xf,
    )
    const fonts = [...styles.slice(styles.indexOf('<fonts')).matchAll(/<font>.*?<\/font>/g)].map(([font]) => font)
    const styleOf = (cell: string) => {
      const xf = xfs[Number(new RegExp(`r="${cell}" s="(\\d+)"`).exec(sheet)?.[1])] ?? ''
      const [, format] = /numFmtId="(\d+)"/.exec(xf) ?? []
      return {
        bold: /<b\/>/.test(fonts[Number(/fontId="(\d+)"/.exec(xf)?.[1] ?? 0)] ?? ''),
        wraps: /wrapText="1"/.test(xf),
        top: /vertical="top"/.test(xf),
        format: new RegExp(`numFmtId="${format}" formatCode="([^"]*)"`).exec(styles)?.[1],
      }
    }
    expect(styleOf('A1')).toMatchObject({ bold: true, wraps: true })
    expect(styleOf('A2')).toMatchObject({ bold: false, wraps: true, top: true })
    expect(styleOf('B2')).toMatchObject({ bold: false, top: true, format: 'dd.mm.yyyy' })
    expect(styleOf('D2')).toMatchObject({ bold: false, wraps: false, top: true, format: '#,##0' })
    expect(styleOf('D3')).toMatchObject({ bold: true, format: '#,##0' })
    expect(styleOf('A3').bold).toBe(true)
  })

  it('has letters for many columns', async () => {
    const wide = Array.from({ length: 28 }, (_, index): Column => ({ title: `K${index}`, kind: 'number', width: 5 }))
    const file = await writeExcel([{ name: 'Ark', columns: wide, rows: [] }])
    expect(partOf(file, 'xl/worksheets/sheet1.xml')).toContain('<autoFilter ref="A1:AB1"/>')
  })

  it.each(['=1+1', '+47 22', '-punkt', '@sum(a1)', '\tx', '\r=x'])('does not let «%s» become a formula', async (text) =>
    expect(String((await readBack(text))?.[0]).startsWith("'")).toBe(true),
  )

  it.each(['a=b', 'constructor', '__proto__', 'toString', '<b>&"', 'to\nlinjer', "d'Arc"])(
    'keeps «%s» as it is',
    async (text) => expect((await readBack(text))?.[0]).toBe(text),
  )

  it('drops signs that no file of this kind can hold', async () =>
    expect((await readBack('a\u0000\u0008b'))?.[0]).toBe('ab'))

  it('cuts what no cell can hold', async () =>
    expect((await readBack('x'.repeat(40_000)))?.[0]).toBe(`${'x'.repeat(32_766)}…`))
})
