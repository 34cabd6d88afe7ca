import { describe, expect, it } from 'vitest'
import { findAmounts, statedUnit, tableAmount } from './amounts.ts'
import { codeKey, itemStart, normalCode } from './codes.ts'
import { findDates } from './dates.ts'
import { deadlineRun, dutyDates } from './deadlines.ts'
import { isFrequency, trailingFrequency } from './frequency.ts'
import { labelOf } from './labels.ts'
import { cleanText } from './normalise.ts'
import { follows } from './numbering.ts'
import { responsibleIn } from './responsible.ts'
import { requirementOf } from './targets.ts'
import { words } from './words.ts'

describe('dates', () => {
  it.each([
    // the forms of the letters of 2017, 2021 and 2025
    ['30. juni 2017', '2017-06-30', 'day'],
    ['03. februar 2025', '2025-02-03', 'day'],
    ['01.04.2025', '2025-04-01', 'day'],
    ['31.12.15', '2015-12-31', 'day'],
    ['Januar 2019', '2019-01-31', 'month'], // a month alone is its last day
    ['utgangen av første halvår 2017', '2017-06-30', 'part'],
    ['årsskiftet 2022/2023', '2022-12-31', 'part'],
    // other ways of writing that letters use
    ['medio mai 2026', '2026-05-15', 'approximate'],
    ['3. kvartal 2026', '2026-09-30', 'part'],
    ['andre tertial 2026', '2026-08-31', 'part'],
    ['utgangen av februar 2028', '2028-02-29', 'month'],
    ['2026-03-15', '2026-03-15', 'day'],
    ['15. mars påfølgende år', '2027-03-15', 'day'],
    ['utgangen av året', '2026-12-31', 'part'],
    ['15/9-26', '2026-09-15', 'day'],
    ['15/9-2026', '2026-09-15', 'day'],
    ['15/9/2026', '2026-09-15', 'day'],
    ['15.9.26', '2026-09-15', 'day'],
    ['Frist: 15.9.', '2026-09-15', 'day'],
    ['innen 15/9', '2026-09-15', 'day'],
    ['senest fredag 1.3', '2026-03-01', 'day'],
    ['uke 40', '2026-10-04', 'approximate'],
    ['veke 53', '2027-01-03', 'approximate'], // 2026 has 53 weeks
    ['3. tertial 2026', '2026-12-31', 'part'],
    ['utgangen av 2. tertial', '2026-08-31', 'part'],
    ['fyrste kvartal', '2026-03-31', 'part'],
    ['utgangen av mai', '2026-05-31', 'month'],
    ['primo juni 2027', '2027-06-01', 'approximate'],
    ['ultimo september', '2026-09-30', 'month'],
    ['månedsskiftet mai/juni', '2026-05-31', 'approximate'],
    ['månadsskiftet august/september 2027', '2027-08-31', 'approximate'],
    ['halvårsskiftet', '2026-06-30', 'part'],
    ['1.juni 2026', '2026-06-01', 'day'],
  ])('%s', (text, date, precision) => {
    expect(findDates(text, 2026)).toMatchObject([{ date, precision }])
  })

  it('keeps a date that no calendar has, without a day', () => {
    expect(findDates('31.09.2026', 2026)).toMatchObject([{ text: '31.09.2026', date: null }]) // stands in the letter of 2025
  })

  it.each(['31. juni 2026', '30. februar', '15/13-26', '29.02.2026', 'uke 54', '4. tertial', '0. mai 2026'])(
    '%s is in no calendar',
    (text) => {
      expect(findDates(text, 2026)).toMatchObject([{ date: null }])
    },
  )

  it.each([
    ['1. og 15. mars 2026', ['2026-03-01', '2026-03-15']],
    ['5., 12. og 19. juni', ['2026-06-05', '2026-06-12', '2026-06-19']],
    ['innen 1. juni og 1. desember 2027', ['2027-06-01', '2027-12-01']],
    ['delrapport 1. juni 2026, sluttrapport 1. mars 2027', ['2026-06-01', '2027-03-01']],
  ])('all dates of “%s”', (text, dates) => {
    expect(findDates(text, 2026).map(({ date }) => date)).toEqual(dates)
  })

  it.each([
    '2021-2024',
    'jf. punkt 6.3.1 og',
    'R-110/2013',
    'kap. 671, post 62',
    '24/4190-9',
    '1 800 tolker',
    '3/4 av sakene',
    'punkt 3.1. Mål',
    'sommeren 2026',
    'sak 15/9',
    'innen 1,5 prosent',
    'Prop. 1 S',
  ])('%s is no date', (text) => {
    expect(findDates(text, 2026)).toEqual([])
  })

  it('takes a missing year from the date that follows', () => {
    expect(findDates('1. mars og 1. september 2027', 2026).map(({ date }) => date)).toEqual([
      '2027-03-01',
      '2027-09-01',
    ])
  })

  it.each([
    ['Rapporten skal sendes innen 1. mars 2026.', ['2026-03-01']],
    ['Utkast skal foreligge seinast fredag 18. desember 2026.', ['2026-12-18']],
    ['Fristen flyttes fra 1. september 2026 til 15. desember 2026.', ['2026-12-15']],
    ['Loven trer i kraft 1. januar 2026.', []], // the supplement of 2021 has such dates: they are no deadlines
    ['Det vises til brev av 14. desember 2026.', []],
    ['Planen gjelder perioden 1.8.26-31.12.2026.', []],
  ])('what is due in “%s”', (text, dates) => {
    expect(dutyDates(text, 2026).map(({ found }) => found.date)).toEqual(dates)
  })
})

describe('the deadlines that close a row', () => {
  it.each([
    ['delrapport 1. juni 2026, sluttrapport 1. mars 2027', ['2026-06-01', '2027-03-01']],
    ['1. juni 2026 og endelig versjon 1. desember 2026', ['2026-06-01', '2026-12-01']],
    ['1. og 15. mars 2026', ['2026-03-01', '2026-03-15']],
    ['15/9-26', ['2026-09-15']],
    ['1. juni 2026, jf. brev av 3. mars 2026', ['2026-06-01']],
  ])('%s', (text, dates) => {
    expect(deadlineRun(text, 2026)?.dates.map(({ found }) => found.date)).toEqual(dates)
  })

  it.each(['sommeren 2026', 'i løpet av høsten', 'før sommeren'])('%s is said, but is no date', (text) => {
    expect(deadlineRun(text, 2026)).toMatchObject({ dates: [] })
  })
})

describe('amounts', () => {
  it.each([
    ['22,84 mill. kroner', 22_840_000],
    ['179,906 mill. kroner', 179_906_000],
    ['kr 500 000', 500_000],
    ['1,2 milliarder kroner', 1_200_000_000],
    ['850 000 kroner', 850_000],
    ['4,5 millionar kroner', 4_500_000],
  ])('%s', (text, kroner) => {
    const found = findAmounts(`${text},-`.replace(/kroner,-$/, 'kroner'))
    expect(found[0]?.kroner).toBe(kroner)
  })

  it.each([
    ['Kap. 495 (i 1000 kroner)', '1000-kroner'],
    ['Post Betegnelse (i kroner) Tildeling 2025', 'kroner'],
    ['Tallene er i mill. kroner.', 'mill-kroner'],
    ['Beløp i tusen kroner', '1000-kroner'],
    ['Kap. 670 Direktoratet', null],
  ])('the unit of “%s”', (text, unit) => expect(statedUnit(text)).toBe(unit))

  it('keeps sign and unit', () => {
    expect(tableAmount('261 549', '1000-kroner')).toBe(261_549_000)
    expect(tableAmount('-2 000 000', 'kroner')).toBe(-2_000_000)
    expect(tableAmount('148,2', 'mill-kroner')).toBe(148_200_000)
  })
})

describe('codes', () => {
  it.each([
    ['SP 9.1', null, 'parameter', 'SP 9.1'],
    ['SP 1: Andel brygger', null, 'parameter', 'SP 1'],
    ['Styringsparameter 2: Andel brygger', null, 'parameter', '2'],
    ['R 10', null, 'requirement', 'R 10'],
    ['O1 Redusere tiden', null, 'assignment', 'O1'],
    ['Oppdrag nr. 2021- 01 Revidert: Rammeverk', null, 'assignment', '2021-01'],
    ['Oppdrag nr. 2021 - 044 Rapportering', null, 'assignment', '2021-044'],
    ['TB2025-FoU1 Årlig rapport', 'assignment', 'assignment', 'TB2025-FoU1'],
    ['2024-22 Kampanje 15.05.2025', 'assignment', 'assignment', '2024-22'],
  ] as const)('%s', (text, announced, category, code) => {
    expect(itemStart(text, announced)).toMatchObject({ category, code })
  })

  it.each([
    'SP 4 skal øke',
    'R-110 gir fullmakter',
    'Oppdraget finansieres innenfor rammen',
    '2024-2025 var et tungt år',
    'Oppdrag som er gitt',
  ])('“%s” begins nothing', (text) => expect(itemStart(text, null)).toBeNull())

  it('knows one code in several spellings', () => {
    expect(normalCode('2021 - 044')).toBe('2021-044')
    expect(codeKey('TB2024 FoU1')).toBe(codeKey('TB2024-FoU1'))
    expect(codeKey('O1')).toBe(codeKey('O-1'))
  })
})

describe('results requirements', () => {
  it('takes a number with its sub-requirement apart', () => {
    // SP 10 of the letter for 2017
    expect(
      requirementOf('1 800 tolker oppført i registeret, hvorav 60 prosent i de tre høyeste nivåene'),
    ).toMatchObject({
      comparison: 'at-least',
      number: 1800,
      unit: 'tolker',
      subRequirement: { number: 60, unit: 'prosent' },
    })
  })

  it.each([
    ['90 prosent', 'at-least', 90, 'prosent'],
    ['Høyst 40 per år', 'at-most', 40, null],
    ['Minst 99,5 %', 'at-least', 99.5, 'prosent'],
    ['Resultatet for hver gruppe skal øke', 'increase', null, null],
    ['Kvalitativ vurdering', 'unclear', null, null],
  ])('%s', (text, comparison, number, unit) => expect(requirementOf(text)).toMatchObject({ comparison, number, unit }))
})

describe('small grammar', () => {
  it.each([
    ['Frist: 1. mars 2026', 'deadline'],
    ['Frist 31.12.2025', 'deadline'],
    ['Formål/hensikt: Rask bosetting', 'purpose'],
    ['M\ufffdleutgangspunkt:', 'baseline'],
    ['Mleutgangspunkt: 40 prosent', 'baseline'],
    ['Rapporteringskriterer:', 'criteria'], // so spelled in the letter for 2017
    ['Hovudansvarleg: Fjordverket', 'responsible'],
    ['Hovedmilepæl 2: Rapport', 'milestone'],
    ['Del 1: Kartlegge', 'part'],
  ])('%s is a label', (text, field) => expect(labelOf(text)?.field).toBe(field))

  it.each(['Frist for oversikt er satt', 'Startpakken er klar', 'Bakgrunnen er kjent'])('%s is none', (text) =>
    expect(labelOf(text)).toBeNull(),
  )

  it.each([
    [[3, 2], [3, 3], true],
    [[3, 2, 6], [3, 3], true],
    [[3], [3, 1], true],
    [[3, 3], [3, 2], false],
    [[4], [1], false],
  ])('%j then %j', (before, after, expected) => expect(follows(before, after)).toBe(expected))

  it('knows frequencies alone and at the end of a row', () => {
    expect(isFrequency('Halvårsrapport og årsrapport')).toBe(true)
    expect(isFrequency('Årsrapporten skal sendes')).toBe(false)
    expect(trailingFrequency('Tiltak for at andelen i SP 4 skal øke Årsrapport')?.text).toBe('Årsrapport')
  })

  it.each([
    ['HK-dir er hovedansvarlig for oppdraget.', 'HK-dir'],
    ['Arbeidet skal ledes av Helsedirektoratet. IMDi skal delta.', 'Helsedirektoratet'],
    ['Direktoratet skal samarbeide med alle.', null],
  ])('%s', (text, name) => expect(responsibleIn(text)).toBe(name))

  it('matches words that have lost their letters, and no others', () => {
    expect(words('‹mål›').test('m\ufffdl')).toBe(true)
    expect(words('‹oppdrag›').test('oppdraget')).toBe(false)
  })

  it('cleans markup and keeps the way back', () => {
    const raw = '<p>Kap.&nbsp;12</p>\r\n\u00adA\tB'
    const { text, offsets } = cleanText(raw)
    expect(text.trim()).toBe('Kap. 12\n\nA | B')
    expect(raw.slice(offsets[text.indexOf('B')] ?? 0)).toBe('B')
    expect(offsets).toHaveLength(text.length + 1)
  })
})
