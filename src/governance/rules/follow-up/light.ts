import { fail, ok, type Result } from '../../../platform/rules/result.ts'
import { governanceProblem } from '../problems.ts'

/**
 * The ministry's traffic light, as the allocation letter of 2017 defines it:
 * - red: much delayed, or the effect is not as assumed, and of particular importance for the goal; correction must be
 *   started,
 * - yellow: delayed, or the effect is not as assumed; the corrective measures are accounted for,
 * - green: on track, or delivering as planned.
 */
export const lights = ['green', 'yellow', 'red'] as const

/** One of {@link lights}. */
export type Light = (typeof lights)[number]

/** Whether a light demands an account of deviation and measures (the definition of 2017: yellow and red do). */
export const demandsDeviation = { green: false, yellow: true, red: true } as const satisfies Record<Light, boolean>

/** Whether a light demands a reason in the note: what was red or yellow is not green again without a word. */
export const demandsReason = (light: Light, before: Light | null): boolean =>
  light === 'green' && before !== null && demandsDeviation[before]

/** What a status says. */
export interface StatusNote {
  readonly light: Light
  readonly note: string
  readonly deviation: string
  readonly measures: string
}

/**
 * The note with its ends trimmed, given the light before; or the problem `deviation-required` when the light demands more
 * than it says, and `improvement-required` when it does not say why all is well again.
 */
export const checkStatusNote = (note: StatusNote, before: Light | null): Result<StatusNote> => {
  const trimmed: StatusNote = {
    light: note.light,
    note: note.note.trim(),
    deviation: note.deviation.trim(),
    measures: note.measures.trim(),
  }
  const missing = trimmed.deviation === '' || trimmed.measures === ''
  if (demandsDeviation[trimmed.light] && missing) {
    return fail(governanceProblem('deviation-required', { light: trimmed.light }))
  }
  return demandsReason(trimmed.light, before) && trimmed.note === ''
    ? fail(governanceProblem('improvement-required'))
    : ok(trimmed)
}
