import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureReasons, type ParameterToMeasure, proposeMeasure } from './propose.ts'
import { languageToMinistry, sentenceToMinistry, writtenLanguageOf } from './sentence.ts'
import { namedSource } from './sources.ts'

const parameter = (title: string, fields: Partial<ParameterToMeasure> = {}): ParameterToMeasure => ({
  code: 'SP 1',
  title,
  purpose: null,
  baseline: null,
  requirements: [],
  ...fields,
})

const percent = (number: number | null, comparison = 'at-least') => ({ text: 'krav', comparison, number })

const catalogue = [
  { code: 'settled', knownAs: ['bosatt'] },
  { code: 'settled-in-six-months', knownAs: ['bosatt innen seks måneder'] },
]

describe('a source outside', () => {
  it.each([
    ['SSB publiserer årlig statistikk over tidligere deltakere', 'Statistisk sentralbyrå (SSB)'],
    ['Andel vedtak innen tolv uker (UDI)', 'Utlendingsdirektoratet (UDI)'],
    ['tall fra Nav om deltakere i kvalifiseringsprogrammet', 'Nav'],
    ['ifølge NAVs register', 'Nav'],
    ['prøveresultater, kilde: Kompetanse Norge', 'Direktoratet for høyere utdanning og kompetanse (HK-dir)'],
    ['HK-dir sin statistikk', 'Direktoratet for høyere utdanning og kompetanse (HK-dir)'],
    ['Kommuneundersøkelsen 2015 viser at 78 av 302', 'Spørreundersøkelse'],
    ['målt i ei innbyggjarundersøking', 'Spørreundersøkelse'],
    ['Den internasjonale PIAAC', 'OECD'],
  ])('is seen in “%s”', (text, source) => expect(namedSource(text)).toBe(source))

  it.each([
    ['Direktoratet skal samarbeide med UDI om bosetting av overføringsflyktninger'],
    ['Navnet på tiltaket og ksenofobi'], // short names inside other words
    ['Råd til kommunene sammen med KS'],
    ['Andel kommuner der grunnskole inngår'],
  ])('is not made of a mere mention: “%s”', (text) => expect(namedSource(text)).toBeNull())
})

describe('a proposal', () => {
  it('prefers a figure of the catalogue, by the words that say the most', () => {
    const found = proposeMeasure(parameter('Andel som er bosatt innen seks måneder etter vedtaket (SSB)'), catalogue)
    expect(found).toMatchObject({ way: 'figure', figure: 'settled-in-six-months', reason: 'figure-known' })
  })

  it.each([
    [
      'a source in the baseline',
      parameter('Andel kommuner med mål for programmet', {
        baseline: 'Kommuneundersøkelsen 2015 viste 57 prosent',
        requirements: [percent(75)],
      }),
      'outside',
      'source-named',
    ],
    [
      'what another is known to publish',
      parameter('Andel deltakere som er i arbeid eller utdanning ett år etter avsluttet introduksjonsprogram', {
        requirements: [percent(67)],
      }),
      'outside',
      'source-known',
    ],
    [
      'what a register to come will count',
      parameter('Andel enslige mindreårige som er bosatt innen tre måneder', { requirements: [percent(85)] }),
      'not-measurable',
      'register-to-come',
    ],
    [
      'what is asked for in words',
      parameter('Resultater av direktoratets samordning på feltet'),
      'not-measurable',
      'words-only',
    ],
    [
      'a change from nowhere',
      parameter('Kjennskap til tilbudet', { requirements: [percent(null, 'increase')] }),
      'not-measurable',
      'no-baseline',
    ],
    [
      'a number that nobody counts',
      parameter('Andel ledere med flerkulturell erfaring', { requirements: [percent(20)] }),
      'not-measurable',
      'no-figure',
    ],
    ['a share without a requirement', parameter('Andel virksomheter som lykkes'), 'not-measurable', 'no-figure'],
  ])('for %s', (_name, asked, way, reason) => expect(proposeMeasure(asked, [])).toMatchObject({ way, reason }))

  it('points to a figure only when the catalogue has it, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, baseline) => {
        const found = proposeMeasure(parameter(title, { baseline }), [])
        expect(found.figure).toBeNull()
        expect((found.way === 'outside') === (found.outsideSource !== null)).toBe(true)
      }),
    )
  })
})

describe('the sentence to the ministry', () => {
  it('names the parameter, says why, and asks, in the ministry’s language', () => {
    const asked = { code: 'SP 10', title: 'Resultater av samordningen. ' }
    expect(sentenceToMinistry(asked, 'words-only', 'nb')).toMatch(
      /^Styringsparameter SP 10 «Resultater av samordningen» kan ikke måles .* med ord .*hvilket\.$/,
    )
    expect(sentenceToMinistry({ code: null, title: 'Resultat' }, 'no-figure', 'nn')).toMatch(
      /^Styringsparameter «Resultat» kan ikkje målast .*trengst.*manglar\.$/,
    )
  })

  it.each(measureReasons)('is there for %s when, and only when, it cannot be measured', (reason) => {
    const measurable = ['figure-known', 'source-named', 'source-known'].includes(reason)
    for (const language of ['nb', 'nn'] as const) {
      expect(sentenceToMinistry({ code: 'SP 1', title: 'x' }, reason, language) === '').toBe(measurable)
    }
  })

  it('follows what the ministry has decided before the language of its letter', () => {
    const nynorsk = 'Direktoratet skal ikkje berre gjere greie for kva som er gjort, men òg korleis.'
    const bokmaal = 'Direktoratet skal ikke bare gjøre rede for hva som er gjort, men også hvordan.'
    expect([writtenLanguageOf(nynorsk), writtenLanguageOf(bokmaal), writtenLanguageOf('')]).toEqual(['nn', 'nb', 'nb'])
    expect([languageToMinistry('nb', nynorsk), languageToMinistry('neutral', nynorsk)]).toEqual(['nb', 'nn'])
  })
})
