import { isOrganisationKind, type OrganisationKind } from '../../reference/rules/organisation.ts'
import type { Permission } from './permissions.ts'

/** Roles that an administrator can give; each has a Norwegian name in the web's texts (`access.role.<code>`). */
export const roles = [
  'caseworker',
  'controller',
  'leader',
  'administrator',
  'privacy-officer',
  'ministry-contact',
  'refugee-service',
  'county-governor-adviser',
  'reception-centre-staff',
  'organisation-applicant',
  'interpreter',
  'public-person',
] as const

/** One of {@link roles}. */
export type Role = (typeof roles)[number]

/** True when a text names a role. */
export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)

/** What everyone with a role has, whatever the role. */
const everyone = ['notification.own', 'calendar.own', 'search.use'] as const satisfies readonly Permission[]

/** What everyone employed in an organisation has besides. */
const employee = [
  ...everyone,
  'organisation.read',
  'people.read',
  'test-inbox.read',
] as const satisfies readonly Permission[]

const directorateReader = [
  ...employee,
  'letter.read',
  'followup.read',
  'followup.internal',
  'money.read',
  'figures.read',
] as const satisfies readonly Permission[]

const administrator = [...employee, 'access.administer', 'organisation.write'] as const satisfies readonly Permission[]

/**
 * Which permissions a role gives in which kind of organisation. A pair that is not here gives none: a role that
 * means much in the directorate means nothing in a municipality unless it stands below.
 */
const table: Readonly<Record<Role, Partial<Record<OrganisationKind, readonly Permission[]>>>> = {
  caseworker: { 'directorate-unit': [...directorateReader, 'followup.write'] },
  controller: {
    'directorate-unit': [
      ...directorateReader,
      'letter.check',
      'letter.approve',
      'followup.write',
      'followup.assign',
      'followup.lead',
      'measurability.write',
    ],
  },
  leader: {
    'directorate-unit': [
      ...directorateReader,
      'letter.check',
      'letter.approve',
      'followup.write',
      'followup.assign',
      'followup.lead',
    ],
    municipality: [...employee],
  },
  administrator: {
    'directorate-unit': [...administrator, 'letter.read', 'followup.read'],
    ministry: administrator,
    municipality: administrator,
    'county-governor': administrator,
    'reception-centre': administrator,
    organisation: administrator,
  },
  'privacy-officer': {
    'directorate-unit': [...employee, 'access.log.search', 'access.log.search-all', 'audit.read'],
    municipality: [...employee, 'access.log.search'],
  },
  'ministry-contact': { ministry: [...employee, 'letter.read', 'followup.read', 'money.read'] },
  'refugee-service': { municipality: [...employee] },
  'county-governor-adviser': { 'county-governor': [...employee] },
  'reception-centre-staff': { 'reception-centre': [...employee] },
  'organisation-applicant': { organisation: [...employee] },
  interpreter: { interpreter: everyone },
  'public-person': { public: everyone },
}

/** The permissions of a role in a kind of organisation; empty when the pair means nothing. */
export const permissionsOf = (role: string, kind: string): readonly Permission[] =>
  isRole(role) && isOrganisationKind(kind) ? (table[role][kind] ?? []) : []

/** The roles that can be given in a kind of organisation, in the order of the list. */
export const rolesIn = (kind: OrganisationKind): readonly Role[] => roles.filter((role) => table[role][kind])

/** The kinds of organisation in which people are employed, and so log in as employees; the rest log in as citizens. */
export const employeeKinds: readonly OrganisationKind[] = [
  'directorate-unit',
  'municipality',
  'county-governor',
  'reception-centre',
  'ministry',
  'organisation',
]
