import { Type } from 'typebox'
import { Id } from '../../../platform/rules/shapes.ts'
import { commitmentKinds } from './kinds.ts'
import { lights } from './light.ts'
import { commitmentStates } from './state.ts'

/** Kind of commitment. */
export const Kind = Type.Enum([...commitmentKinds])

/** State of a commitment. */
export const State = Type.Enum([...commitmentStates])

/** A light. */
export const Light = Type.Enum([...lights])

/** A light, or null when nobody has assessed yet. */
export const NullableLight = Type.Unsafe<(typeof lights)[number] | null>({ type: ['string', 'null'] })

/** A name that stands for a record. */
export const Named = Type.Object({ id: Id, name: Type.String() })

/** A line of text that someone writes; the limit keeps mistakes out, not work. */
export const Line = Type.String({ maxLength: 500 })

/** A text that someone writes. */
export const Body = Type.String({ maxLength: 20_000 })
