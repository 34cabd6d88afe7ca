import { type TSchema, Type } from 'typebox'
import { NullableText } from './shapes.ts'

/** How much of a list is asked for: part of the question of every list. */
export const pageQuestion = {
  limit: Type.Optional(Type.String({ pattern: '^([1-9]|[1-9][0-9]|1[0-9]{2}|200)$', description: '1–200, else 50' })),
  after: Type.Optional(Type.String({ maxLength: 2000, description: '`next` of the page before' })),
}

/** One page of a list, how many rows it has in all (told with the first page), and the way to the next page. */
export const ListOf = <Row extends TSchema>(row: Row) =>
  Type.Object({
    total: Type.Union([Type.Integer(), Type.Null()]),
    beyond: Type.Optional(Type.Boolean({ description: 'There are more than `total`: the count stopped there' })),
    rows: Type.Array(row),
    next: NullableText,
  })
