import { describe, expect, it } from 'vitest'
import { toParseOutput } from './parse-output.ts'
import { readLetter } from './read-letter.ts'

const body = `Kystdepartementet ber Fyrdirektoratet om å følge opp vedtaket. Direktoratet skal rapportere. Direktoratet skal ha oversikt. Saken vil bli vurdert i budsjettet for 2028. Tiltaket skal evalueres første gang i 2029.`

const headOf = (head: string) => {
  const { kind, agency, ministry, reference, date, year } = toParseOutput(readLetter(`${head}\n\n${body}\n`))
  return { kind, agency, ministry, reference, date, year }
}

describe('the head', () => {
  it('of an e-mail', () => {
    expect(
      headOf(
        'Fra: Postmottak Kystdepartementet\nSendt: onsdag 4. mars 2026 14.12\nTil: Postmottak Fyrdirektoratet\nEmne: Oppdrag – varsling\n\nVår referanse: 26/733-2',
      ),
    ).toEqual({
      kind: 'oppdragsbrev',
      agency: 'Fyrdirektoratet',
      ministry: 'Kystdepartementet',
      reference: '26/733-2',
      date: '2026-03-04',
      year: 2026,
    })
  })

  it('of an instruction, which has the day it was laid down and may have no year', () => {
    const head =
      'KYSTDEPARTEMENTET\n\nHOVEDINSTRUKS\nfor Fyrdirektoratet\n\nFastsatt 15. november 2025 med hjemmel i reglementet.'
    expect(headOf(head)).toMatchObject({ kind: 'instruks', date: '2025-11-15', year: null })
  })

  it('of a supplement named by the budget that it changes', () => {
    const head =
      'Kystdepartementet\n\nFyrdirektoratet\nPostboks 7\n6404 MOLDE\n\nDeres ref\n26/88\nVår ref\n26/2215-9\nDato\n21. desember 2026\n\nEndringer i statsbudsjettet 2026 – supplerende tildelingsbrev nr. 4 til Fyrdirektoratet'
    expect(headOf(head)).toMatchObject({ reference: '26/2215-9', date: '2026-12-21', year: 2026 })
  })

  it('with the agency before the title', () => {
    const head =
      'Kystdepartementet\n\nFyrdirektoratet    Dato: 19. januar 2026\nNordre kai 4    Saksnr.: 25/3301-22\n\nFYRDIREKTORATET – TILDELINGSBREV FOR BUDSJETTÅRET 2026'
    expect(headOf(head)).toEqual({
      kind: 'tildelingsbrev',
      agency: 'Fyrdirektoratet',
      ministry: 'Kystdepartementet',
      reference: '25/3301-22',
      date: '2026-01-19',
      year: 2026,
    })
  })
})
