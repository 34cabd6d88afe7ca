import { Type } from 'typebox'

const Uuid = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Instant = Type.String({ format: 'date-time' })
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(shape: T) => Type.Union([shape, Type.Null()])

/** One of one's own logins. */
export const OwnSession = Type.Object({
  id: Uuid,
  provider: Type.String(),
  openedAt: Instant,
  lastSeenAt: Instant,
  userAgent: Type.String(),
  current: Type.Boolean(),
})

/** A role held in one's organisation. */
export const Member = Type.Object({
  membershipId: Uuid,
  accountId: Uuid,
  name: Type.String(),
  email: orNull(Type.String()),
  organisationId: Uuid,
  organisationName: Type.String(),
  role: Type.String(),
  validFrom: Day,
  validTo: orNull(Day),
  endedAt: orNull(Instant),
  givenBy: orNull(Type.String()),
  lastLoginAt: orNull(Instant),
  self: Type.Boolean(),
})

/** Someone who has logged in for the organisation and has no role there. */
export const WaitingPerson = Type.Object({
  accountId: Uuid,
  name: Type.String(),
  email: orNull(Type.String()),
  lastLoginAt: Instant,
})

/** What an administrator sees: the organisations, their people, and who waits. */
export const MembersAnswer = Type.Object({
  organisations: Type.Array(
    Type.Object({ id: Uuid, name: Type.String(), kind: Type.String(), roles: Type.Array(Type.String()) }),
  ),
  members: Type.Array(Member),
  waiting: Type.Array(WaitingPerson),
})

/** A role to give to someone who is known already. */
export const GiveRoleBody = Type.Object({
  accountId: Uuid,
  organisationId: Uuid,
  role: Type.String({ maxLength: 40 }),
  validTo: Type.Optional(orNull(Day)),
})

/** A role to give to someone who has not logged in before. */
export const InviteBody = Type.Object({
  name: Type.String({ minLength: 2, maxLength: 200, pattern: '\\S' }),
  // The format lets a quoted name hold a space or a second @, which no address that we can write to has.
  email: Type.String({ format: 'email', maxLength: 200, pattern: '^[^@\\s]+@[^@\\s]+$' }),
  organisationId: Uuid,
  role: Type.String({ maxLength: 40 }),
  validTo: Type.Optional(orNull(Day)),
})

/** What to look for in the access log; days are in Oslo and both count. */
export const LogQuery = Type.Object({
  person: Type.Optional(Uuid),
  actor: Type.Optional(Uuid),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  before: Type.Optional(Type.Integer({ minimum: 1, description: 'Lines older than this one: the next page' })),
})

/** One look at one person. */
export const LogLine = Type.Object({
  id: Type.Integer(),
  at: Instant,
  actorId: orNull(Uuid),
  actor: Type.String(),
  organisation: Type.String(),
  kind: Type.String(),
  record: Type.String(),
  personId: Uuid,
  person: Type.String(),
})

/** A page of the log, newest first; `more` when older lines match too. */
export const LogAnswer = Type.Object({ lines: Type.Array(LogLine), more: Type.Boolean() })

/** What to look for in the audit lines; days are in Oslo and both count. */
export const AuditQuery = Type.Object({
  actor: Type.Optional(Uuid),
  action: Type.Optional(Type.String({ maxLength: 60 })),
  kind: Type.Optional(Type.String({ maxLength: 60 })),
  record: Type.Optional(Type.String({ maxLength: 100, description: 'Everything that was done to one record' })),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  before: Type.Optional(Type.Integer({ minimum: 1, description: 'Lines older than this one: the next page' })),
})

/** One thing that was done. */
export const AuditEntry = Type.Object({
  id: Type.Integer(),
  at: Instant,
  actorId: orNull(Uuid),
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
  id: Uuid,
  name: Type.String(),
  role: Type.String(),
  organisationId: Uuid,
  organisationName: Type.String(),
})

/** Someone whom the log can be searched for. */
export const FoundPerson = Type.Object({ id: Uuid, name: Type.String() })
