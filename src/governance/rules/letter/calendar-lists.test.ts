import { describe, expect, it } from 'vitest'
import { toParseOutput } from './parse-output.ts'
import { readLetter } from './read-letter.ts'

const letter = (text: string): string => `Kystdepartementet
Fyrdirektoratet
Postboks 1
6001 ÅLESUND
Vår ref.: 26/12
Dato: 15. januar 2026

Tildelingsbrev til Fyrdirektoratet for 2026

1 Innledning

Departementet viser til Stortingets vedtak. Fyrdirektoratet skal følge opp målene.

2 Rapportering og dialog

${text}
`

const read = (text: string) => toParseOutput(readLetter(letter(text)))

describe('calendars in lists', () => {
  it.each([
    ['Frister for rapportering i 2026:\nÅrsrapport 2025    15. mars\nHalvårsrapport    1. september'],
    ['Rapportering i 2026:\n– Årsrapport 2025: 15. mars 2026\n– Halvårsrapport: 1. september 2026'],
    ['Dato Aktivitet\n15. mars 2026 Årsrapport 2025\n1. september 2026 Halvårsrapport'],
    ['Rapport | Frist\nÅrsrapport 2025 | 15.03.2026\nHalvårsrapport | 01.09.2026'],
  ])('of reports: %s', (text) => {
    expect(read(text).reportingDeadlines).toEqual([
      { report: 'Årsrapport 2025', countDate: null, due: '2026-03-15' },
      { report: 'Halvårsrapport', countDate: null, due: '2026-09-01' },
    ])
  })

  it('of reports with a date of counting', () => {
    const text =
      'Direktoratet skal rapportere to ganger om risiko:\nPer 30. april: frist 20. mai 2026\nRapport per 2. tertial: 25. september 2026'
    expect(read(text).reportingDeadlines).toEqual([
      { report: 'Per 30. april', countDate: '2026-04-30', due: '2026-05-20' },
      { report: 'Rapport per 2. tertial', countDate: '2026-08-31', due: '2026-09-25' },
    ])
  })

  it('in prose', () => {
    const text =
      'Departementet ber om en delårsrapport per 31. august innen 1. oktober 2026. Årsrapport for 2026 sendes innen 15. mars 2027.'
    expect(read(text).reportingDeadlines).toMatchObject([
      { countDate: '2026-08-31', due: '2026-10-01' },
      { report: 'Årsrapport for 2026', countDate: null, due: '2027-03-15' },
    ])
  })

  it.each([
    [
      'Virksomhetsrapport for 1. tertial 2026 oversendes innen 10. juni 2026, og for 2. tertial 2026 innen 10. oktober 2026.',
      ['Virksomhetsrapport for 1. tertial 2026 2026-06-10', 'Virksomhetsrapport for 2. tertial 2026 2026-10-10'],
    ],
    [
      'Årsrapport for 2025 sendes innen 15. mars 2026 og halvårsrapport innen 20. august 2026.',
      ['Årsrapport for 2025 2026-03-15', 'halvårsrapport 2026-08-20'],
    ],
  ])('reads both reports that one sentence names: %s', (text, reports) => {
    expect(read(text).reportingDeadlines.map(({ report, due }) => `${report} ${due}`)).toEqual(reports)
  })

  it('does not give one report the date of another', () => {
    const text = 'Virksomhetsrapport oversendes innen 10. juni 2026, og presentasjonen holdes innen 10. oktober 2026.'
    const { reportingDeadlines, doubts } = read(text)
    expect(reportingDeadlines.map(({ due }) => due)).toEqual(['2026-06-10'])
    expect(doubts.map((doubt) => doubt.text).join()).toContain('10. oktober 2026')
  })

  it.each([
    ['Etatsstyringsmøter: 7. mai og 26. november 2026.', ['7. mai', '26. november 2026']],
    ['Etatsstyringsmøte: veke 17 og veke 43', ['veke 17', 'veke 43']],
    ['Etatsstyringsmøter i 2026:\n– 16. april\n– 11. juni', ['16. april', '11. juni']],
  ])('of meetings: %s', (text, periods) => {
    expect(read(text).meetings).toEqual(periods.map((period) => ({ type: 'Etatsstyringsmøte', period })))
  })
})
