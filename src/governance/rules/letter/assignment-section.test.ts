import { describe, expect, test } from 'vitest'
import { dutyTitle, opensAssignments } from './assignment-section.ts'
import { contentsLines } from './contents.ts'
import { readLetter } from './read-letter.ts'

const letter = (body: string): string =>
  `Prøvedepartementet

Prøvedirektoratet
Postboks 1
0001 OSLO

Vår ref 26/1        Dato 12. januar 2026

Tildelingsbrev 2026 for Prøvedirektoratet

1 Innledning
Departementet viser til Prop. 1 S (2025–2026) og Innst. 5 S (2025–2026).

${body}

Med hilsen
Kari Prøve
`

const assignments = (body: string) =>
  readLetter(letter(body)).assignments.map(({ title, deadlines, group }) => ({ title, deadlines, group }))

describe('assignments without codes', () => {
  test('a title on a line of its own, with or without bold type', () => {
    const body = (mark: string) => `2 Oppdrag i 2026

${mark}Bedre skilting${mark}
Direktoratet skal lage en plan. Frist: 1. mai 2026.

${mark}Kurs for ansatte${mark}
Direktoratet skal holde kurs. Frist: løpende.`
    const expected = [
      { title: 'Bedre skilting', deadlines: ['2026-05-01'], group: 'new' },
      { title: 'Kurs for ansatte', deadlines: [], group: 'new' },
    ]
    expect(assignments(body(''))).toEqual(expected)
    expect(assignments(body('**'))).toEqual(expected)
  })

  test('running text under a heading of assignments: the first order is the title, without its date', () => {
    expect(
      assignments(`2 Oppdrag og forutsetninger
Mange venter lenge. Direktoratet skal innen 1. juni 2026 foreslå kortere køer.

Direktoratet skal holde god orden.

Etaten skal utrede nye skilt. Utredningen skal sendes departementet innen 1. september 2026.`),
    ).toEqual([
      { title: 'Direktoratet skal foreslå kortere køer', deadlines: ['2026-06-01'], group: 'new' },
      { title: 'Etaten skal utrede nye skilt', deadlines: ['2026-09-01'], group: 'new' },
    ])
  })

  test('the same words under another heading are no assignment', () => {
    expect(assignments('2 Beredskap\nDirektoratet skal innen 1. juni 2026 øve planen.')).toEqual([])
  })

  test('headings under the tasks of the year, one of them without a deadline', () => {
    expect(
      assignments(`2 Oppgåver i 2026
2.1 Kart over stiane
Direktoratet skal lage kart innan 1. mai 2026.
2.2 Markering av året
Direktoratet har ansvaret for den norske markeringa.
2.3 Faste oppgåver
Direktoratet svarar på spørsmål frå publikum.`),
    ).toEqual([
      { title: 'Kart over stiane', deadlines: ['2026-05-01'], group: 'new' },
      { title: 'Markering av året', deadlines: [], group: 'new' },
    ])
  })

  test('an assignment named in a supplement after a comma, ended or new', () => {
    const found = assignments(`2 Endringer i oppdrag
Oppdrag 7, Felles skilt på kaiene, avsluttes. Arbeidet overføres.

Nytt oppdrag 11: Gjennomgang av rutinene
Direktoratet skal gå gjennom rutinene innen 1. mai 2026.`)
    expect(found).toEqual([
      { title: 'Felles skilt på kaiene', deadlines: [], group: 'cancelled' },
      { title: 'Gjennomgang av rutinene', deadlines: ['2026-05-01'], group: 'new' },
    ])
  })
})

test('what an earlier year gave and still runs is earlier, its year no code', () => {
  expect(
    assignments(`2 Oppdrag i 2026
Nr.    Oppdrag                    Frist
2.1    Skilt langs elva     1. juli 2026

Frister fra tidligere år som fortsatt gjelder:

Tildelt    Oppdrag                 Frist
2024     Flytting av arkivet     30. september 2026`),
  ).toEqual([
    { title: 'Skilt langs elva', deadlines: ['2026-07-01'], group: 'new' },
    { title: 'Flytting av arkivet', deadlines: ['2026-09-30'], group: 'earlier' },
  ])
})

test('a marked heading of assignments ends the goal above; coded bullets are requirements', () => {
  const reading = readLetter(
    letter(`### Mål
**Mål 1:** Folk finner fram

### Oppdrag

**Bedre kart**
Direktoratet skal lage kart. Frist: 1. mai 2026.

### Krav til rapportering
- R1: vesentlige avvik fra planen
- R2: utviklingen i fylkene

Direktoratet har god tid.`),
  )
  expect(reading.assignments.map(({ title, goalNo }) => [title, goalNo])).toEqual([['Bedre kart', null]])
  expect(reading.reportingRequirements.map(({ code, text }) => [code, text])).toEqual([
    ['R1', 'vesentlige avvik fra planen'],
    ['R2', 'utviklingen i fylkene'],
  ])
})

describe('headings of assignments', () => {
  test.each(['Oppdrag', 'Særskilte oppdrag i 2026', 'Oppgåver vidareførte frå 2025:', 'Hva vi ber om'])(
    '%s',
    (title) => {
      expect(opensAssignments(title)).toBe(true)
    },
  )
  test.each(['Faste oppgaver', 'Oppdrag og rapportering', 'Oppdragsgiver', 'Mål og oppgaver'])('not %s', (title) => {
    expect(opensAssignments(title)).toBe(false)
  })
})

test('a duty’s title puts the subject first and leaves the date out', () => {
  expect(dutyTitle('Innen utgangen av 2026 skal etaten ha flyttet.', [{ text: 'utgangen av 2026' }])).toBe(
    'Etaten skal ha flyttet',
  )
})

test('a contents list is the lines that stand again below', () => {
  const lines = ['Innhold', '1. Mål', '2. Oppdrag', '1. Mål', 'Tekst.', '2. Oppdrag'].map((text) => ({ text }))
  expect([...contentsLines(lines)]).toEqual([0, 1, 2])
})
