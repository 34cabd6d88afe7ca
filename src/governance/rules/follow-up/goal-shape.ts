import { type TInteger, Type } from 'typebox'
import { Id, Nullable, NullableId, NullableText } from '../../../platform/rules/shapes.ts'
import { standingCounts } from './counts.ts'
import { ListRow } from './list-shape.ts'

/** How a set of commitments stands, each number the length of the list that its filter opens. */
export const Standing = Type.Object(
  Object.fromEntries(standingCounts.map((name) => [name, Type.Integer()])) as Record<
    (typeof standingCounts)[number],
    TInteger
  >,
)

/** A goal of a year with how it stands. */
export const GoalLine = Type.Object({
  id: Id,
  year: Type.Integer(),
  number: Type.Union([Type.String(), Type.Null()], { description: 'Null where the letter gives no number' }),
  title: Type.String(),
  standing: Standing,
  next: { ...NullableText, description: 'The day by which something of it is due next' },
})

/** The goals of a year, and how what belongs to no goal stands. */
export const GoalsAnswer = Type.Object({ goals: Type.Array(GoalLine) })

/** One goal with its parameters, requirements and assignments. */
export const GoalAnswer = Type.Object({
  ...GoalLine.properties,
  letter: Nullable(Type.Object({ id: Id, title: Type.String() })),
  rows: Type.Array(Type.Object({ ...ListRow.properties, requirements: Type.Array(Type.String()) })),
})

/** One owner with how her or its commitments stand. */
export const OwnerLine = Type.Object({
  kind: Type.Enum(['unit', 'person', 'none']),
  id: NullableId,
  name: NullableText,
  standing: Standing,
  next: { ...NullableText, description: 'The day by which something of it is due next' },
})

/** All owners of a year's commitments. */
export const OwnersAnswer = Type.Object({ owners: Type.Array(OwnerLine) })
