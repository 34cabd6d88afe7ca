import { Type } from 'typebox'
import { Id, NullableId, NullableText, Version } from '../../platform/rules/shapes.ts'
import { organisationKinds } from './organisation.ts'

/** One of the kinds of organisation. */
export const OrganisationKindShape = Type.Union(organisationKinds.map((kind) => Type.Literal(kind)))

/** An organisation as lists and choices show it. */
export const OrganisationItem = Type.Object({
  id: Id,
  kind: OrganisationKindShape,
  name: Type.String(),
  number: NullableText,
  municipalityNumber: NullableText,
  parentId: NullableId,
  writtenLanguage: Type.Union([Type.Literal('nb'), Type.Literal('nn'), Type.Literal('neutral')]),
  version: Type.Integer(),
})

/** What an organisation may change about itself: its names, and the language that it is written to in. */
export const OrganisationBody = Type.Object({
  nameNb: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  nameNn: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  writtenLanguage: Type.Union([Type.Literal('nb'), Type.Literal('nn'), Type.Literal('neutral')]),
  version: Version,
})
