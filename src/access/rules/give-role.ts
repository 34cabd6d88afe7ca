import type { OrganisationKind } from '../../reference/rules/organisation.ts'
import { type DecisionActor, decide, type Refusal } from './decide.ts'
import { accessPermissions } from './permissions.ts'
import { isRole, type Role, rolesIn } from './roles.ts'

/** A role that somebody is about to give. */
export interface RoleGift {
  readonly receiverId: string
  readonly role: string
  readonly organisation: { readonly id: string; readonly kind: OrganisationKind }
  /** The roles that the receiver already has in the same organisation. */
  readonly alreadyHeld: readonly string[]
}

/** Why a role cannot be given. */
export type GiftRefusal = Refusal | 'own-role' | 'role-not-in-kind' | 'role-already-held' | 'roles-conflict'

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
  gift: RoleGift,
): { allowed: true } | { allowed: false; reason: GiftRefusal } => {
  const decision = decide(accessPermissions, actor, 'access.administer', { organisationId: gift.organisation.id })
  if (!decision.allowed) return decision
  const refuse = (reason: GiftRefusal) => ({ allowed: false, reason }) as const
  if (gift.receiverId === actor.personId) return refuse('own-role')
  if (!isRole(gift.role) || !rolesIn(gift.organisation.kind).includes(gift.role)) return refuse('role-not-in-kind')
  if (gift.alreadyHeld.includes(gift.role)) return refuse('role-already-held')
  const clash = conflicts.some(
    ([one, other]) =>
      (gift.role === one && gift.alreadyHeld.includes(other)) ||
      (gift.role === other && gift.alreadyHeld.includes(one)),
  )
  return clash ? refuse('roles-conflict') : { allowed: true }
}
