import { Type } from 'typebox'
import { findingKinds } from '../../rules/finding-kind.ts'

/** Shapes that the letters' routes share. */
export const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])
export const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })
export const Version = Type.Integer({ minimum: 1 })
export const Reason = Type.String({ minLength: 3, maxLength: 2_000 })
export const Kind = Type.Enum(findingKinds)
export const LetterKind = Type.Enum(['allocation-letter', 'supplement', 'assignment-letter', 'instruction'] as const)
export const Day = Type.String({ format: 'date' })
const Instant = Type.String({ format: 'date-time' })

/** A doubt as the reader kept it with a finding. */
const CarriedDoubt = Type.Object({
  kind: Type.String(),
  text: Type.String(),
  line: Type.Integer(),
  start: Type.Integer(),
  end: Type.Integer(),
})

/** How far the checking has come. */
export const Progress = Type.Object({
  total: Type.Integer(),
  checked: Type.Integer(),
  doubtful: Type.Integer({ description: 'Open findings that carry a doubt' }),
  openDoubts: Type.Integer({ description: 'Doubts about the letter as a whole that nobody has handled' }),
})

const Failure = Type.Object({ code: Type.String(), params: Type.Record(Type.String(), Type.Unknown()) })

/** A letter in the list. */
export const LetterLine = Type.Object({
  id: Type.String(),
  state: Type.String(),
  kind: Nullable(Type.String()),
  title: Type.String(),
  agency: Nullable(Type.String()),
  ministry: Nullable(Type.String()),
  reference: Nullable(Type.String()),
  date: Nullable(Day),
  year: Nullable(Type.Integer()),
  supplements: Nullable(Type.String()),
  fileName: Type.String(),
  failure: Nullable(Failure),
  version: Type.Integer(),
  recordedAt: Instant,
  recordedBy: Nullable(Type.String()),
  approvedAt: Nullable(Instant),
  approvedBy: Nullable(Type.String()),
  progress: Progress,
})

/** A finding on the checking screen. */
export const Finding = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  position: Type.Integer(),
  content: Type.Unknown(),
  start: Nullable(Type.Integer()),
  end: Nullable(Type.Integer()),
  line: Nullable(Type.Integer()),
  confidence: Type.Number(),
  doubts: Type.Array(CarriedDoubt),
  state: Type.String(),
  origin: Type.String(),
  reason: Nullable(Type.String()),
  version: Type.Integer(),
  changedAt: Instant,
  changedBy: Nullable(Type.String({ description: 'Name of the person; null is the reader itself' })),
})

/** A doubt that no finding carries. */
export const Doubt = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  text: Type.String(),
  line: Nullable(Type.Integer()),
  start: Nullable(Type.Integer()),
  end: Nullable(Type.Integer()),
  note: Nullable(Type.String()),
  version: Type.Integer(),
  changedAt: Instant,
  changedBy: Nullable(Type.String()),
})

/** A letter with what was found in it; the text is asked for by itself, because it never changes. */
export const LetterView = Type.Object({
  letter: LetterLine,
  warnings: Type.Array(Type.String()),
  sha256: Type.String(),
  revision: Type.String({ description: 'Changes when anything of the letter changes' }),
  findings: Type.Array(Finding),
  doubts: Type.Array(Doubt),
})

/** The answer of a write: the revision to poll against is asked for anew by the screen. */
export const Done = Type.Object({ id: Type.String(), version: Type.Integer() })
