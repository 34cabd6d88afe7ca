import { type Static, Type } from 'typebox'
import { commitmentKinds } from './kinds.ts'
import { lights } from './light.ts'
import { commitmentStates } from './state.ts'

/** Text or null. A list of types, not a union: the serialiser decides by typeof instead of by validating. */
export const NullableText = Type.Unsafe<string | null>({ type: ['string', 'null'] })

/** A plain date; of no year so far away that the days around it cannot be counted. */
export const DateText = Type.String({ format: 'date', pattern: '^[12]', description: 'YYYY-MM-DD, 1000 to 2999' })

/** A record's id. */
export const Id = Type.String({ format: 'uuid' })

/** A record's id, or none. */
export const NullableId = Type.Union([Id, Type.Null()])

/** The version of the commitment that the writer saw; another one answers `changed-by-other`. */
export const Version = Type.Integer({ minimum: 1, description: 'The version that the writer saw' })

/** The version in the address, for DELETE, which has no body. */
export const VersionQuery = Type.Object({ version: Type.String({ pattern: '^[0-9]{1,9}$' }) })

/** Kind of commitment. */
export const Kind = Type.Enum([...commitmentKinds])

/** State of a commitment. */
export const State = Type.Enum([...commitmentStates])

/** A light. */
export const Light = Type.Enum([...lights])

/** A light, or null when nobody has assessed yet. */
export const NullableLight = Type.Unsafe<(typeof lights)[number] | null>({ type: ['string', 'null'] })

/** The parameters of a route about one record. */
export const IdParams = Type.Object({ id: Id })

/** What every write on a commitment answers: the version to send with the next one. */
export const Written = Type.Object({ version: Type.Integer() })
/** See {@link Written}. */
export type Written = Static<typeof Written>

/** A name that stands for a record. */
export const Named = Type.Object({ id: Id, name: Type.String() })

/** A line of text that someone writes; the limit keeps mistakes out, not work. */
export const Line = Type.String({ maxLength: 500 })

/** A text that someone writes. */
export const Body = Type.String({ maxLength: 20_000 })
