import { type Static, Type } from 'typebox'
import { DateText, Id, Instant, NullableText } from './shapes.ts'

/** The kinds of file that a list is taken out as. */
export const exportFormats = ['xlsx', 'csv'] as const
/** See {@link exportFormats}. */
export type ExportFormat = (typeof exportFormats)[number]

/** How far an export has come. */
export const exportStates = ['waiting', 'working', 'done', 'failed'] as const

/** The answer when a list is too long for a file at once: the export that is being made, and of how many rows. */
export const ExportAsked = Type.Object({ export: Id, rows: Type.Integer() })
/** See {@link ExportAsked}. */
export type ExportAsked = Static<typeof ExportAsked>

/** Own exports, newest first, in the person's language; `reason` is a problem's code. */
export const ExportsAnswer = Type.Object({
  exports: Type.Array(
    Type.Object({
      id: Id,
      title: Type.String(),
      format: Type.Enum([...exportFormats]),
      state: Type.Enum([...exportStates]),
      reason: NullableText,
      rowsTotal: Type.Integer(),
      rowsDone: Type.Integer(),
      madeAt: Instant,
      erasedOn: DateText,
    }),
  ),
})
/** See {@link ExportsAnswer}. */
export type ExportsAnswer = Static<typeof ExportsAnswer>
