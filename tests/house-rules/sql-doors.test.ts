import { expect, it } from 'vitest'
import { modules } from '../../src/app/modules.ts'
import { platformDoors } from '../../src/platform/server/module.ts'
import { sources } from './sources.ts'

/**
 * Modules meet in SQL at doors: views and functions that the owner declares. The schema of a module has its name; history's
 * tables begin with the schema of the table that they keep.
 */
const owners = ['platform', ...modules.map(({ name }) => name)]
const doors = new Set([...platformDoors, ...modules.flatMap(({ doors: open = [] }) => open)])
const named = new RegExp(`\\b(${owners.join('|')}|history)\\.([a-z]\\w*)`, 'g')

/** Names of tables, views and functions in a file's templates, with the schema of their owner. */
const namesIn = (text: string): { name: string; owner: string }[] =>
  [...text.matchAll(/`[^`]*`/g)].flatMap(([template]) =>
    /\b(select|insert|update|delete|with)\b/.test(template)
      ? [...template.matchAll(named)].map(([name, schema = '', rest = '']) => ({
          name,
          owner: schema === 'history' ? (rest.split('_')[0] ?? '') : schema,
        }))
      : [],
  )

const files = sources('src', '.ts').filter(({ path }) => !/\.test\.ts$|\/testing\b|\/(web|rules|cli)\//.test(path))

it.each(owners)('%s reads of others what they have opened', (module) => {
  const behind = files
    .filter(({ path }) => path.startsWith(`src/${module}/`))
    .flatMap(({ path, text }) =>
      namesIn(text)
        .filter(({ name, owner }) => owner !== module && owners.includes(owner) && !doors.has(name))
        .map(({ name }) => `${path}: ${name}`),
    )
  expect([...new Set(behind)]).toEqual([])
})

it('sees a table behind a door', () => {
  expect(namesIn('tx.sql`select 1 from access.membership m join history.access_account a`')).toEqual([
    { name: 'access.membership', owner: 'access' },
    { name: 'history.access_account', owner: 'access' },
  ])
})
