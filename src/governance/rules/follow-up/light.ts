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

/** What a status says. */
export interface StatusNote {
  readonly light: Light
  readonly note: string
  readonly deviation: string
  readonly measures: string
}

/** The note with its ends trimmed, or the problem `deviation-required` when the light demands more than it says. */
export const checkStatusNote = (note: StatusNote): Result<StatusNote> => {
  const trimmed: StatusNote = {
    light: note.light,
    note: note.note.trim(),
    deviation: note.deviation.trim(),
    measures: note.measures.trim(),
  }
  const missing = trimmed.deviation === '' || trimmed.measures === ''
  return demandsDeviation[trimmed.light] && missing
    ? fail(governanceProblem('deviation-required', { light: trimmed.light }))
    : ok(trimmed)
}
