import { describe, expect, it } from 'vitest'
import { findingsFromReading } from '../findings-from-reading.ts'
import { toParseOutput } from './parse-output.ts'
import { readLetter } from './read-letter.ts'

const letter = (body: string): string => `Kystdepartementet

Kystdirektoratet
Postboks 1
6001 ÅLESUND

Vår ref. 26/4
Dato 12. januar 2026

Tildelingsbrev 2026 for Kystdirektoratet

1. Innledning
Departementet viser til Stortingets vedtak. Kystdirektoratet skal følge instruksen.

2. Mål og styringsparametere
${body}

3. Rapportering
Årsrapporten for 2025 skal sendes innen 15. mars 2026.

Med hilsen
Ola Nes
`

const read = (body: string) => {
  const { goals, steeringParameters } = toParseOutput(readLetter(letter(body)))
  return { goals, goalNos: steeringParameters.map(({ goalNo }) => goalNo) }
}

describe('a goal without a number', () => {
  it.each([
    ['Samfunnsmål: Trygg ferdsel langs kysten', 'Trygg ferdsel langs kysten'],
    ['Hovudmål – Trygg ferdsel langs kysten', 'Trygg ferdsel langs kysten'],
    ['Hovedmål\nTrygg ferdsel langs kysten', 'Trygg ferdsel langs kysten'],
  ])('has null for it, and so have the parameters under it: %s', (heading, title) => {
    expect(read(`${heading}\n\nSP 1 Andel kaier med lys\nResultatkrav: 90 prosent`)).toEqual({
      goals: [{ no: null, title }],
      goalNos: [null],
    })
  })

  it('is what its parameters name in the register', () => {
    const text = letter('Samfunnsmål: Trygg ferdsel langs kysten\n\nSP 1 Andel kaier med lys\nResultatkrav: 90 prosent')
    const { findings } = findingsFromReading(readLetter(text))
    const contents = findings.map(({ content }) => content as { no?: string | null; title?: string; goalNo?: string })
    expect(contents.slice(0, 2)).toMatchObject([
      { no: null, title: 'Trygg ferdsel langs kysten' },
      { title: 'Andel kaier med lys', goalNo: 'Trygg ferdsel langs kysten' },
    ])
  })

  it('stands beside those that have one', () => {
    const body =
      'Samfunnsmål: Trygg ferdsel langs kysten\n\nBrukermål 1: Losen kommer i tide\nSP 1 Ventetid\nKrav: 2 timer'
    expect(read(body)).toEqual({
      goals: [
        { no: null, title: 'Trygg ferdsel langs kysten' },
        { no: '1', title: 'Losen kommer i tide' },
      ],
      goalNos: ['1'],
    })
  })

  it.each(['Målene under ligger fast.', 'Hovedmål for perioden er beskrevet i instruksen.'])(
    'is none in: %s',
    (body) => {
      expect(read(body).goals).toEqual([])
    },
  )
})
