import { joinDeclared } from './join-declared.ts'
import type { Words } from './locale.ts'

/**
 * How far a permission reaches from the person who holds it:
 * - `self`: only what belongs to that person,
 * - `organisation`: the organisation that the person acts for, and the units below it,
 * - `entity`: everything under the same legal entity (all units of the directorate see one another),
 * - `all`: every organisation.
 */
export type Reach = 'self' | 'organisation' | 'entity' | 'all'

/** A permission as its module declares it. */
export interface DeclaredPermission {
  readonly reach: Reach
  /** What it lets a person do, in English for the access matrix. */
  readonly meaning: string
  /** The same, to the one who lacks it: words that stand after “you may not”. */
  readonly words: Words
  /** Who has it: the kinds of organisation in which a role gives it, by role. Nobody: the system alone may hold it. */
  readonly roles: Readonly<Partial<Record<string, readonly string[]>>>
}

/** A module's permissions by name. */
export type DeclaredPermissions = Readonly<Record<string, DeclaredPermission>>

/** The permissions of all modules: what is not among them cannot be allowed. */
export interface Permissions {
  readonly declared: DeclaredPermissions
  /** What a role gives in a kind of organisation; nothing when the pair means nothing. */
  readonly of: (role: string, kind: string) => readonly string[]
}

/** Puts the modules' permissions together. Throws when two modules declare the same one. */
export const joinPermissions = (
  modules: readonly { readonly name: string; readonly permissions?: DeclaredPermissions }[],
): Permissions => {
  const declared = joinDeclared(modules.map(({ name, permissions = {} }) => [name, permissions] as const))
  const has = ({ roles }: DeclaredPermission, role: string, kind: string): boolean =>
    Object.hasOwn(roles, role) && (roles[role]?.includes(kind) ?? false)
  return {
    declared,
    of: (role, kind) =>
      Object.entries(declared).flatMap(([name, permission]) => (has(permission, role, kind) ? [name] : [])),
  }
}
