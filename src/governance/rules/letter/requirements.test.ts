import { describe, expect, it } from 'vitest'
import { toParseOutput } from './parse-output.ts'
import { readLetter } from './read-letter.ts'

const requirements = (body: string) =>
  toParseOutput(
    readLetter(`Kystdepartementet

Kystdirektoratet
Postboks 1
6001 ÅLESUND

Vår ref. 26/4
Dato 12. januar 2026

Tildelingsbrev 2026 for Kystdirektoratet

1. Innledning
Departementet viser til Stortingets vedtak. Kystdirektoratet skal følge instruksen.

2. Rapportering
${body}

Med hilsen
Ola Nes
`),
  ).reportingRequirements.map(({ code, text, frequency }) => [code, text, frequency])

describe('a demand to report in running text', () => {
  it.each([
    [
      'I hver virksomhetsrapport skal direktoratet redegjøre for arbeidet med sikkerhet.',
      [null, 'I hver virksomhetsrapport skal direktoratet redegjøre for arbeidet med sikkerhet.', null],
    ],
    [
      'Delårsrapporten skal vise status for oppdragene.',
      [null, 'Delårsrapporten skal vise status for oppdragene.', null],
    ],
    [
      'Direktoratet skal gjere greie for tap av båtar.',
      [null, 'Direktoratet skal gjere greie for tap av båtar.', null],
    ],
    [
      'Direktoratet skal sende en kort status hver fredag.',
      [null, 'Direktoratet skal sende en kort status hver fredag.', 'hver fredag'],
    ],
    [
      'I årsrapporten skal direktoratet gjøre rede for likestilling.',
      [null, 'I årsrapporten skal direktoratet gjøre rede for likestilling.', 'Årsrapport'],
    ],
  ])('is found, with null where it states no frequency: %s', (body, requirement) => {
    expect(requirements(body)).toEqual([requirement])
  })

  it('stands beside the demands with codes', () => {
    const body = '- R1: Antall kaier\n\nI årsrapporten skal direktoratet gi en vurdering av vrakene.'
    expect(requirements(body).map(([code]) => code)).toEqual(['R1', null])
  })

  it('is none when it only tells', () => {
    expect(requirements('Direktoratet har rapportert om dette tidligere.')).toEqual([])
  })
})

it('gives the demands of a list the frequency of the line above them', () => {
  const body =
    'I hver tertialrapport skal direktoratet omtale:\n\n- R1: vesentlige avvik\n- R2: forskjeller mellom kyster'
  expect(requirements(body)).toEqual([
    ['R1', 'vesentlige avvik', 'Tertialvis'],
    ['R2', 'forskjeller mellom kyster', 'Tertialvis'],
  ])
})

it('reads a frequency that is broken over two lines as one', () => {
  expect(requirements('R 4 Tiltak for flere loser i nord. Halvårsrapport og\nårsrapport')).toEqual([
    ['R 4', 'Tiltak for flere loser i nord.', 'Halvårsrapport og årsrapport'],
  ])
})
