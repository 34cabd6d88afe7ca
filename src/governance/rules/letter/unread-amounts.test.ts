import { describe, expect, it } from 'vitest'
import { readLetter } from './read-letter.ts'

const letter = (money: string, elsewhere = ''): string => `Fyrdepartementet

Fyrdirektoratet
Postboks 7
6801 FØRDE

Vår ref. 26/11
Dato 12. januar 2026

Tildelingsbrev 2026 for Fyrdirektoratet

1. Innledning
Fyrdepartementet viser til Stortingets vedtak. Fyrdirektoratet skal bygge på instruksen.
${elsewhere}

2. Budsjett
Kap. 512 Fyrdirektoratet (i 1 000 kr)
Post 01 Driftsutgifter 210 000
Post 70 Tilskudd til fyrforeninger 12 500
Sum kap. 512 222 500

${money}

3. Fullmakter
Fyrdirektoratet gis fullmakt til merinntekter.

Med hilsen
Ola Nes
`

const read = (money: string, elsewhere?: string) => {
  const { earmarks, doubts } = readLetter(letter(money, elsewhere))
  return {
    earmarks: earmarks.map(({ chapter, item, amountNOK, text }) => [chapter, item, amountNOK, text]),
    doubts: doubts.filter(({ kind }) => kind === 'unread-amount').map(({ text }) => text),
  }
}

describe('an amount in running text', () => {
  it.each([
    ['Kap. 512, post 01: Det er lagt inn 7,4 mill. kroner til nye lykter.', ['512', '01', 7_400_000, 'nye lykter']],
    ['Kap. 512, post 01: 18 mill. kroner skal dekke ny båt.', ['512', '01', 18_000_000, 'ny båt']],
    [
      'Bevilgningen på kap. 512, post 70 omfatter 1,5 mill. kroner til kystlaget.',
      ['512', '70', 1_500_000, 'kystlaget'],
    ],
    [
      'Av midlene på kap. 512, post 70 kan inntil 500 000 kroner brukes til opplæring.',
      ['512', '70', 500_000, 'opplæring'],
    ],
    [
      'Av løyvinga på kap. 512, post 70 er 3 mill. kroner sette av til nye merke.',
      ['512', '70', 3_000_000, 'nye merke'],
    ],
    ['Fyrlaget skal ha 450 000 kroner over kap. 512, post 70.', ['512', '70', 450_000, 'Fyrlaget']],
    ['Fyrlaget tildeles 450 000 kroner over kap. 512.70.', ['512', '70', 450_000, 'Fyrlaget']],
  ])('binds part of an item: %s', (sentence, earmark) => {
    expect(read(sentence)).toEqual({ earmarks: [earmark], doubts: [] })
  })

  it('binds part of an item outside the section of money as well', () => {
    expect(read('', 'Av kap. 512, post 70 er 2 mill. kroner øremerket Fyrlaget.')).toEqual({
      earmarks: [['512', '70', 2_000_000, 'Fyrlaget']],
      doubts: [],
    })
  })

  it('names the recipients listed under a sentence, in the unit of the table', () => {
    expect(read('Av post 70 skal disse ha:\nKystlaget   4 200\nFyrvennene   1 100').earmarks).toEqual([
      ['512', '70', 4_200_000, 'Kystlaget'],
      ['512', '70', 1_100_000, 'Fyrvennene'],
    ])
  })

  it.each([
    'Driftsrammen er redusert med 1,1 mill. kroner som følge av færre reiser.',
    'Tilsagn kan gis for 30 mill. kroner utover bevilgningen.',
  ])('among the money is a doubt when no rule understands it: %s', (sentence) => {
    expect(read(sentence)).toEqual({ earmarks: [], doubts: [sentence] })
  })

  it.each([
    'Direktoratet skal bruke inntil 500 000 kr på markeringen.',
    'Avtaler på mer enn 50 mill. kroner skal legges fram for departementet.',
  ])('is a doubt elsewhere where something is ordered, given or limited: %s', (sentence) => {
    expect(read('', sentence)).toEqual({ earmarks: [], doubts: [sentence] })
  })

  it.each([
    ['Det er bevilget 212 mill. kroner på posten.', ''],
    ['Bevilgningen er 210 mill. kroner i år som i fjor.', ''],
    ['Regnskapet for 2024 viste 195 mill. kroner.', ''],
    ['', 'Fyrene ble satt i stand for 22 mill. kroner i 2019.'],
    ['', 'Næringen omsetter for 175 mrd. kroner.'],
  ])('is no doubt when it only tells: %s%s', (money, elsewhere) => {
    expect(read(money, elsewhere)).toEqual({ earmarks: [], doubts: [] })
  })

  it('is no doubt in an assignment that keeps its words', () => {
    const given = 'Oppdrag 1: Nye lykter\nDirektoratet skal bruke inntil 4 mill. kroner på lykter innen 1. juni 2026.'
    expect(read('', given).doubts).toEqual([])
  })
})
