/**
 * How fast letters are read, and whether the time grows with the text: a letter of about 115 kB and the same ten
 * times over, and texts made to be hard. The real letters beside the checkout are used when they are there.
 * Usage: node scripts/run-ts.mjs bench/letter-reading.ts
 */
import { existsSync, readFileSync } from 'node:fs'
import { readLetter } from '../src/governance/rules/letter/read-letter.ts'

const real = ['../shared/sources', '../../shared/sources']
  .map((folder) => `${folder}/tildelingsbrev-2025.txt`)
  .find((file) => existsSync(file))

/** A letter of a fictional agency, about `kilobytes` long. */
const synthetic = (kilobytes: number): string => {
  const head =
    'DET KONGELIGE FJORDDEPARTEMENT\nSkjærgårdsdirektoratet\nTildelingsbrev for Skjærgårdsdirektoratet for 2026\n'
  const parts = [head, '1. Mål og oppdrag\n']
  let size = 0
  for (let n = 1; size < kilobytes * 1000; n += 1) {
    const part = `Mål ${n}: Øyene i sone ${n} er tilgjengelige for alle
SP ${n}: Andel brygger i sone ${n} som er kontrollert
Resultatkrav: Minst ${50 + (n % 40)} prosent
Oppdrag nr. 2026-${String(n).padStart(3, '0')} Kartlegging av merkede leier i sone ${n}
Bakgrunn
Det er lenge siden leiene ble målt opp, og flere av merkene mangler etter stormene i 2024 og 2025.
Beskrivelse av oppdraget
Direktoratet skal i samarbeid med kommunene måle opp leiene og foreslå hvor det trengs nye merker.
Frist: ${1 + (n % 28)}. ${['mars', 'mai', 'juni', 'oktober'][n % 4]} 2026
`
    parts.push(part)
    size += part.length
  }
  return parts.join('')
}

const letter = real ? readFileSync(real, 'utf8') : synthetic(115)
const again = (text: string, times: number): string => Array.from({ length: times }, () => text).join('\n')
const size = 1_000_000
const cases: readonly (readonly [string, string])[] = [
  [real ? 'allocation letter 2025' : 'made letter', letter],
  ['the same ×10', again(letter, 10)],
  ['the same, line breaks lost', letter.replace(/\n/g, ' ')],
  ['the same ×10, line breaks lost', again(letter, 10).replace(/\n/g, ' ')],
  ['1 MB of one letter', 'a'.repeat(size)],
  ['1 MB of capitals and blanks', 'A '.repeat(size / 2)],
  ['1 MB of digits', '12 345 '.repeat(size / 7)],
  ['1 MB of brackets', '<(&'.repeat(size / 3)],
]

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0

const timeOf = (text: string): number => {
  const times: number[] = []
  for (let i = 0; i < 3; i += 1) {
    const start = performance.now()
    readLetter(text)
    times.push(performance.now() - start)
  }
  return median(times)
}

readLetter(letter)
const rows = cases.map(([name, text]) => {
  const ms = timeOf(text)
  const lines = text.split('\n').length
  return {
    name,
    kB: Math.round(text.length / 1000),
    lines,
    ms: Math.round(ms),
    'lines/s': Math.round(lines / (ms / 1000)),
    'MB/s': Number((text.length / 1000 / ms).toFixed(2)),
    perKB: ms / text.length,
  }
})
console.table(rows.map(({ perKB: _perKB, ...row }) => row))
const [one, ten, lost, lostTen] = rows
if (one && ten)
  console.log(`time per character at ×10: ${(ten.perKB / one.perKB).toFixed(2)} of that at ×1 (1 is linear)`)
if (lost && lostTen) console.log(`the same without line breaks: ${(lostTen.perKB / lost.perKB).toFixed(2)}`)
