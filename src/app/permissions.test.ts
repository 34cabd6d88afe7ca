import { expect, it } from 'vitest'
import { roles } from '../access/rules/roles.ts'
import { joinPermissions } from '../platform/rules/permission.ts'
import { organisationKinds } from '../reference/rules/organisation.ts'
import { modules, permissions } from './modules.ts'
import { refuseUndeclared } from './undeclared.ts'

/** What each role may do in each kind of organisation, all modules together: a change of this is a decision about access. */
const table = {
  'caseworker in directorate-unit': [
    'calendar.own',
    'export.own',
    'figures.read',
    'followup.internal',
    'followup.read',
    'followup.write',
    'letter.read',
    'money.read',
    'notification.own',
    'organisation.read',
    'people.read',
    'search.use',
    'test-inbox.read',
    'view.save',
  ],
  'controller in directorate-unit': [
    'calendar.own',
    'export.own',
    'figures.read',
    'followup.assign',
    'followup.internal',
    'followup.lead',
    'followup.read',
    'followup.write',
    'letter.approve',
    'letter.check',
    'letter.read',
    'measurability.write',
    'money.read',
    'notification.own',
    'organisation.read',
    'people.read',
    'search.use',
    'test-inbox.read',
    'view.save',
  ],
  'leader in directorate-unit': [
    'calendar.own',
    'export.own',
    'figures.read',
    'followup.assign',
    'followup.internal',
    'followup.lead',
    'followup.read',
    'followup.write',
    'letter.approve',
    'letter.check',
    'letter.read',
    'money.read',
    'notification.own',
    'organisation.read',
    'people.read',
    'search.use',
    'test-inbox.read',
    'view.save',
  ],
  'leader in municipality': [
    'calendar.own',
    'export.own',
    'notification.own',
    'organisation.read',
    'people.read',
    'search.use',
    'test-inbox.read',
    'view.save',
  ],
  'administrator in directorate-unit': [
    'access.administer',
    'calendar.own',
    'export.own',
    'followup.read',
    'letter.read',
    'notification.own',
    'organisation.read',
    'organisation.write',
    'people.read',
    'search.use',
    'test-inbox.read',
    'view.save',
  ],
  'administrator in municipality': [
    'access.administer',
    'calendar.own',
    'export.own',
    'notification.own',
    'organisation.read',
    'organisation.write',
    'people.read',
    'search.use',
    'test-inbox.read',
    'view.save',
  ],
  'administrator in county-governor': [
    'access.administer',
    'calendar.own',
    'export.own',
    'notification.own',
    'organisation.read',
    'organisation.write',
    'people.read',
    'search.use',
    'test-inbox.read',
    'view.save',
  ],
  'administrator in reception-centre': [
    'access.administer',
    'calendar.own',
    'export.own',
    'notification.own',
    'organisation.read',
    'organisation.write',
    'people.read',
    'search.use',
    'test-inbox.read',
    'view.save',
  ],
  'administrator in ministry': [
    'access.administer',
    'calendar.own',
    'export.own',
    'notification.own',
    'organisation.read',
    'organisation.write',
    'people.read',
    'search.use',
    'test-inbox.read',
    'view.save',
  ],
  'administrator in organisation': [
    'access.administer',
    'calendar.own',
    'export.own',
    'notification.own',
    'organisation.read',
    'organisation.write',
    'people.read',
    'search.use',
    'test-inbox.read',
    'view.save',
  ],
  'privacy-officer in directorate-unit': [
    'access.log.search',
    'access.log.search-all',
    'audit.read',
    'calendar.own',
    'export.own',
    'notification.own',
    'organisation.read',
    'people.read',
    'search.use',
    'test-inbox.read',
    'view.save',
  ],
  'privacy-officer in municipality': [
    'access.log.search',
    'calendar.own',
    'export.own',
    'notification.own',
    'organisation.read',
    'people.read',
    'search.use',
    'test-inbox.read',
    'view.save',
  ],
  'ministry-contact in ministry': [
    'calendar.own',
    'export.own',
    'followup.read',
    'letter.read',
    'money.read',
    'notification.own',
    'organisation.read',
    'people.read',
    'search.use',
    'test-inbox.read',
    'view.save',
  ],
  'refugee-service in municipality': [
    'calendar.own',
    'export.own',
    'notification.own',
    'organisation.read',
    'people.read',
    'search.use',
    'test-inbox.read',
    'view.save',
  ],
  'county-governor-adviser in county-governor': [
    'calendar.own',
    'export.own',
    'notification.own',
    'organisation.read',
    'people.read',
    'search.use',
    'test-inbox.read',
    'view.save',
  ],
  'reception-centre-staff in reception-centre': [
    'calendar.own',
    'export.own',
    'notification.own',
    'organisation.read',
    'people.read',
    'search.use',
    'test-inbox.read',
    'view.save',
  ],
  'organisation-applicant in organisation': [
    'calendar.own',
    'export.own',
    'notification.own',
    'organisation.read',
    'people.read',
    'search.use',
    'test-inbox.read',
    'view.save',
  ],
  'interpreter in interpreter': ['calendar.own', 'export.own', 'notification.own', 'search.use', 'view.save'],
  'public-person in public': ['calendar.own', 'export.own', 'notification.own', 'search.use', 'view.save'],
}

it('each role holds in each kind of organisation exactly what the table says', () => {
  const held = roles.flatMap((role) =>
    organisationKinds.map((kind) => [`${role} in ${kind}`, [...permissions.of(role, kind)].sort()] as const),
  )
  expect(Object.fromEntries(held.filter(([, list]) => list.length > 0))).toEqual(table)
})

it('the permissions reach as far as decided', () => {
  const reaching = (reach: string) =>
    Object.keys(permissions.declared).filter((name) => permissions.declared[name]?.reach === reach)
  expect(reaching('self').sort()).toEqual(['calendar.own', 'export.own', 'notification.own'])
  expect(reaching('organisation').sort()).toEqual([
    'access.administer',
    'access.log.search',
    'followup.write',
    'organisation.write',
  ])
  expect(reaching('entity').sort()).toEqual(['followup.lead', 'people.read', 'view.save'])
})

it('only the system holds what no role is given', () => {
  const { declared } = permissions
  const kinds = (name: string) => Object.values(declared[name]?.roles ?? {}).flat()
  expect(Object.keys(declared).filter((name) => kinds(name).length === 0)).toEqual(['login.complete'])
})

it('a name that objects inherit is no role, no kind and gives nothing', () => {
  expect([permissions.of('constructor', 'directorate-unit'), permissions.of('controller', 'length')]).toEqual([[], []])
})

it.each(Object.entries(permissions.declared))('%s is said in words in each language', (_name, { meaning, words }) => {
  expect(meaning.length).toBeGreaterThan(10)
  expect([words.nb, words.nn, words.en].filter((text) => text.trim() === '')).toEqual([])
})

it('two modules cannot declare the same permission', () => {
  const again = { name: 'other', permissions: permissions.declared }
  expect(() => joinPermissions([again, ...modules.filter(({ name }) => name === 'figures')])).toThrow(
    'figures declares what another module has declared: figures.read',
  )
})

it.each([
  [
    'a route',
    [{ method: 'GET', url: '/api/things', access: { permission: 'thing.read' }, problems: [], module: 'thing' }],
    [],
  ],
  ['a search', [], [{ name: 'thing', searches: [{ permission: 'thing.read', search: async () => [] }] }]],
  ['a history', [], [{ name: 'thing', histories: { thing: { table: 'thing.thing', permission: 'thing.read' } } }]],
])('%s of a permission that no module declares keeps the server from starting', (_what, routes, having) => {
  expect(() => refuseUndeclared(permissions, routes, having)).toThrow('thing.read')
})
