import { describe, expect, it } from 'vitest'
import { readLetter } from './read-letter.ts'

const read = (body: string) => {
  const { appropriations, doubts } = readLetter(`Kystdepartementet

Kystdirektoratet
Postboks 1
6001 ÅLESUND

Vår ref. 26/4
Dato 12. juni 2026

Tillegg nr. 1 til tildelingsbrev 2026 for Kystdirektoratet

Kystdepartementet viser til tildelingsbrevet av 12. januar 2026.

1. Endringer i bevilgninger
${body}

Med hilsen
Ola Nes
`)
  return {
    money: appropriations.map(({ chapter, item, amountNOK }) => [chapter, item, amountNOK]),
    doubts: doubts.map(({ kind }) => kind).filter((kind) => kind === 'missing-amount' || kind === 'unread-amount'),
  }
}

describe('what a supplement changes', () => {
  it.each([
    'Post | Betegnelse | Saldert budsjett 2026 | Endring | Ny bevilgning\n21 | Nye kaier | 40 000 | 5 000 | 45 000',
    'Post Betegnelse Saldert budsjett Endring Nytt budsjett\n21 Nye kaier 40 000 5 000 45 000',
    'Post | Betegnelse | Gjeldende bevilgning | Ny bevilgning\n21 | Nye kaier | 40 000 | 45 000',
  ])('is the change, not what the item comes to, in a table with both: %s', (table) => {
    expect(read(`Kap. 512 Kystdirektoratet (i 1 000 kr)\n${table}`)).toEqual({
      money: [['512', '21', 5_000_000]],
      doubts: [],
    })
  })

  it('is less where the item comes to less', () => {
    const table = 'Post | Betegnelse | Gjeldende bevilgning | Ny bevilgning\n21 | Nye kaier | 40 000 | 38 500'
    expect(read(`Kap. 512 Kystdirektoratet (i 1 000 kr)\n${table}`).money).toEqual([['512', '21', -1_500_000]])
  })

  it('is not known, and a doubt, where only the new total stands', () => {
    const table = 'Post | Betegnelse | Ny bevilgning\n21 | Nye kaier | 45 000'
    expect(read(`Kap. 512 Kystdirektoratet (i 1 000 kr)\n${table}`)).toEqual({
      money: [['512', '21', null]],
      doubts: ['missing-amount'],
    })
  })

  it.each([
    ['Bevilgningen på kap. 512, post 21 økes fra 20 til 25 mill. kroner.', 5_000_000],
    ['Bevilgningen på kap. 512, post 21 økes fra 20 mill. kroner til 25,5 mill. kroner.', 5_500_000],
    ['Bevilgningen på kap. 512, post 21 økes med 5 mill. kroner til 25 mill. kroner.', 5_000_000],
    ['Bevilgningen på kap. 512, post 21 reduseres fra 20 til 18 mill. kroner.', -2_000_000],
  ])('is the difference in a sentence that tells both: %s', (sentence, amount) => {
    expect(read(sentence)).toEqual({ money: [['512', '21', amount]], doubts: [] })
  })

  it.each([
    'Bevilgningen på kap. 512, post 21 økes til 25 mill. kroner.',
    'Ny bevilgning på kap. 512, post 21 etter endringen er 25 mill. kroner.',
  ])('is a doubt in a sentence that tells only the new total: %s', (sentence) => {
    expect(read(sentence)).toEqual({ money: [], doubts: ['unread-amount'] })
  })
})
