import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinPermissions } from '../../platform/rules/permission.ts'
import { organisationKinds } from '../../reference/rules/organisation.ts'
import { mayGiveRole, type RoleGrant } from './give-role.ts'
import { accessPermissions } from './permissions.ts'
import { roles } from './roles.ts'

const { of: permissionsOf } = joinPermissions([{ name: 'access', permissions: accessPermissions }])

const administrator = {
  personId: 'anne',
  permissions: new Set<string>(permissionsOf('administrator', 'municipality')),
  within: new Set(['bodo']),
  entity: new Set(['bodo']),
}
const grant = (more: Partial<RoleGrant> = {}): RoleGrant => ({
  receiverId: 'per',
  role: 'refugee-service',
  organisation: { id: 'bodo', kind: 'municipality' },
  alreadyHeld: [],
  ...more,
})

describe('giving roles', () => {
  it.each([
    ['a role of the own municipality', grant(), 'allowed'],
    ['one’s own role', grant({ receiverId: 'anne' }), 'own-role'],
    ['another municipality', grant({ organisation: { id: 'tromso', kind: 'municipality' } }), 'other-organisation'],
    ['a role of the directorate', grant({ role: 'controller' }), 'role-not-in-kind'],
    ['a role that nobody knows', grant({ role: 'root' }), 'role-not-in-kind'],
    ['the same role again', grant({ alreadyHeld: ['refugee-service'] }), 'role-already-held'],
    ['control of oneself', grant({ role: 'privacy-officer', alreadyHeld: ['administrator'] }), 'roles-conflict'],
    ['power beside control', grant({ role: 'administrator', alreadyHeld: ['privacy-officer'] }), 'roles-conflict'],
  ])('%s', (_, asked, expected) => {
    const answer = mayGiveRole(administrator, asked)
    expect(answer.allowed ? 'allowed' : answer.reason).toBe(expected)
  })

  it('is for administrators only', () => {
    fc.assert(
      fc.property(fc.constantFrom(...roles), fc.constantFrom(...organisationKinds), (role, kind) => {
        const actor = { ...administrator, permissions: new Set<string>(permissionsOf(role, kind)) }
        const asked = grant({ organisation: { id: 'bodo', kind: 'municipality' } })
        return mayGiveRole(actor, asked).allowed === (role === 'administrator' && permissionsOf(role, kind).length > 0)
      }),
    )
  })
})
