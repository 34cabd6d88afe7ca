import { type Static, Type } from 'typebox'
import { DateText, Id, Nullable, NullableId, NullableText } from '../../../platform/rules/shapes.ts'
import { Kind, Light, Named, NullableLight, State } from './shapes.ts'

const NullableNamed = Nullable(Named)

/** Another commitment as a link to it. */
export const CommitmentLink = Type.Object({
  id: Id,
  kind: Kind,
  code: NullableText,
  title: Type.String(),
  year: Type.Integer(),
  state: State,
  light: NullableLight,
  due: NullableText,
})

/** A step of an assignment's life across letters. */
export const ChainStep = Type.Object({
  id: NullableId,
  code: NullableText,
  title: NullableText,
  state: Nullable(State),
  relation: NullableText,
  letter: Nullable(Type.Object({ id: Id, title: Type.String(), date: NullableText })),
  current: Type.Boolean(),
})

/** See {@link ChainStep}. */
export type ChainStep = Static<typeof ChainStep>

/** All about one commitment. */
export const Detail = Type.Object({
  id: Id,
  kind: Kind,
  code: NullableText,
  title: Type.String(),
  year: Type.Integer(),
  grouping: NullableText,
  purpose: NullableText,
  baseline: NullableText,
  description: NullableText,
  frequency: NullableText,
  recurrence: NullableText,
  deadlineText: NullableText,
  lead: NullableText,
  partners: Type.Array(Type.String()),
  financing: NullableText,
  state: State,
  stateReason: NullableText,
  light: NullableLight,
  due: NullableText,
  version: Type.Integer(),
  unchecked: Type.Boolean({ description: 'Nobody had checked it in the letter when that was approved' }),
  mayWrite: Type.Boolean({ description: 'It is the reader’s own, or the reader assigns owners' }),
  unit: NullableNamed,
  person: NullableNamed,
  goal: Nullable(Type.Object({ id: Id, number: NullableText, title: Type.String() })),
  parent: Type.Union([
    Type.Object({
      ...CommitmentLink.properties,
      owner: Type.Union([Type.String(), Type.Null()], {
        description: 'Person and unit; a part that nobody owns is theirs',
      }),
    }),
    Type.Null(),
  ]),
  parts: Type.Array(CommitmentLink, { description: 'Milestones and sub-assignments' }),
  requirements: Type.Array(
    Type.Object({
      id: Id,
      text: Type.String(),
      comparison: NullableText,
      number: Nullable(Type.Number()),
      unit: NullableText,
      subRequirement: NullableText,
    }),
  ),
  deadlines: Type.Array(
    Type.Object({ id: Id, due: DateText, label: NullableText, metOn: NullableText, own: Type.Boolean() }),
  ),
  notes: Type.Array(
    Type.Object({
      id: Id,
      at: Type.String(),
      by: NullableText,
      light: Light,
      note: Type.String(),
      deviation: Type.String(),
      measures: Type.String(),
    }),
    { description: 'Newest first' },
  ),
  deliveries: Type.Array(
    Type.Object({
      id: Id,
      on: DateText,
      recipient: Type.String(),
      note: Type.String(),
      meets: Type.String(),
      deadline: NullableId,
      by: NullableText,
      document: Nullable(Type.Object({ name: Type.String(), size: Type.Integer() })),
    }),
  ),
  waitsFor: Type.Array(Type.Object({ ...CommitmentLink.properties, note: Type.String() })),
  awaitedBy: Type.Array(Type.Object({ ...CommitmentLink.properties, note: Type.String() })),
  chain: Type.Array(ChainStep),
  activities: Type.Integer({ description: 'Rows in the reporting form' }),
  letter: Type.Union([
    Type.Object({
      id: Id,
      title: Type.String(),
      date: NullableText,
      reference: NullableText,
      passage: Type.Union([
        Type.Object({ before: Type.String(), quoted: Type.String(), after: Type.String() }),
        Type.Null(),
      ]),
    }),
    Type.Null(),
  ]),
})

/** See {@link Detail}. */
export type Detail = Static<typeof Detail>
