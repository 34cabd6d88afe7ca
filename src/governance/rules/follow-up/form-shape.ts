import { type Static, Type } from 'typebox'
import { Id, NullableId, NullableText } from '../../../platform/rules/shapes.ts'
import { Kind } from './shapes.ts'

/** What a form is made for: a year, and in it a goal, a unit, or both. */
export const FormQuery = Type.Object({
  year: Type.String({ pattern: '^[0-9]{4}$' }),
  goal: Type.Optional(Id),
  unit: Type.Optional(Id),
})

const Activity = Type.Object({
  id: Id,
  version: Type.Integer(),
  mayWrite: Type.Boolean(),
  ownerUnit: NullableId,
  unit: NullableText,
  activity: Type.String(),
  indicator: Type.String(),
  achievement: Type.String(),
  deviation: Type.String(),
  remark: Type.String(),
  measuresDone: Type.String(),
  measuresPlanned: Type.String(),
})

/** The form: requirements in the letter's order, under each its activities. */
export const FormAnswer = Type.Object({
  requirements: Type.Array(
    Type.Object({
      id: Id,
      kind: Kind,
      code: NullableText,
      title: Type.String(),
      goal: NullableText,
      requirements: Type.Array(Type.String(), { description: 'Results requirements as the letter words them' }),
      reporting: NullableText,
      unit: NullableText,
      mayWrite: Type.Boolean({
        description: 'Whether the reader owns it; a unit writes its own rows under others’ too',
      }),
      activities: Type.Array(Activity),
    }),
  ),
})
/** See {@link FormAnswer}. */
export type FormAnswer = Static<typeof FormAnswer>
