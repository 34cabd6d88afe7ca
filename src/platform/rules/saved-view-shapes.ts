import { type Static, Type } from 'typebox'
import { Id } from './shapes.ts'

/** What one keeps of how one looks at a list. */
export const ViewBody = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
  query: Type.String({ maxLength: 2000, description: 'What stands after the question mark in the page’s address' }),
  shared: Type.Boolean({ description: 'Others in one’s organisation may use it' }),
})

/** The page whose list it is. */
export const ViewPage = Type.Object({ page: Type.String({ pattern: '^(/[a-z-]+)+$', maxLength: 100 }) })

/** The views of one page: own ones, and those that others share. */
export const ViewsAnswer = Type.Object({
  views: Type.Array(Type.Object({ id: Id, ...ViewBody.properties, own: Type.Boolean() })),
})

/** A view that has been kept. */
export type SavedView = Static<typeof ViewsAnswer>['views'][number]
