import type { OrganisationKind } from '../../reference/rules/organisation.ts'
import { type DecisionActor, decide, type Refusal } from './decide.ts'
import { accessPermissions } from './permissions.ts'
import { isRole, type Role, rolesIn } from './roles.ts'

/** A role grant that somebody is about to make. */
export interface RoleGrant {
  readonly receiverId: string
  readonly role: string
  readonly organisation: { readonly id: string; readonly kind: OrganisationKind }
  /** The roles that the receiver already has in the same organisation. */
  readonly alreadyHeld: readonly string[]
}

/** Why a role cannot be granted. */
export type GrantRefusal = Refusal | 'own-role' | 'role-not-in-kind' | 'role-already-held' | 'roles-conflict'

/**
 * Roles that one person must not hold together in one organisation. The privacy officer controls the administrator
 * and must not be in a conflict of interest (GDPR article 38 no. 6).
 */
const conflicts: readonly (readonly [Role, Role])[] = [['privacy-officer', 'administrator']]

/**
 * Decides whether an actor may give a role. An administrator gives roles only in the own organisation and below it,
 * only such as exist there, and never to herself: nobody climbs by their own hand.
 */
export const mayGiveRole = (
  actor: DecisionActor,
  grant: RoleGrant,
): { allowed: true } | { allowed: false; reason: GrantRefusal } => {
  const decision = decide(accessPermissions, actor, 'access.administer', { organisationId: grant.organisation.id })
  if (!decision.allowed) return decision
  const refuse = (reason: GrantRefusal) => ({ allowed: false, reason }) as const
  if (grant.receiverId === actor.personId) return refuse('own-role')
  if (!isRole(grant.role) || !rolesIn(grant.organisation.kind).includes(grant.role)) return refuse('role-not-in-kind')
  if (grant.alreadyHeld.includes(grant.role)) return refuse('role-already-held')
  const clash = conflicts.some(
    ([one, other]) =>
      (grant.role === one && grant.alreadyHeld.includes(other)) ||
      (grant.role === other && grant.alreadyHeld.includes(one)),
  )
  return clash ? refuse('roles-conflict') : { allowed: true }
}
