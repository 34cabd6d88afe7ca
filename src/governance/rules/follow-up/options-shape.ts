import { type Static, Type } from 'typebox'
import { Id, NullableText } from '../../../platform/rules/shapes.ts'
import { Named } from './shapes.ts'

/** What the filters and the forms of the register choose from. */
export const Options = Type.Object({
  years: Type.Array(Type.Integer(), { description: 'Newest first' }),
  goals: Type.Array(
    Type.Object({
      id: Id,
      year: Type.Integer(),
      number: NullableText,
      title: Type.String(),
    }),
  ),
  units: Type.Array(Named),
  people: Type.Array(Type.Object({ id: Id, name: Type.String(), units: Type.Array(Id) })),
})

/** See {@link Options}. */
export type Options = Static<typeof Options>
