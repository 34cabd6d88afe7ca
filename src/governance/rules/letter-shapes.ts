import { type Static, Type } from 'typebox'
import { DateText, Instant, Nullable } from '../../platform/rules/shapes.ts'
import { findingKinds } from './finding-kind.ts'

/** A reason, which nobody can leave out. */
export const Reason = Type.String({ minLength: 3, maxLength: 2_000 })
/** A kind of finding. */
export const Kind = Type.Enum(findingKinds)
/** A kind of letter. */
export const LetterKind = Type.Enum(['allocation-letter', 'supplement', 'assignment-letter', 'instruction'] as const)

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
  unsure: Type.Integer({ description: 'Open findings that carry a doubt, or that the reader is not confident of' }),
  openDoubts: Type.Integer({ description: 'Doubts about the letter as a whole that nobody has handled' }),
})
export type Progress = Static<typeof Progress>

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
  date: Nullable(DateText),
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
export type LetterLine = Static<typeof LetterLine>

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
export type Finding = Static<typeof Finding>

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
export type Doubt = Static<typeof Doubt>

/** A letter with what was found in it; the text is asked for by itself, because it never changes. */
export const LetterView = Type.Object({
  letter: LetterLine,
  warnings: Type.Array(Type.String()),
  sha256: Type.String(),
  revision: Type.String({ description: 'Changes when anything of the letter changes' }),
  findings: Type.Array(Finding),
  doubts: Type.Array(Doubt),
  register: Nullable(
    Type.Object({
      commitments: Type.Integer({ description: 'What the approved letter gave, its parts not counted' }),
      withoutOwner: Type.Integer({
        description: 'What is open in the letter’s year and nobody owns, as the register lists it',
      }),
    }),
  ),
})
export type LetterView = Static<typeof LetterView>

/** The answer of a write: the revision to poll against is asked for anew by the screen. */
export const Done = Type.Object({ id: Type.String(), version: Type.Integer() })
export type Done = Static<typeof Done>
