import { describe, expect, test } from 'vitest'
import { flatColumns, flatRow } from './flat-row.ts'
import { readLetter } from './read-letter.ts'

const parameters = (table: string) =>
  readLetter(`Prøvedepartementet

Prøvedirektoratet
0001 OSLO

Vår ref 26/1        Dato 12. januar 2026

Tildelingsbrev 2026 for Prøvedirektoratet

1 Innledning
Departementet viser til Prop. 1 S (2025–2026) og Innst. 5 S (2025–2026).

2 Mål og styringsparametere
Mål 1: Folk finner fram
${table}

3 Rapportering
Årsrapporten sendes innen 15. mars 2027.
`).steeringParameters.map(({ code, title, targets, baseline, goalNo }) => ({ code, title, targets, baseline, goalNo }))

describe('parameters in tables', () => {
  test('years before a column of requirements are results, never targets or titles', () => {
    expect(
      parameters(`Nr.   Styringsparameter     2023     2024     Resultatkrav 2026
1a    Skilt som er lesbare     83 %     87 %     92 %
1b    Klager på kart     –     52     Færre enn 45`),
    ).toEqual([
      { code: '1a', title: 'Skilt som er lesbare', targets: ['92 %'], baseline: '83 % 87 %', goalNo: '1' },
      { code: '1b', title: 'Klager på kart', targets: ['Færre enn 45'], baseline: '– 52', goalNo: '1' },
    ])
  })

  test('a row without cell borders, broken over two lines', () => {
    expect(
      parameters(`Styringsparametere Resultat 2024 Ambisjon 2026
SP1 Gjennomsnittlig tid fra skiltet blir borte til et nytt er på
plass (dager) 7,2 6,0
SP2 Antall turer 2 310 2 600`),
    ).toEqual([
      {
        code: 'SP1',
        title: 'Gjennomsnittlig tid fra skiltet blir borte til et nytt er på plass (dager)',
        targets: ['6,0'],
        baseline: '7,2',
        goalNo: '1',
      },
      { code: 'SP2', title: 'Antall turer', targets: ['2 600'], baseline: '2 310', goalNo: '1' },
    ])
  })

  test('a list with letters and the requirement in the sentence after', () => {
    expect(
      parameters(`Styringsparametere:
1a) Antall skilt. Krav: minst 40
1b) Kvaliteten på kartene. Direktoratet skal gi en vurdering.`),
    ).toEqual([
      { code: '1a', title: 'Antall skilt.', targets: ['minst 40'], baseline: null, goalNo: '1' },
      { code: '1b', title: 'Kvaliteten på kartene', targets: [], baseline: null, goalNo: '1' },
    ])
  })
})

describe('rows without cell borders', () => {
  test('names of columns', () => {
    expect(flatColumns('Styringsparameter 2023 2024 Mål 2026')).toEqual([
      'Styringsparameter',
      '2023',
      '2024',
      'Mål 2026',
    ])
    expect(flatColumns('Styringsparameter som viser 2024')).toBeNull()
  })
  test('values from the end of the row', () => {
    expect(flatRow('Antall kurs 2 310 2 600', 2)).toEqual({ title: 'Antall kurs', values: ['2 310', '2 600'] })
    expect(flatRow('Tillit (indeks) 68 Minst 70', 2)).toEqual({ title: 'Tillit (indeks)', values: ['68', 'Minst 70'] })
    expect(flatRow('Antall kurs', 2)).toBeNull()
  })
})
