/**
 * How far a permission reaches from the person who holds it:
 * - `self`: only what belongs to that person,
 * - `organisation`: the organisation that the person acts for, and the units below it,
 * - `entity`: everything under the same legal entity (all units of the directorate see one another),
 * - `all`: every organisation.
 */
export type Reach = 'self' | 'organisation' | 'entity' | 'all'

/** What one permission lets a person do, and how far it reaches. */
export interface PermissionMeaning {
  readonly meaning: string
  readonly reach: Reach
}

/**
 * The closed list of permissions. A route, a row-level policy and a screen name one of these; what is not here
 * cannot be allowed.
 */
export const permissions = {
  'letter.read': { reach: 'all', meaning: 'Read letters, their register and the differences between years' },
  'letter.check': { reach: 'all', meaning: 'Read a letter in, and check and correct what was recognised' },
  'letter.approve': { reach: 'all', meaning: 'Approve a checked letter so that it becomes the register' },
  'followup.read': { reach: 'all', meaning: 'Read owners, status, notes and deliveries of goals and assignments' },
  'followup.internal': {
    reach: 'entity',
    meaning: 'Read the directorate’s own notes and activities, and letters that are still being checked',
  },
  'followup.write': { reach: 'entity', meaning: 'Write status notes, deliveries and measures' },
  'followup.assign': { reach: 'entity', meaning: 'Decide which unit and person owns an assignment or parameter' },
  'followup.lead': { reach: 'entity', meaning: 'See the leader’s page of what is red, late or without owner' },
  'measurability.write': { reach: 'entity', meaning: 'Link steering parameters to the figures that measure them' },
  'money.read': { reach: 'all', meaning: 'Read appropriations, bindings and sums of the letters' },
  'figures.read': { reach: 'all', meaning: 'Read figures that are not yet published' },
  'organisation.read': { reach: 'all', meaning: 'Read the list of organisations' },
  'organisation.write': { reach: 'organisation', meaning: 'Change names and written language of one’s organisation' },
  'people.read': { reach: 'entity', meaning: 'See the names and roles of colleagues in one’s own organisation' },
  'access.administer': { reach: 'organisation', meaning: 'Give and end roles in one’s own organisation' },
  'access.log.search': { reach: 'organisation', meaning: 'Search who has looked at whom, by people of one’s own' },
  'access.log.search-all': { reach: 'all', meaning: 'Search who has looked at whom, in every organisation' },
  'audit.read': { reach: 'all', meaning: 'Read the audit lines of what was done' },
  'test-inbox.read': { reach: 'all', meaning: 'Read the local inbox that stands in for e-mail in the demo' },
  'search.use': { reach: 'all', meaning: 'Search across what one may read' },
  'notification.own': { reach: 'self', meaning: 'Read one’s own notifications' },
  'calendar.own': { reach: 'self', meaning: 'Have a calendar feed of one’s own deadlines' },
  'login.complete': { reach: 'all', meaning: 'Held by the login itself while it opens a session; given to no role' },
} as const satisfies Record<string, PermissionMeaning>

/** A permission of the closed list. */
export type Permission = keyof typeof permissions

/** Every permission, in the order of the list. */
export const allPermissions = Object.keys(permissions) as readonly Permission[]

/** The permissions that only the system itself may hold. */
export const systemPermissions = ['login.complete'] as const satisfies readonly Permission[]

/** True when a text names a permission of the list. */
export const isPermission = (text: string): text is Permission => Object.hasOwn(permissions, text)
