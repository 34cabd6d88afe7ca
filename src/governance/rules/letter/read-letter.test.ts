import { describe, expect, it } from 'vitest'
import { toParseOutput } from './parse-output.ts'
import { readLetter } from './read-letter.ts'

const letter = `DET KONGELEGE
KULTUR- OG NATURVERNDEPARTEMENT
Fjordverket
Postboks 12
6800 FØRDE
Vår ref
26/118-3
Dato
12. januar 2026
Tildelingsbrev til Fjordverket for 2026
1 Innleiing
Departementet viser til Stortinget sitt budsjettvedtak. Fjordverket skal følgje opp måla.
2 Mål og oppdrag
Mål 1: Reine fjordar
SP 1: Delen prøver utan funn
Resultatkrav: minst 80 prosent
Oppdrag 2026-01 Kartleggje botnen
Frist: 1. mars 2026
Hovudansvarleg: Fjordverket
3 Tildeling av midlar
Kap. 1499 Fjordverket (i 1000 kroner)
Post 01 Driftsutgifter 12 500
Post 21 Særskilde driftsutgifter, kan overførast 4 000
Sum 16 500
`

describe('reading a letter', () => {
  it('gives the agreed keys in the agreed order', () => {
    const output = toParseOutput(readLetter(letter))
    expect(Object.keys(output)).toEqual(
      'kind agency ministry reference date year goals steeringParameters reportingRequirements assignments reportingDeadlines meetings appropriations chapterSums earmarks doubts'.split(
        ' ',
      ),
    )
    expect(output).toMatchObject({
      kind: 'tildelingsbrev',
      agency: 'Fjordverket',
      ministry: 'Kultur- og naturverndepartementet',
      reference: '26/118-3',
      date: '2026-01-12',
      year: 2026,
      goals: [{ no: '1', title: 'Reine fjordar' }],
      steeringParameters: [{ code: 'SP 1', goalNo: '1', targets: ['minst 80 prosent'] }],
      assignments: [
        { code: '2026-01', title: 'Kartleggje botnen', deadlines: ['2026-03-01'], mainResponsible: 'Fjordverket' },
      ],
      appropriations: [
        { chapter: '1499', item: '01', amountNOK: 12_500_000 },
        { chapter: '1499', item: '21', amountNOK: 4_000_000 },
      ],
      chapterSums: [{ chapter: '1499', sumNOK: 16_500_000, agrees: true }],
    })
  })

  it.each(['', '   \n\n', 'Kjære alle sammen, velkommen til fest.'])('says that %j is no letter', (text) => {
    expect(readLetter(text)).toMatchObject({ kind: null, assignments: [], doubts: [{ kind: 'not-a-letter' }] })
  })
})
