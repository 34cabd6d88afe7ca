/** What the directorate owes its ministry, by kind: the kinds that the letters are made of (see docs/glossary.md). */
export const commitmentKinds = [
  'steering-parameter',
  'reporting-requirement',
  'assignment',
  'milestone',
  'report',
  'meeting',
  'duty',
] as const

/** One of {@link commitmentKinds}. */
export type CommitmentKind = (typeof commitmentKinds)[number]

/** The kinds that the internal reporting form of 2006 has rows for: what is owed a result, not a date. */
export const formKinds = [
  'steering-parameter',
  'reporting-requirement',
  'assignment',
  'duty',
] as const satisfies readonly CommitmentKind[]
