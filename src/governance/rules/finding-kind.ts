/** What a letter can give, in the order in which the register shows it. */
export const findingKinds = [
  'goal',
  'steering-parameter',
  'reporting-requirement',
  'assignment',
  'duty',
  'report',
  'meeting',
  'appropriation',
  'chapter-sum',
  'earmark',
  'recipient',
] as const

/** One of {@link findingKinds}. */
export type FindingKind = (typeof findingKinds)[number]

/** True when a text names a kind of finding. */
export const isFindingKind = (text: string): text is FindingKind => (findingKinds as readonly string[]).includes(text)

/** How far people have come with a finding. */
export type FindingState = 'open' | 'accepted' | 'corrected' | 'rejected'

/** The confidence from which a reading without doubts may be accepted together with others. */
export const confidentFrom = 0.8

/** True when a finding may be accepted in one go with others: nobody has touched it and nothing is doubtful. */
export const isConfident = (finding: {
  readonly state: string
  readonly confidence: number
  readonly doubts: readonly unknown[]
}): boolean => finding.state === 'open' && finding.doubts.length === 0 && finding.confidence >= confidentFrom

/** True when nobody has looked yet at a finding that the reader is not sure of. This is what every count of unsure ones counts. */
export const isUnsure = (finding: Parameters<typeof isConfident>[0]): boolean =>
  finding.state === 'open' && !isConfident(finding)

/** True when a finding will be part of the register: a person has accepted it, as it stood or corrected. */
export const isTaken = (state: string): boolean => state === 'accepted' || state === 'corrected'
