import type { ChainStep } from '../../rules/follow-up/detail-shape.ts'
import type { CommitmentState } from '../../rules/follow-up/state.ts'

interface LetterName {
  readonly id: string
  readonly title: string
  readonly date: string | null
}

/** A link of a chain as it is stored: what stands in a later letter, and what it was before. */
export interface ChainLink {
  readonly relation: string
  readonly earlierCode: string
  /** Null when the earlier one is from before Fotfeste and known by its code only. */
  readonly earlier: string | null
  readonly earlierTitle: string | null
  readonly earlierState: CommitmentState | null
  readonly earlierLetter: LetterName | null
  readonly later: string
  readonly laterCode: string | null
  readonly laterTitle: string
  readonly laterState: CommitmentState
  /** The letter that made the link. */
  readonly letter: LetterName | null
}

/**
 * The links as one line from the first to the last, each step once: `2022-27 → 2024-04 → revised 2025`. Steps without a
 * dated letter, known by their code only, come first.
 */
export const chainLine = (links: readonly ChainLink[], current: string): ChainStep[] => {
  const steps = new Map<string, ChainStep>()
  for (const link of links) {
    const key = link.earlier ?? `code ${link.earlierCode}`
    if (!steps.has(key)) {
      steps.set(key, {
        id: link.earlier,
        code: link.earlierCode,
        title: link.earlierTitle,
        state: link.earlierState,
        relation: null,
        letter: link.earlierLetter,
        current: link.earlier === current,
      })
    }
  }
  for (const link of links) {
    // A withdrawal is reported by a letter without giving a new thing: it is its own step.
    const own = link.later === link.earlier
    steps.set(own ? `${link.later} ${link.relation}` : link.later, {
      id: link.later,
      code: link.laterCode,
      title: link.laterTitle,
      state: link.laterState,
      relation: link.relation,
      letter: link.letter,
      current: link.later === current && !own,
    })
  }
  const when = (step: ChainStep) => step.letter?.date ?? ''
  return [...steps.values()].sort((a, b) => when(a).localeCompare(when(b)))
}
