import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toParseOutput } from './parse-output.ts'
import { readLetter } from './read-letter.ts'

const letter = (heading: string, table: string): string => `Kystdepartementet
Fyrdirektoratet
Postboks 1
6001 ÅLESUND
Vår ref.: 26/12
Dato: 15. januar 2026

Tildelingsbrev til Fyrdirektoratet for 2026

1 Innledning

Departementet viser til Stortingets vedtak. Fyrdirektoratet skal følge opp målene.

2 ${heading}

${table}
`

const moneyOf = (table: string, heading = 'Budsjettildeling') => {
  const { appropriations, chapterSums, doubts } = toParseOutput(readLetter(letter(heading, table)))
  return {
    items: appropriations.map(({ chapter, item, name, amountNOK }) => `${chapter}.${item} ${name}: ${amountNOK}`),
    sums: chapterSums.map(({ chapter, sumNOK, agrees }) => `${chapter}: ${sumNOK} ${agrees}`),
    doubts: doubts.map(({ kind }) => kind),
  }
}

describe('signs', () => {
  it.each([
    // the changes of a supplement: plus, hyphen, en dash, minus, brackets
    ['72 | Tilskudd | +12 000', '1325.72 Tilskudd: 12000000'],
    ['72 | Tilskudd | -1 850', '1325.72 Tilskudd: -1850000'],
    ['72 | Tilskudd | –1 850', '1325.72 Tilskudd: -1850000'],
    ['72 | Tilskudd | – 1 850', '1325.72 Tilskudd: -1850000'],
    ['72 | Tilskudd | \u22121 850', '1325.72 Tilskudd: -1850000'],
    ['72 | Tilskudd | (1 850)', '1325.72 Tilskudd: -1850000'],
    ['72 | Tilskudd | + 1 850', '1325.72 Tilskudd: 1850000'],
    ['Post 72 Tilskudd +1 850', '1325.72 Tilskudd: 1850000'],
    ['Post 72 Tilskudd +850', '1325.72 Tilskudd: 850000'],
  ])('%s', (row, item) => {
    expect(moneyOf(`Kap. 1325 Fyrdirektoratet (i 1 000 kr)\n${row}`).items).toEqual([item])
  })

  it('takes a dash before every amount for a stroke', () => {
    const table =
      'Kap. 1325 Fyrdirektoratet (i 1 000 kr)\nPost 01 Driftsutgifter – 12 500\nPost 21 Kart – 4 000\nSum – 16 500'
    expect(moneyOf(table)).toMatchObject({
      items: ['1325.01 Driftsutgifter: 12500000', '1325.21 Kart: 4000000'],
      sums: ['1325: 16500000 true'],
    })
  })

  it('gives no amount when a lone dash may be either', () => {
    const table = 'Kap. 1325 Fyrdirektoratet (i 1 000 kr)\nPost 01 Driftsutgifter 12 500\nPost 21 Kart – 4 000'
    expect(moneyOf(table)).toMatchObject({
      items: ['1325.01 Driftsutgifter: 12500000', '1325.21 Kart: null'],
      doubts: ['missing-amount'],
    })
  })

  it('reads the opposite amount for the opposite sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (thousands) => {
        const written = String(thousands).replace(/\B(?=(\d{3})+$)/g, ' ')
        const read = (sign: string) =>
          moneyOf(`Kap. 1325 Fyrdirektoratet (i 1 000 kr)\n01 | Driftsutgifter | ${sign}${written}`).items
        expect(read('+')).toEqual([`1325.01 Driftsutgifter: ${thousands * 1000}`])
        expect(read('–')).toEqual([`1325.01 Driftsutgifter: ${thousands * -1000}`])
      }),
      { numRuns: 30 },
    )
  })
})

describe('columns', () => {
  it.each([
    // this year's column is read, wherever it stands
    ['Post | Betegnelse | 2025 | 2026\n01 | Drift | 11 000 | 12 000'],
    ['Post | Betegnelse | Tildeling 2026 | Saldert budsjett 2025\n01 | Drift | 12 000 | 11 000'],
    ['Post | Betegnelse | Regnskap 2024 | Budsjett 2025 | Budsjett 2026\n01 | Drift | 10 | 11 000 | 12 000'],
    ['Post Betegnelse 2025 2026\n01 Drift 11 000 12 000'],
    ['Post Betegnelse 2025 2026\n01 Drift 950 12 000'],
    ['Post Betegnelse 2025 2026\nPost 01 Drift 110 000 12 000'],
  ])('%s', (rows) => {
    expect(moneyOf(`Kap. 1325 Fyrdirektoratet (i 1 000 kr)\n${rows}`).items).toEqual(['1325.01 Drift: 12000000'])
  })

  it.each([
    'Kap. 1325 Fyrdirektoratet (i 1 000 kr)\n01 | Drift | 11 000 | 12 000',
    'Kap. 1325 Fyrdirektoratet (i 1 000 kr)\nPost Betegnelse 2025 2026\n01 Drift 11 500 120 300',
  ])('gives null and a doubt when nobody can tell which amount is meant: %s', (table) => {
    expect(moneyOf(table)).toMatchObject({ items: ['1325.01 Drift: null'], doubts: ['missing-amount'] })
  })
})

describe('chapters', () => {
  it('begin at a number and a name, and income chapters are chapters of their own', () => {
    const table =
      'Kap. | Post | Betegnelse | Beløp (1 000 kr)\n1325 | Fyrdirektoratet\n01 | Driftsutgifter | 12 500\nSum kap. 1325 | 12 500\n4325 | Fyrdirektoratet\n02 | Leieinntekter | 1 850\nSum kap. 4325 | 1 850'
    expect(moneyOf(table)).toMatchObject({
      items: ['1325.01 Driftsutgifter: 12500000', '4325.02 Leieinntekter: 1850000'],
      sums: ['1325: 12500000 true', '4325: 1850000 true'],
    })
  })

  it.each([
    'Budsjett og fullmakter',
    'Tildelte midlar',
    'Økonomiske rammer',
    'Ymse',
    'Bevilgninger',
    'Budsjettildeling',
  ])('are read under the heading “%s”', (heading) => {
    const table = 'Kap./post | Betegnelse | Tildelt beløp (kr)\n720.01 | Driftsutgifter | 312 450 000'
    expect(moneyOf(table, heading).items).toEqual(['720.01 Driftsutgifter: 312450000'])
  })

  it('have one amount an item, though a sentence explains it', () => {
    const table =
      'Kap. 0928 Fyrdirektoratet (i 1 000 kr)\nPost 01 Driftsutgifter 12 500\nSum kap. 0928 12 500\nKap. 0928, post 01: Driftsrammen er redusert med 1,1 mill. kroner.'
    expect(moneyOf(table).items).toEqual(['0928.01 Driftsutgifter: 12500000'])
  })

  it('do not take a total over several for their own sum', () => {
    const table =
      'Kap. 1325 Fyrdirektoratet (i 1 000 kr)\nPost 01 Driftsutgifter 12 500\nKap. 1326 Merker\nPost 30 Nye merker 7 500\nSum 20 000'
    expect(moneyOf(table)).toMatchObject({ sums: ['1325: null null', '1326: null null'], doubts: [] })
  })

  it('add up to what is computed', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(amounts, (list) => {
        const rows = list.map((amount, i) => `${String(i + 10)} | Post ${'abcdefgh'.charAt(i)} | ${amount}000`)
        const total = list.reduce((sum, amount) => sum + amount, 0)
        const table = `Kap. 1325 Fyrdirektoratet (i kroner)\n${rows.join('\n')}\nSum | ${total}000`
        expect(moneyOf(table).sums).toEqual([`1325: ${total * 1000} true`])
      }),
      { numRuns: 30 },
    )
  })
})
