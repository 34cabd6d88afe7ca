import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { organisationKinds } from '../../reference/rules/organisation.ts'
import { type DecisionActor, type DecisionSubject, decide } from './decide.ts'
import { allPermissions, isPermission, type Permission, permissions, systemPermissions } from './permissions.ts'
import { permissionsOf, roles, rolesIn } from './roles.ts'

const actorWith = (granted: readonly string[], more: Partial<DecisionActor> = {}): DecisionActor => ({
  personId: 'ingrid',
  permissions: new Set(granted),
  within: new Set(['analysis']),
  entity: new Set(['directorate', 'analysis', 'grants']),
  ...more,
})

describe('decisions', () => {
  const cases: [string, DecisionActor, string, DecisionSubject | undefined, string][] = [
    ['nobody', actorWith(['letter.read'], { personId: null }), 'letter.read', undefined, 'not-logged-in'],
    ['a word outside the list', actorWith(['letter.burn']), 'letter.burn', undefined, 'unknown-permission'],
    ['a name that objects inherit', actorWith(['toString']), 'toString', undefined, 'unknown-permission'],
    ['without the permission', actorWith(['letter.read']), 'letter.approve', undefined, 'no-permission'],
    ['reading a letter', actorWith(['letter.read']), 'letter.read', { organisationId: 'elsewhere' }, 'allowed'],
    [
      'writing in a sister unit',
      actorWith(['followup.write']),
      'followup.write',
      { organisationId: 'grants' },
      'allowed',
    ],
    [
      'writing elsewhere',
      actorWith(['followup.write']),
      'followup.write',
      { organisationId: 'bodo' },
      'other-organisation',
    ],
    [
      'writing nowhere',
      actorWith(['followup.write']),
      'followup.write',
      { organisationId: null },
      'other-organisation',
    ],
    [
      'roles in the own unit',
      actorWith(['access.administer']),
      'access.administer',
      { organisationId: 'analysis' },
      'allowed',
    ],
    [
      'roles above',
      actorWith(['access.administer']),
      'access.administer',
      { organisationId: 'directorate' },
      'other-organisation',
    ],
    ['one’s own notices', actorWith(['notification.own']), 'notification.own', { personId: 'ingrid' }, 'allowed'],
    ['another’s notices', actorWith(['notification.own']), 'notification.own', { personId: 'ola' }, 'other-person'],
    ['nobody’s notices', actorWith(['notification.own']), 'notification.own', {}, 'other-person'],
  ]
  it.each(cases)('%s', (_, actor, permission, subject, expected) => {
    const decision = decide(actor, permission, subject)
    expect(decision.allowed ? 'allowed' : decision.reason).toBe(expected)
  })

  const anyActor = fc.record({
    personId: fc.option(fc.constantFrom('ingrid', 'ola')),
    permissions: fc.subarray([...allPermissions]).map((list) => new Set<string>(list)),
    within: fc.subarray(['a', 'b']).map((list) => new Set(list)),
    entity: fc.subarray(['a', 'b', 'c']).map((list) => new Set(list)),
  })
  const anySubject = fc.record({
    organisationId: fc.constantFrom('a', 'b', 'c', 'd', null),
    personId: fc.constantFrom('ingrid', 'ola', null),
  })

  it('never allows what was not given, whoever asks about whatever', () => {
    fc.assert(
      fc.property(
        anyActor,
        fc.oneof(fc.constantFrom(...allPermissions), fc.string()),
        anySubject,
        (actor, permission, subject) =>
          actor.permissions.has(permission) || !decide(actor, permission, subject).allowed,
      ),
    )
  })

  it('never allows more with less: taking a permission or an organisation away opens nothing', () => {
    fc.assert(
      fc.property(anyActor, fc.constantFrom(...allPermissions), anySubject, (actor, permission, subject) => {
        const poorer = { ...actor, within: new Set<string>(), entity: new Set<string>() }
        return decide(actor, permission, subject).allowed || !decide(poorer, permission, subject).allowed
      }),
    )
  })
})

describe('the table of roles', () => {
  it('gives nobody what only the system may hold', () => {
    const given = roles.flatMap((role) => organisationKinds.flatMap((kind) => [...permissionsOf(role, kind)]))
    expect(systemPermissions.filter((permission) => given.includes(permission))).toEqual([])
  })

  it('gives every other permission to somebody, once in each list', () => {
    const lists = roles.flatMap((role) => organisationKinds.map((kind) => permissionsOf(role, kind)))
    for (const list of lists) expect(new Set(list).size).toBe(list.length)
    const given = new Set<Permission>(lists.flat())
    expect(allPermissions.filter((one) => !given.has(one) && !systemPermissions.some((two) => two === one))).toEqual([])
  })

  it.each([
    ['controller', 'directorate-unit', 'letter.approve', true],
    ['caseworker', 'directorate-unit', 'letter.approve', false],
    ['controller', 'municipality', 'letter.read', false],
    ['administrator', 'municipality', 'access.administer', true],
    ['administrator', 'municipality', 'letter.read', false],
    ['privacy-officer', 'municipality', 'access.log.search-all', false],
    ['interpreter', 'interpreter', 'organisation.read', false],
    ['king', 'directorate-unit', 'letter.read', false],
    ['controller', 'constructor', 'letter.read', false],
  ])('%s in %s: %s is %s', (role, kind, permission, expected) => {
    expect(permissionsOf(role, kind).some((one) => one === permission)).toBe(expected)
  })

  it('has a role for every kind of organisation', () => {
    for (const kind of organisationKinds) expect(rolesIn(kind), kind).not.toEqual([])
  })

  it('says what every permission means', () => {
    for (const permission of allPermissions) expect(permissions[permission].meaning.length).toBeGreaterThan(10)
    expect(isPermission('hasOwnProperty')).toBe(false)
  })
})
