import { Type } from 'typebox'
import { ListOf, pageQuestion } from '../../platform/rules/list-shapes.ts'
import { AnyDate, Id, Instant, Nullable, NullableText } from '../../platform/rules/shapes.ts'

/** The orders of the roles in one's own organisation. */
export const memberSortings = ['name', 'organisation', 'period', 'login'] as const

/** One of one's own logins. */
export const OwnSession = Type.Object({
  id: Id,
  provider: Type.String(),
  openedAt: Instant,
  lastSeenAt: Instant,
  userAgent: Type.String(),
  current: Type.Boolean(),
})

/** A role held in one's organisation. */
export const Member = Type.Object({
  membershipId: Id,
  accountId: Id,
  name: Type.String(),
  email: NullableText,
  organisationId: Id,
  organisationName: Type.String(),
  role: Type.String(),
  validFrom: AnyDate,
  validTo: Nullable(AnyDate),
  endedAt: Nullable(Instant),
  givenBy: NullableText,
  lastLoginAt: Nullable(Instant),
  self: Type.Boolean(),
})

/** Someone who has logged in for the organisation and has no role there. */
export const WaitingPerson = Type.Object({
  accountId: Id,
  name: Type.String(),
  email: NullableText,
  lastLoginAt: Instant,
})

/** Which roles are listed, and in which order. */
export const MembersQuery = Type.Object({
  text: Type.Optional(Type.String({ maxLength: 100, description: 'Part of the name' })),
  organisation: Type.Optional(Id),
  role: Type.Optional(Type.String({ maxLength: 40 })),
  state: Type.Optional(Type.Enum(['current'], { description: 'Without it also those that ended within a year' })),
  sort: Type.Optional(Type.String({ pattern: `^-?(${memberSortings.join('|')})$` })),
  ...pageQuestion,
})

/** The roles in one's own organisation, a page of them. */
export const MembersAnswer = ListOf(Member)

/** Where an administrator gives roles, which, and who waits for one. */
export const AdministrationAnswer = Type.Object({
  organisations: Type.Array(
    Type.Object({ id: Id, name: Type.String(), kind: Type.String(), roles: Type.Array(Type.String()) }),
  ),
  waiting: Type.Array(WaitingPerson),
})

/** A role to give to someone who is known already. */
export const GiveRoleBody = Type.Object({
  accountId: Id,
  organisationId: Id,
  role: Type.String({ maxLength: 40 }),
  validTo: Type.Optional(Nullable(AnyDate)),
})

/** A role to give to someone who has not logged in before. */
export const InviteBody = Type.Object({
  name: Type.String({ minLength: 2, maxLength: 200, pattern: '\\S' }),
  // The format lets a quoted name hold a space or a second @, which no address that we can write to has.
  email: Type.String({ format: 'email', maxLength: 200, pattern: '^[^@\\s]+@[^@\\s]+$' }),
  organisationId: Id,
  role: Type.String({ maxLength: 40 }),
  validTo: Type.Optional(Nullable(AnyDate)),
})

/** What the access log can be narrowed by; days are in Oslo and both count. */
export const AccessLogFilter = Type.Object({
  person: Type.Optional(Id),
  actor: Type.Optional(Id),
  from: Type.Optional(AnyDate),
  to: Type.Optional(AnyDate),
})

/** What to look for in the access log. */
export const AccessLogQuery = Type.Object({ ...AccessLogFilter.properties, ...pageQuestion })

/** An access log entry: one person's data viewed by one actor. */
export const AccessLogEntry = Type.Object({
  id: Type.Integer(),
  at: Instant,
  actorId: Nullable(Id),
  actor: Type.String(),
  organisation: Type.String(),
  kind: Type.String(),
  record: Type.String(),
  personId: Id,
  person: Type.String(),
})

/** A page of the log, newest first. */
export const AccessLogAnswer = ListOf(AccessLogEntry)

/** What the audit lines can be narrowed by; days are in Oslo and both count. */
export const AuditFilter = Type.Object({
  actor: Type.Optional(Id),
  action: Type.Optional(Type.String({ maxLength: 60 })),
  kind: Type.Optional(Type.String({ maxLength: 60 })),
  record: Type.Optional(Type.String({ maxLength: 100, description: 'Everything that was done to one record' })),
  from: Type.Optional(AnyDate),
  to: Type.Optional(AnyDate),
})

/** What to look for in the audit lines. */
export const AuditQuery = Type.Object({ ...AuditFilter.properties, ...pageQuestion })

/** One thing that was done. */
export const AuditEntry = Type.Object({
  id: Type.Integer(),
  at: Instant,
  actorId: Nullable(Id),
  actor: Type.String(),
  organisation: Type.String(),
  action: Type.String(),
  kind: Type.String(),
  record: Type.String(),
  /** The name, when the record is a person; else empty. */
  recordName: Type.String(),
  details: Type.Array(Type.Object({ field: Type.String(), value: Type.String() })),
})

/** A page of the audit lines, newest first. */
export const AuditAnswer = ListOf(AuditEntry)

/** The actions and kinds that there are lines of. */
export const AuditChoices = Type.Object({ actions: Type.Array(Type.String()), kinds: Type.Array(Type.String()) })

/** Someone whom one can find by name. */
export const PersonHit = Type.Object({
  id: Id,
  name: Type.String(),
  role: Type.String(),
  organisationId: Id,
  organisationName: Type.String(),
})

/** Someone whom the log can be searched for. */
export const FoundPerson = Type.Object({ id: Id, name: Type.String() })
