import { type Static, Type } from 'typebox'
import { Id, NullableText, Version } from '../../../platform/rules/shapes.ts'
import { Body, Line } from '../follow-up/shapes.ts'
import { type measureReasons, measureWays } from './propose.ts'

/** How one steering parameter is to be measured. */
export const ParameterMeasure = Type.Object({
  commitment: Id,
  code: NullableText,
  title: Type.String(),
  goal: NullableText,
  requirements: Type.Array(Type.String()),
  letter: Id,
  letterTitle: Type.String(),
  way: Type.Enum([...measureWays]),
  figure: NullableText,
  outsideSource: NullableText,
  /** Why it was proposed; null when a person has decided. */
  reasonCode: Type.Unsafe<(typeof measureReasons)[number] | null>({ type: ['string', 'null'] }),
  register: NullableText,
  reason: { ...Type.String(), description: 'In the words of the person who decided' },
  sentence: { ...Type.String(), description: 'To send to the ministry; empty when it can be measured' },
  confirmed: Type.Boolean(),
  decidedBy: NullableText,
  version: Type.Integer({ description: 'To send with the next change' }),
})
/** See {@link ParameterMeasure}. */
export type ParameterMeasure = Static<typeof ParameterMeasure>

/** The answer of GET /api/measurability. */
export const MeasurabilityAnswer = Type.Object({
  year: Type.Integer(),
  years: Type.Array(Type.Integer()),
  parameters: Type.Array(ParameterMeasure),
})
/** See {@link MeasurabilityAnswer}. */
export type MeasurabilityAnswer = Static<typeof MeasurabilityAnswer>

/** What a person decides. */
export const MeasureDecision = Type.Object({
  version: Version,
  way: Type.Enum([...measureWays]),
  figure: Type.Optional(Line),
  outsideSource: Type.Optional(Line),
  reason: Body,
  sentence: Body,
})
/** See {@link MeasureDecision}. */
export type MeasureDecision = Static<typeof MeasureDecision>
