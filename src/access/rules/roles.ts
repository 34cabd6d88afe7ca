import type { DeclaredPermission } from '../../platform/rules/permission.ts'
import type { OrganisationKind } from '../../reference/rules/organisation.ts'

/**
 * The roles that an administrator can give, each with the kinds of organisation in which it exists: a role that means
 * much in the directorate means nothing in a municipality unless it stands here. What it lets a person do is said by each
 * permission, in its module's `rules/permissions.ts`. Each has a name in `texts/roles.<language>.ts`.
 */
const places = {
  caseworker: ['directorate-unit'],
  controller: ['directorate-unit'],
  leader: ['directorate-unit', 'municipality'],
  administrator: [
    'directorate-unit',
    'municipality',
    'county-governor',
    'reception-centre',
    'ministry',
    'organisation',
  ],
  'privacy-officer': ['directorate-unit', 'municipality'],
  'ministry-contact': ['ministry'],
  'refugee-service': ['municipality'],
  'county-governor-adviser': ['county-governor'],
  'reception-centre-staff': ['reception-centre'],
  'organisation-applicant': ['organisation'],
  interpreter: ['interpreter'],
  'public-person': ['public'],
} as const satisfies Record<string, readonly OrganisationKind[]>

/** A role that can be given. */
export type Role = keyof typeof places

/** Every role. */
export const roles = Object.keys(places) as readonly Role[]

/** True when a text names a role. */
export const isRole = (text: string): text is Role => Object.hasOwn(places, text)

/** The roles that can be given in a kind of organisation, in the order of the list. */
export const rolesIn = (kind: OrganisationKind): readonly Role[] =>
  roles.filter((role) => (places[role] as readonly OrganisationKind[]).includes(kind))

/** The kinds of organisation in which people are employed, and so log in as employees; the rest log in as citizens. */
export const employeeKinds: readonly OrganisationKind[] = [
  'directorate-unit',
  'municipality',
  'county-governor',
  'reception-centre',
  'ministry',
  'organisation',
]

/** Who has a permission, by role; a role in a kind of organisation in which it does not exist does not compile. */
export type HeldBy = { readonly [R in Role]?: readonly (typeof places)[R][number][] }

/** Everyone with a role, whatever the role. */
export const everyone: HeldBy = places

const { interpreter: _interpreter, 'public-person': _public, ...employed } = places

/** Everyone employed in an organisation. */
export const employees: HeldBy = employed

/** The administrators of every organisation. */
export const administrators = { administrator: places.administrator } as const satisfies HeldBy

/** Those who read the directorate's work from inside. */
export const directorateReaders = {
  caseworker: ['directorate-unit'],
  controller: ['directorate-unit'],
  leader: ['directorate-unit'],
} as const satisfies HeldBy

/** A module's permissions by name, given to roles that exist. */
export type RolePermissions = Readonly<Record<string, DeclaredPermission & { readonly roles: HeldBy }>>
