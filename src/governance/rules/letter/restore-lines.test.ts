import { expect, test } from 'vitest'
import { restoredBreaks } from './restore-lines.ts'

const linesOf = (text: string): string[] => {
  const breaks = [0, ...[...restoredBreaks(text)].sort((a, b) => a - b), text.length]
  return breaks.slice(1).map((to, i) => text.slice(breaks[i], to).trim())
}

test('a numbered list after a colon begins its lines again, its dates notwithstanding', () => {
  const lines = linesOf(
    'Vi gir følgende oppdrag: 1. Lage kart. Frist 1. oktober 2026. 2. Male skilt. Frist 31. mars 2027. 3. Holde kurs.',
  )
  expect(lines).toContain('1. Lage kart.')
  expect(lines).toContain('2. Male skilt.')
  expect(lines).toContain('3. Holde kurs.')
})

test('a code with its own word before it, and results by year', () => {
  expect(
    linesOf(
      'Delmål 1.1: Folk finner fram Styringsparameter SP1.1: Antall skilt. Resultat 2024: 95 pst. Mål 2026: 96 pst.',
    ),
  ).toEqual([
    'Delmål 1.1: Folk finner fram',
    'Styringsparameter SP1.1: Antall skilt.',
    'Resultat 2024: 95 pst.',
    'Mål 2026: 96 pst.',
  ])
})

test('a calendar whose first column is the date', () => {
  expect(
    linesOf('6. Kalender Dato Aktivitet 15. mars 2026 Årsrapport 2025 23. april 2026 Møte 10. juni 2026 Rapport'),
  ).toEqual(expect.arrayContaining(['15. mars 2026 Årsrapport 2025', '23. april 2026 Møte', '10. juni 2026 Rapport']))
})
