import type { texts as nb } from './field-rules.nb.ts'

/** What is wrong with a field, by the rule that it broke, in English. */
export const texts: typeof nb = {
  named: 'The field “{{field}}”:',
  required: 'It must be filled in.',
  format: 'Its form cannot be used.',
  enum: 'It is not one of the choices.',
  minLength: 'It is too short.',
  maxLength: 'It is too long.',
  minimum: 'It is too small.',
  maximum: 'It is too large.',
  type: 'It is of the wrong kind.',
  directorate: 'It must be a unit or a person of the directorate.',
  circle: 'They would wait for each other in a circle.',
  self: 'It cannot point at itself.',
  complete: 'Something is missing in the list; reload the page.',
  'not-in-future': 'The date cannot be in the future.',
  'in-the-past': 'The date cannot be in the past.',
  'nine-digits': 'An organisation number has nine digits.',
  'check-digit': 'A digit of the number is wrong.',
  multipart: 'The file did not arrive whole.',
  own: 'This can only be about one’s own.',
  address: 'This is no e-mail address.',
  other: 'It cannot be used as it is.',
}
