import { expect, it } from 'vitest'
import { permissions } from '../../src/app/modules.ts'
import { sources } from './sources.ts'

/** Where a permission does something: routes and server code, row-level policies, screens. Its declaration is not such a place. */
const places = [
  ...sources('src', '.ts', '.tsx').filter(
    ({ path }) => /\/(server|web)\//.test(path) && !/\.test\.tsx?$/.test(path) && !/\/testing\//.test(path),
  ),
  ...sources('db/migrations', '.sql'),
]

it.each(Object.keys(permissions.declared))('%s is asked for by a route, a policy or a screen', (permission) => {
  expect(places.filter(({ text }) => text.includes(`'${permission}'`)).map(({ path }) => path)).not.toEqual([])
})
