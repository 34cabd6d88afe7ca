import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { organisationNumberCheckDigit, readOrganisationNumber } from './organisation.ts'

describe('organisation numbers', () => {
  it.each([
    ['974760673', '974760673'], // Brønnøysundregistrene
    ['974 760 673', '974760673'],
    ['974760674', 'check-digit'],
    ['97476067', 'nine-digits'],
    ['0192:974760673', 'nine-digits'],
  ])('%s reads as %s', (text, expected) => {
    const read = readOrganisationNumber(text)
    expect(read.ok ? read.value : read.problem.params.rule).toBe(expected)
  })

  it('changing one digit is always noticed', () => {
    const eight = fc.stringMatching(/^[2389]\d{7}$/)
    fc.assert(
      fc.property(eight, fc.nat(7), fc.integer({ min: 1, max: 9 }), (first, place, step) => {
        const digit = organisationNumberCheckDigit(first)
        fc.pre(digit !== null)
        const changed = [...`${first}${digit}`]
        changed[place] = String((Number(changed[place]) + step) % 10)
        return !readOrganisationNumber(changed.join('')).ok
      }),
    )
  })
})
