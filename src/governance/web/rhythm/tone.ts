import type { DueDate } from '../../rules/rhythm/shapes.ts'

/** How a date is drawn, the most pressing first. */
export const tones = ['late', 'red', 'yellow', 'green', 'none', 'done'] as const

/** One of {@link tones}. */
export type Tone = (typeof tones)[number]

/** A delivered date is done, a passed one late, the rest go by their light. */
export const toneOf = (date: Pick<DueDate, 'due' | 'metOn' | 'light'>, today: string): Tone => {
  if (date.metOn !== null) return 'done'
  if (date.due < today) return 'late'
  return date.light ?? 'none'
}
