import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ParseOutput, toParseOutput } from './parse-output.ts'
import { readLetter } from './read-letter.ts'
import type { LetterReading, Place } from './types.ts'

/** A letter put together from sections, so that its form can be changed without changing what it says. */
const head = `DET KONGELIGE HAVDEPARTEMENT
Tangverket
Postboks 4
9999 TANGEN
Vår ref
26/31-2
Dato
9. januar 2026
Tildelingsbrev for Tangverket for 2026`
const introduction = `INNLEDNING
Havdepartementet viser til Stortingets vedtak av 16. desember 2025 og gir med dette Tangverket rammene for 2026.`
const goals = `MÅL OG OPPDRAG
Mål 1: Tangen vokser der den skal
SP 1: Andel kyststriper med frisk tang
Resultatkrav: Minst 70 prosent
Oppdrag nr. 2026-01 Kartlegge tare i ytre strøk
Bakgrunn
Det finnes få målinger etter 2019.
Beskrivelse av oppdraget
Tangverket skal kartlegge taren i samarbeid med Sjøbruksrådet og vise funnene på et åpent kart.
Frist: 1. juni 2026
Oppdrag nr. 2026-02 Veileder om taretråling
Beskrivelse av oppdraget
Tangverket skal skrive en kort veileder.
Hovedansvarlig: Tangverket
Frist: 15. oktober 2026`
const reporting = `RAPPORTERING
Type rapportering Telletidspunkt Rapporteringsfrist
Årsrapport for 2025 31. desember 2025 15. mars 2026
Halvårsrapport for 2026 30. juni 2026 20. august 2026`
const money = `TILDELING AV MIDLER
Kap. 1777 Tangverket (i 1000 kroner)
Post 01 Driftsutgifter 88 500
Post 21 Spesielle driftsutgifter, kan overføres 6 250
Sum 94 750`
const closing = 'Med hilsen\nIda Strand'

const compose = (sections: readonly string[]): string =>
  [head, ...sections.map((section, i) => `${i + 1}. ${section}`), closing].join('\n')
const sections = [introduction, goals, reporting, money]
const letter = compose(sections)

/** What the letter says, wherever it says it. */
const said = (text: string): Omit<ParseOutput, 'doubts'> => {
  const { doubts: _doubts, ...rest } = toParseOutput(readLetter(text))
  return rest
}

describe('one letter in many forms', () => {
  it('is read', () => {
    expect(said(letter)).toMatchObject({
      agency: 'Tangverket',
      ministry: 'Havdepartementet',
      assignments: [{ code: '2026-01' }, { code: '2026-02', deadlines: ['2026-10-15'] }],
      chapterSums: [{ agrees: true }],
    })
  })

  const forms: readonly (readonly [string, (text: string) => string])[] = [
    ['Windows line ends', (text) => text.replace(/\n/g, '\r\n')],
    ['no line ends at all', (text) => text.replace(/\n/g, ' ')],
    ['blank lines between all lines', (text) => text.replace(/\n/g, '\n\n')],
    ['hard blanks', (text) => text.replace(/ (?=\d|prosent)/g, '\u00a0')],
    ['soft hyphens', (text) => text.replace(/tangverket/g, 'tang\u00adverket').replace(/veileder/g, 'vei\u00adleder')],
    ['trailing blanks', (text) => text.replace(/\n/g, '   \n')],
    ['a byte order mark', (text) => `\ufeff${text}`],
    [
      'paragraph tags',
      (text) =>
        text
          .split('\n')
          .map((line) => `<p>${line}</p>`)
          .join('\n'),
    ],
    ['bold signs', (text) => text.replace(/^(Oppdrag nr\. \S+)/gm, '**$1**')],
    [
      'page numbers in the middle of sentences',
      (text) =>
        text
          .replace('i samarbeid med ', 'i samarbeid med\nSide 3 av 9\n')
          .replace('gir med dette ', 'gir med dette\nSide 2 av 9\n'),
    ],
    [
      'a running head on each page',
      (text) =>
        text
          .replace('i samarbeid med ', 'i samarbeid med\nTildelingsbrev til Tangverket\nSide 3\n')
          .replace('gir med dette ', 'gir med dette\nTildelingsbrev til Tangverket\nSide 2\n'),
    ],
    [
      'words divided at line ends',
      (text) => text.replace('målinger etter', 'mål-\ninger etter').replace('kort veileder', 'kort vei-\nleder'),
    ],
    [
      'tables with pipes',
      (text) =>
        text
          .replace(
            /^(Post \d\d) (.*) (\d+ \d+)$/gm,
            (_, post: string, name: string, amount: string) => `| ${post} | ${name} | ${amount} |`,
          )
          .replace(/ (31\. desember 2025|30\. juni 2026) (\d\d\. \S+ 2026)/g, ' | $1 | $2'),
    ],
    [
      'tables with tabs',
      (text) =>
        text
          .replace(/^(Post \d\d) (.*) (\d+ \d+)$/gm, '$1\t$2\t$3')
          .replace(/ (31\. desember 2025|30\. juni 2026) (\d\d\. \S+ 2026)/g, '\t$1\t$2'),
    ],
    ['dates as numbers', (text) => text.replace('1. juni 2026', '01.06.2026').replace('15. oktober 2026', '15.10.26')],
  ]
  it.each(forms)('%s change nothing', (name, change) => {
    const expected = said(letter)
    const found = said(change(letter))
    const text = (output: typeof found) => ({
      ...output,
      assignments: output.assignments.map(({ deadlineText: _text, ...rest }) => rest),
    })
    expect(name === 'dates as numbers' ? text(found) : found).toEqual(
      name === 'dates as numbers' ? text(expected) : expected,
    )
  })

  it('the order of the sections changes nothing', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(sections, { minLength: 4 }), (order) => {
        expect(said(compose(order))).toEqual(said(letter))
      }),
    )
  })
})

const places = (reading: LetterReading): Place[] =>
  [
    reading.agency,
    reading.ministry,
    reading.date,
    reading.reference,
    reading.year,
    ...reading.goals,
    ...reading.steeringParameters,
    ...reading.reportingRequirements,
    ...reading.assignments,
    ...reading.assignments.flatMap((assignment) => [...assignment.milestones, ...assignment.dates]),
    ...reading.otherDuties,
    ...reading.reportingDeadlines,
    ...reading.meetings,
    ...reading.appropriations,
    ...reading.chapterSums,
    ...reading.earmarks,
    ...reading.recipients,
    ...reading.doubts,
  ].flatMap((thing) => (thing ? [thing.source] : []))

const inside = (text: string, { start, end, startLine, endLine }: Place): boolean => {
  const lines = text.split(/\r\n|\n|\r/).length
  return start >= 0 && start <= end && end <= text.length && startLine >= 1 && startLine <= endLine && endLine <= lines
}

const fragments = fc.constantFrom(
  ...'Mål 1: |SP 1|R 2|O3 |Oppdrag nr. 2026-01 |Frist: |31.09.2026|1. mars 2026|Kap. 495 |Post 01 |12 345|Sum|mill. kroner|\n|\t|| |<p>|</td>|&nbsp;|\u00ad|\ufffd|Tildelingsbrev for |2026|Departementet |skal innen |- |• |(|)|3.1.2 |Innledning|Type rapportering Telletidspunkt Rapporteringsfrist|\r\n'.split(
    '|',
  ),
)
const arbitraryLetter = fc
  .array(fc.oneof(fragments, fc.string({ maxLength: 12 })), { maxLength: 120 })
  .map((parts) => `Tildelingsbrev for Tangverket for 2026\n${parts.join('')}`)

describe('any text at all', () => {
  it('is read without a throw, and every place lies inside it', () => {
    fc.assert(
      fc.property(
        fc.oneof(arbitraryLetter, fc.string({ maxLength: 400 }), fc.string({ unit: 'binary', maxLength: 200 })),
        (text) => {
          for (const place of places(readLetter(text))) expect(inside(text, place)).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('takes time in proportion to its length, also for one word in capitals', () => {
    const began = performance.now()
    readLetter(`Tildelingsbrev for 2026\n${'A'.repeat(200_000)}`)
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  it('gives the same reading each time', () => {
    fc.assert(
      fc.property(arbitraryLetter, (text) => {
        expect(readLetter(text)).toEqual(readLetter(text))
      }),
      { numRuns: 50 },
    )
  })
})

const folder = join(import.meta.dirname, '../../../../tests/letters')
const corpus = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : []

describe('the places of what is found', () => {
  it.each(corpus)('in %s lie in the text and show the words', (name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    const reading = readLetter(text)
    for (const place of places(reading)) expect(inside(text, place)).toBe(true)
    for (const assignment of reading.assignments) {
      const shown = text.slice(assignment.source.start, assignment.source.end)
      const digits = assignment.code?.match(/\d+/)?.[0]
      if (digits) expect(shown).toContain(digits)
    }
    for (const { source, amountText } of reading.appropriations)
      if (amountText && !/\u00a0|&/.test(text)) expect(text.slice(source.start, source.end)).toContain(amountText)
  })
})
