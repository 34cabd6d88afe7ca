import { type Static, Type } from 'typebox'
import { DateText, Nullable, NullableText } from '../../platform/rules/shapes.ts'
import { lateChoices } from './late-deadlines.ts'

const Text = Type.String()
const NullableDate = Nullable(DateText)

const Side = Type.Object({
  id: Text,
  title: Text,
  year: Nullable(Type.Integer()),
  date: NullableDate,
  /** The letters that a year is made of, in their order. */
  letters: Type.Optional(Type.Array(Text)),
})
const Named = Nullable(Type.Object({ code: NullableText, title: Text, amountNOK: Nullable(Type.Number()) }))
const Value = Type.Union([Text, Type.Number(), Type.Null(), Type.Array(Text)])
const Count = Type.Integer()
/** What is new, gone and changed from one letter to another, or from one year to another. */
export const Difference = Type.Object({
  before: Side,
  after: Side,
  sections: Type.Array(
    Type.Object({
      section: Text,
      counts: Type.Object({ new: Count, gone: Count, changed: Count, same: Count }),
      rows: Type.Array(
        Type.Object({
          change: Text,
          before: Named,
          after: Named,
          fields: Type.Array(Type.Object({ field: Text, before: Value, after: Value })),
        }),
      ),
    }),
  ),
})
export type Difference = Static<typeof Difference>

const Deadline = Type.Object({ due: DateText, label: NullableText, metOn: NullableDate })
/** The life of a commitment across letters. */
export const Chain = Type.Object({
  mentions: Type.Array(
    Type.Object({
      id: Text,
      code: NullableText,
      title: Text,
      state: Text,
      grouping: NullableText,
      year: Type.Integer(),
      goal: NullableText,
      letter: Type.Object({ id: Text, title: Text, kind: NullableText, date: NullableDate }),
      start: Nullable(Type.Integer()),
      end: Nullable(Type.Integer()),
      owner: NullableText,
      deadlines: Type.Array(Deadline),
    }),
  ),
  links: Type.Array(Type.Object({ later: Text, earlier: NullableText, earlierCode: Text, relation: Text })),
})
export type Chain = Static<typeof Chain>

/** What earlier years’ letters gave that is still open. */
export const OpenCommitments = Type.Object({
  commitments: Type.Array(
    Type.Object({
      id: Text,
      kind: Text,
      code: NullableText,
      title: Text,
      year: Type.Integer(),
      letter: Type.Object({ id: Text, title: Text }),
      nextDeadline: NullableDate,
      owner: NullableText,
      light: NullableText,
    }),
  ),
})
export type OpenCommitments = Static<typeof OpenCommitments>

/** What approving a letter would do to the register. */
export const ApprovalView = Type.Object({
  openFindings: Count,
  openDoubts: Count,
  goals: Type.Array(Type.Object({ number: NullableText, title: Text })),
  commitments: Type.Array(
    Type.Object({ kind: Text, code: NullableText, title: Text, part: Type.Boolean(), deadlines: Type.Array(DateText) }),
  ),
  links: Type.Array(
    Type.Object({
      relation: Text,
      later: Text,
      earlier: NullableText,
      earlierCode: Text,
      owner: NullableText,
      before: Type.Array(DateText),
      after: Type.Array(DateText),
    }),
  ),
  ended: Type.Array(Type.Object({ id: Text, title: Text, state: Text, part: Type.Boolean() })),
  money: Type.Array(
    Type.Object({
      kind: Text,
      chapter: NullableText,
      item: NullableText,
      name: Text,
      amountNok: Nullable(Type.Number()),
    }),
  ),
  remarks: Type.Array(Type.Object({ code: Text, title: Text, detail: Text })),
  late: Type.Array(Type.Object({ key: Text, title: Text, due: DateText }), {
    description: 'Deadlines that have passed already; approving says what becomes of each',
  }),
})
export type ApprovalView = Static<typeof ApprovalView>

/** What is decided about the deadlines that have passed. */
export const LateDecisions = Type.Array(
  Type.Object({ key: Type.String({ maxLength: 60 }), due: DateText, choice: Type.Enum(lateChoices) }),
  { maxItems: 5_000, description: 'One for each of `late`: still open, delivered on that date, or without a date' },
)
