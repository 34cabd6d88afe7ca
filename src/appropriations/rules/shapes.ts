import { type Static, type TSchema, Type } from 'typebox'

const OrNull = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()])

const Nok = OrNull(Type.Integer({ description: 'Whole kroner' }))

const Part = {
  kind: Type.Union([Type.Literal('binding'), Type.Literal('recipient')]),
  name: Type.String(),
  amountNok: Nok,
  letter: Type.String({ format: 'uuid' }),
}

const Item = Type.Object({
  item: Type.String(),
  name: Type.String(),
  keywords: Type.Array(Type.String()),
  amounts: Type.Array(Nok, { description: 'One for each letter, in the order of `letters`' }),
  total: Nok,
  lastYear: Nok,
  change: Nok,
  ceased: Type.Boolean(),
  parts: Type.Array(Type.Object(Part)),
  bound: Type.Integer(),
  overBound: Type.Boolean(),
})

const Chapter = Type.Object({
  chapter: Type.String(),
  name: OrNull(Type.String()),
  items: Type.Array(Item),
  sums: Type.Array(
    Type.Object({
      letter: Type.String({ format: 'uuid' }),
      stated: Nok,
      computed: Type.Integer(),
      agrees: OrNull(Type.Boolean()),
    }),
  ),
  total: Type.Integer(),
  lastYear: Nok,
  change: Nok,
})

/** The answer of GET /api/appropriations: a year's money, and the years that there is money for. */
export const YearMoneyAnswer = Type.Object({
  years: Type.Array(Type.Integer(), { description: 'Years with money, newest first' }),
  year: Type.Integer(),
  letters: Type.Array(
    Type.Object({
      id: Type.String({ format: 'uuid' }),
      title: Type.String(),
      kind: Type.Union([
        Type.Literal('allocation-letter'),
        Type.Literal('supplement'),
        Type.Literal('assignment-letter'),
        Type.Literal('instruction'),
      ]),
      date: OrNull(Type.String({ format: 'date' })),
    }),
  ),
  chapters: Type.Array(Chapter),
  loose: Type.Array(Type.Object({ ...Part, chapter: OrNull(Type.String()), item: OrNull(Type.String()) })),
  total: Type.Integer(),
  lastYear: Nok,
  change: Nok,
})

/** A year's money as the screen gets it. */
export type YearMoneyAnswer = Static<typeof YearMoneyAnswer>
