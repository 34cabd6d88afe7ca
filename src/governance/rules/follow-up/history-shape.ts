import { type Static, Type } from 'typebox'
import { NullableText } from '../../../platform/rules/shapes.ts'

/** One change of a commitment or of what hangs on it. */
export const HistoryLine = Type.Object({
  at: Type.String(),
  by: NullableText,
  kind: Type.Enum(['commitment', 'deadline', 'delivery', 'requirement', 'activity']),
  verb: Type.Enum(['made', 'changed', 'removed']),
  /** What it is about, where the commitment has several: the deadline's date, the delivery's recipient. */
  what: NullableText,
  changes: Type.Array(Type.Object({ field: Type.String(), before: Type.Unknown(), after: Type.Unknown() })),
})
/** See {@link HistoryLine}. */
export type HistoryLine = Static<typeof HistoryLine>

/** The whole history, newest first. */
export const HistoryAnswer = Type.Object({ lines: Type.Array(HistoryLine) })
