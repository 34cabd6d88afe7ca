import { type Static, Type } from 'typebox'
import { Day, Nullable } from './letter-shapes.ts'

const Text = Type.String()
const MaybeText = Nullable(Text)
const MaybeDay = Nullable(Day)

const Side = Type.Object({
  id: Text,
  title: Text,
  year: Nullable(Type.Integer()),
  date: MaybeDay,
  /** The letters that a year is made of, in their order. */
  letters: Type.Optional(Type.Array(Text)),
})
const Named = Nullable(Type.Object({ code: MaybeText, title: Text, amountNOK: Nullable(Type.Number()) }))
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

const Deadline = Type.Object({ due: Day, label: MaybeText, metOn: MaybeDay })
/** The life of a commitment across letters. */
export const Chain = Type.Object({
  mentions: Type.Array(
    Type.Object({
      id: Text,
      code: MaybeText,
      title: Text,
      state: Text,
      grouping: MaybeText,
      year: Type.Integer(),
      goal: MaybeText,
      letter: Type.Object({ id: Text, title: Text, kind: MaybeText, date: MaybeDay }),
      start: Nullable(Type.Integer()),
      end: Nullable(Type.Integer()),
      owner: MaybeText,
      deadlines: Type.Array(Deadline),
    }),
  ),
  links: Type.Array(Type.Object({ later: Text, earlier: MaybeText, earlierCode: Text, relation: Text })),
})
export type Chain = Static<typeof Chain>

/** What earlier years’ letters gave that is still open. */
export const OpenCommitments = Type.Object({
  commitments: Type.Array(
    Type.Object({
      id: Text,
      kind: Text,
      code: MaybeText,
      title: Text,
      year: Type.Integer(),
      letter: Type.Object({ id: Text, title: Text }),
      nextDeadline: MaybeDay,
      owner: MaybeText,
      light: MaybeText,
    }),
  ),
})
export type OpenCommitments = Static<typeof OpenCommitments>

/** What approving a letter would do to the register. */
export const ApprovalView = Type.Object({
  openFindings: Count,
  openDoubts: Count,
  goals: Type.Array(Type.Object({ number: Type.Union([Text, Type.Null()]), title: Text })),
  commitments: Type.Array(
    Type.Object({ kind: Text, code: MaybeText, title: Text, part: Type.Boolean(), deadlines: Type.Array(Day) }),
  ),
  links: Type.Array(
    Type.Object({
      relation: Text,
      later: Text,
      earlier: MaybeText,
      earlierCode: Text,
      owner: MaybeText,
      before: Type.Array(Day),
      after: Type.Array(Day),
    }),
  ),
  ended: Type.Array(Type.Object({ id: Text, title: Text, state: Text, part: Type.Boolean() })),
  money: Type.Array(
    Type.Object({ kind: Text, chapter: MaybeText, item: MaybeText, name: Text, amountNok: Nullable(Type.Number()) }),
  ),
  remarks: Type.Array(Type.Object({ code: Text, title: Text, detail: Text })),
})
export type ApprovalView = Static<typeof ApprovalView>
