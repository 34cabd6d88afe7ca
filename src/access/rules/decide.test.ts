import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinPermissions } from '../../platform/rules/permission.ts'
import { organisationKinds } from '../../reference/rules/organisation.ts'
import { type DecisionActor, type DecisionSubject, decide } from './decide.ts'
import { accessPermissions } from './permissions.ts'
import { rolesIn } from './roles.ts'

const words = { nb: '', nn: '', en: '' }
const { declared } = joinPermissions([
  { name: 'access', permissions: accessPermissions },
  {
    name: 'letters',
    permissions: {
      'letter.read': { reach: 'all', meaning: '', words, roles: {} },
      'letter.approve': { reach: 'all', meaning: '', words, roles: {} },
      'followup.write': { reach: 'entity', meaning: '', words, roles: {} },
    },
  },
])
const allPermissions = Object.keys(declared)

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
    const decision = decide(declared, actor, permission, subject)
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
          actor.permissions.has(permission) || !decide(declared, actor, permission, subject).allowed,
      ),
    )
  })

  it('never allows more with less: taking a permission or an organisation away opens nothing', () => {
    fc.assert(
      fc.property(anyActor, fc.constantFrom(...allPermissions), anySubject, (actor, permission, subject) => {
        const poorer = { ...actor, within: new Set<string>(), entity: new Set<string>() }
        return (
          decide(declared, actor, permission, subject).allowed || !decide(declared, poorer, permission, subject).allowed
        )
      }),
    )
  })
})

it('every kind of organisation has a role', () => {
  for (const kind of organisationKinds) expect(rolesIn(kind), kind).not.toEqual([])
})
