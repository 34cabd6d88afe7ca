import { Type } from 'typebox'
import { AnyDate, Id, Instant, Nullable, NullableText } from '../../platform/rules/shapes.ts'

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

/** What an administrator sees: the organisations, their people, and who waits. */
export const MembersAnswer = Type.Object({
  organisations: Type.Array(
    Type.Object({ id: Id, name: Type.String(), kind: Type.String(), roles: Type.Array(Type.String()) }),
  ),
  members: Type.Array(Member),
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

/** What to look for in the access log; days are in Oslo and both count. */
export const AccessLogQuery = Type.Object({
  person: Type.Optional(Id),
  actor: Type.Optional(Id),
  from: Type.Optional(AnyDate),
  to: Type.Optional(AnyDate),
  before: Type.Optional(Type.Integer({ minimum: 1, description: 'Lines older than this one: the next page' })),
})

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

/** A page of the log, newest first; `more` when older lines match too. */
export const AccessLogAnswer = Type.Object({ lines: Type.Array(AccessLogEntry), more: Type.Boolean() })

/** What to look for in the audit lines; days are in Oslo and both count. */
export const AuditQuery = Type.Object({
  actor: Type.Optional(Id),
  action: Type.Optional(Type.String({ maxLength: 60 })),
  kind: Type.Optional(Type.String({ maxLength: 60 })),
  record: Type.Optional(Type.String({ maxLength: 100, description: 'Everything that was done to one record' })),
  from: Type.Optional(AnyDate),
  to: Type.Optional(AnyDate),
  before: Type.Optional(Type.Integer({ minimum: 1, description: 'Lines older than this one: the next page' })),
})

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

/** A page of the audit lines, newest first; `more` when older ones match too. */
export const AuditAnswer = Type.Object({ lines: Type.Array(AuditEntry), more: Type.Boolean() })

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
