import { type Static, Type } from 'typebox'
import { AnyDate, Id, Nullable, NullableText } from '../../platform/rules/shapes.ts'

const Nok = Nullable(Type.Integer({ description: 'Whole kroner' }))

const Part = {
  kind: Type.Union([Type.Literal('binding'), Type.Literal('recipient')]),
  name: Type.String(),
  amountNok: Nok,
  letter: Id,
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
  name: NullableText,
  items: Type.Array(Item),
  sums: Type.Array(
    Type.Object({
      letter: Id,
      stated: Nok,
      computed: Type.Integer(),
      agrees: Nullable(Type.Boolean()),
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
      id: Id,
      title: Type.String(),
      kind: Type.Union([
        Type.Literal('allocation-letter'),
        Type.Literal('supplement'),
        Type.Literal('assignment-letter'),
        Type.Literal('instruction'),
      ]),
      date: Nullable(AnyDate),
    }),
  ),
  chapters: Type.Array(Chapter),
  loose: Type.Array(Type.Object({ ...Part, chapter: NullableText, item: NullableText })),
  total: Type.Integer(),
  lastYear: Nok,
  change: Nok,
})

/** A year's money as the screen gets it. */
export type YearMoneyAnswer = Static<typeof YearMoneyAnswer>
