import { describe, expect, it } from 'vitest'
import { toParseOutput } from './parse-output.ts'
import { readLetter } from './read-letter.ts'

/** A letter with one stretch of text that lies outside every list. */
const letter = (text: string): string => `Kystdepartementet
Fyrdirektoratet
Postboks 1
6001 ÅLESUND
Vår ref.: 26/12
Dato: 15. januar 2026

Tildelingsbrev til Fyrdirektoratet for 2026

1 Innledning

Departementet viser til Stortingets vedtak. Fyrdirektoratet skal følge opp målene.

2 Andre forhold

${text}
`

const shown = (text: string): string =>
  toParseOutput(readLetter(letter(text)))
    .doubts.filter(({ kind }) => kind === 'unread-duty')
    .map((doubt) => doubt.text)
    .join('\n')

describe('a date by which something is due', () => {
  it.each([
    ['Direktoratet skal innen 1. juni 2026 legge fram en plan for fyrlyktene.', '1. juni 2026'],
    ['Planen må foreligge senest 15. september 2026.', '15. september 2026'],
    ['Oversikta skal sendast departementet seinast 20. mai 2026.', '20. mai 2026'],
    ['Anlegget bes overført innen utgangen av oktober 2026.', 'utgangen av oktober 2026'],
    ['Frist fredag 13. mars kl. 12.', '13. mars'],
    ['Tiltak | Ansvar | Frist\nKart over merker | Fyrdirektoratet | 30. april 2026', '30. april 2026'],
    ['Fyrdirektoratet skal legge fram kart 30. april 2026 og plan 1. desember 2026.', '1. desember 2026'],
  ])('is shown, whatever the form: %s', (text, date) => {
    const output = toParseOutput(readLetter(letter(text)))
    const elsewhere = [...output.assignments.map((one) => one.deadlineText), ...output.reportingDeadlines]
    expect(elsewhere).toEqual([])
    expect(shown(text)).toContain(date)
  })

  it.each([
    'Loven trer i kraft 1. juli 2026.',
    'Det vises til brev av 3. februar 2026 om fyrlyktene.',
    'Direktoratet skal følge instruksen av 12. mai 2023.',
    'Avtalen er vedtatt 20. januar 2026 og skal følges opp.',
    'Tallene skal vise status per 30. juni 2026.',
    'Direktoratet skal ha en bemannet vakt fram til 1. september 2026.',
    'Oppstart 1. mars 2026.',
  ])('is not meant by %s', (text) => {
    expect(shown(text)).toBe('')
  })

  it('is not shown twice when an assignment has it', () => {
    expect(shown('Oppdrag 2026-01 Kartlegge fyrene\nFrist: 1. oktober 2026')).toBe('')
  })

  it('is shown for a duty outside the assignments, though an assignment has the same day', () => {
    const text =
      'Fyrdirektoratet skal avslutte alle leieavtaler innen 1. oktober 2026.\n\nOppdrag 2026-01 Kartlegge merkene\nFrist: 1. oktober 2026'
    expect(shown(text)).toContain('leieavtaler')
  })
})
