import type { Reach } from '../../platform/rules/permission.ts'

/** The one who asks: what rules need to know about an actor. */
export interface DecisionActor {
  /** Null when nobody is logged in. */
  readonly personId: string | null
  readonly permissions: ReadonlySet<string>
  /** The organisation that the person acts for, and every organisation below it; empty when none. */
  readonly within: ReadonlySet<string>
  /** Every organisation of the same legal entity; contains `within`. */
  readonly entity: ReadonlySet<string>
}

/** What is asked about: whose it is. Leave a field out when it has no meaning for the record. */
export interface DecisionSubject {
  readonly organisationId?: string | null
  readonly personId?: string | null
}

/** Why something was refused. */
export type Refusal = 'not-logged-in' | 'unknown-permission' | 'no-permission' | 'other-organisation' | 'other-person'

/** The outcome of a decision. */
export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: Refusal }

const refuse = (reason: Refusal): Decision => ({ allowed: false, reason })
const allow: Decision = { allowed: true }

/** What is declared of permissions, as far as a decision needs it. */
type Reaches = Readonly<Record<string, { readonly reach: Reach }>>

/**
 * Decides whether an actor may do something to a subject, by what is declared of permissions. Denies by default: an unknown permission, a missing
 * organisation and a missing person all refuse. Without a subject it answers whether the actor may at all, which is
 * what menus and routes ask; rows are then bounded by row-level security with the same reach.
 */
export const decide = (
  declared: Reaches,
  actor: DecisionActor,
  permission: string,
  subject?: DecisionSubject,
): Decision => {
  if (actor.personId === null) return refuse('not-logged-in')
  const reach = Object.hasOwn(declared, permission) ? declared[permission]?.reach : undefined
  if (reach === undefined) return refuse('unknown-permission')
  if (!actor.permissions.has(permission)) return refuse('no-permission')
  if (subject === undefined) return allow
  if (reach === 'all') return allow
  if (reach === 'self') return subject.personId === actor.personId ? allow : refuse('other-person')
  const reached = reach === 'organisation' ? actor.within : actor.entity
  return subject.organisationId != null && reached.has(subject.organisationId) ? allow : refuse('other-organisation')
}
