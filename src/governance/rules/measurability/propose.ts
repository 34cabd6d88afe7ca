import { knownSubjects, namedSource, registersToCome } from './sources.ts'

/** The three ways: by a figure of the catalogue, by a source outside, or not at all. */
export const measureWays = ['figure', 'outside', 'not-measurable'] as const

/** One of {@link measureWays}. */
export type MeasureWay = (typeof measureWays)[number]

/**
 * Why a way is proposed. The screen has one text for each.
 * - `figure-known`: the catalogue has a figure that is known by the letter's words,
 * - `source-named`: the letter names whose figures are meant,
 * - `source-known`: the letter names no source, but this is published by another,
 * - `register-to-come`: it could be counted when a register of ours is taken into use; no figure is defined yet,
 * - `words-only`: no number is required; the letter asks for an account in words,
 * - `no-baseline`: the requirement is a change, and the letter does not say from what,
 * - `no-figure`: a number is required that nothing we know of counts.
 */
export const measureReasons = [
  'figure-known',
  'source-named',
  'source-known',
  'register-to-come',
  'words-only',
  'no-baseline',
  'no-figure',
] as const

/** One of {@link measureReasons}. */
export type MeasureReason = (typeof measureReasons)[number]

/** A steering parameter as the check sees it. */
export interface ParameterToMeasure {
  readonly code: string | null
  readonly title: string
  readonly purpose: string | null
  readonly baseline: string | null
  readonly requirements: readonly {
    readonly text: string
    readonly comparison: string | null
    readonly number: number | null
  }[]
}

/** A figure of the catalogue as the check sees it. */
export interface MeasuringFigure {
  readonly code: string
  /** Words by which a letter speaks of it, in lower case. */
  readonly knownAs: readonly string[]
}

/** What is proposed; a person confirms or changes it. */
export interface MeasureProposal {
  readonly way: MeasureWay
  readonly figure: string | null
  readonly outsideSource: string | null
  readonly reason: MeasureReason
  /** The register that could count it, with `register-to-come`. */
  readonly register: string | null
}

const proposal = (way: MeasureWay, reason: MeasureReason, fields: Partial<MeasureProposal> = {}): MeasureProposal => ({
  way,
  reason,
  figure: null,
  outsideSource: null,
  register: null,
  ...fields,
})

/** Titles that ask for a number though no requirement is stated: “Andel …”, “Antall …”, “Gjennomsnittlig …”. */
const asksForNumber = /^\s*(?:andel|antall|gjennomsnitt|median|tal(?:et)? på|prosent|delen?|snitt)/iu

const isChange = (comparison: string | null): boolean => comparison === 'increase' || comparison === 'decrease'

const figureFor = (text: string, catalogue: readonly MeasuringFigure[]): string | null => {
  const lower = text.toLowerCase()
  const matches = catalogue.flatMap((figure) =>
    figure.knownAs.filter((words) => lower.includes(words.toLowerCase())).map((words) => ({ figure, words })),
  )
  // The longest words say the most: “bosatt innen seks måneder” before “bosatt”.
  return matches.sort((a, b) => b.words.length - a.words.length)[0]?.figure.code ?? null
}

/**
 * Proposes how a steering parameter can be measured. What cannot be counted by the catalogue or by a named or known
 * source outside is proposed as not measurable, with the reason; nothing is assumed to be measurable because it has a
 * number.
 */
export const proposeMeasure = (
  parameter: ParameterToMeasure,
  catalogue: readonly MeasuringFigure[],
): MeasureProposal => {
  const requirements = parameter.requirements.map((requirement) => requirement.text).join(' ')
  const subject = `${parameter.title} ${requirements}`
  const whole = [subject, parameter.purpose, parameter.baseline].filter(Boolean).join(' ')
  const figure = figureFor(subject, catalogue)
  if (figure !== null) return proposal('figure', 'figure-known', { figure })
  const named = namedSource(whole)
  if (named !== null) return proposal('outside', 'source-named', { outsideSource: named })
  const known = knownSubjects.find(({ pattern }) => pattern.test(subject))
  if (known !== undefined) return proposal('outside', 'source-known', { outsideSource: known.source })
  const numeric = parameter.requirements.some((requirement) => requirement.number !== null)
  const change = parameter.requirements.some((requirement) => isChange(requirement.comparison))
  if (!numeric && !change && !asksForNumber.test(parameter.title)) return proposal('not-measurable', 'words-only')
  const register = registersToCome.find(({ pattern }) => pattern.test(subject))?.register ?? null
  if (register !== null) return proposal('not-measurable', 'register-to-come', { register })
  if (change && !numeric && parameter.baseline === null) return proposal('not-measurable', 'no-baseline')
  return proposal('not-measurable', 'no-figure')
}
