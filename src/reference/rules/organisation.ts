import { problem } from '../../platform/rules/problem.ts'
import { fail, ok, type Result } from '../../platform/rules/result.ts'

/** The kinds of organisation that take part; `public` gathers people who act only for themselves. */
export const organisationKinds = [
  'directorate-unit',
  'municipality',
  'county-governor',
  'reception-centre',
  'ministry',
  'organisation',
  'interpreter',
  'public',
] as const

/** One of {@link organisationKinds}. */
export type OrganisationKind = (typeof organisationKinds)[number]

/**
 * The language that an organisation has decided to be written to in (språklova § 15 and § 16 for municipalities):
 * bokmål, nynorsk, or neutral, when the sender chooses.
 */
export const writtenLanguages = ['nb', 'nn', 'neutral'] as const

/** One of {@link writtenLanguages}. */
export type WrittenLanguage = (typeof writtenLanguages)[number]

/** True when a text is the name of an organisation kind. */
export const isOrganisationKind = (text: string): text is OrganisationKind =>
  (organisationKinds as readonly string[]).includes(text)

const weights = [3, 2, 7, 6, 5, 4, 3, 2]

/** The check digit of an organisation number's first eight digits (modulus 11), or null when they have none. */
export const organisationNumberCheckDigit = (firstEight: string): number | null => {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(firstEight[place]), 0)
  const digit = (11 - (sum % 11)) % 11
  return digit === 10 ? null : digit
}

/**
 * Reads a Norwegian organisation number: nine digits, spaces between them allowed, the last a check digit
 * (Brønnøysundregistrene, modulus 11). Synthetic numbers begin with 2 or 3, real ones with 8 or 9; both are read.
 */
export const readOrganisationNumber = (text: string): Result<string> => {
  const digits = text.replace(/\s/g, '')
  if (!/^\d{9}$/.test(digits)) return fail(problem('invalid-input', { field: 'number', rule: 'nine-digits' }))
  if (organisationNumberCheckDigit(digits.slice(0, 8)) !== Number(digits[8]))
    return fail(problem('invalid-input', { field: 'number', rule: 'check-digit' }))
  return ok(digits)
}
