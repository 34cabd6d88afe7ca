import { type Static, type TSchema, Type } from 'typebox'

/** The shape, or null. */
export const Nullable = <T extends TSchema>(shape: T) => Type.Union([shape, Type.Null()])

/** Text or null. A list of types, not a union: the serialiser decides by typeof instead of by validating. */
export const NullableText = Type.Unsafe<string | null>({ type: ['string', 'null'] })

/** A record's id. */
export const Id = Type.String({ format: 'uuid' })

/** A record's id, or none. */
export const NullableId = Nullable(Id)

/** The parameters of a route about one record. */
export const IdParams = Type.Object({ id: Id })

/** A plain date of any year. */
export const AnyDate = Type.String({ format: 'date' })

/** A plain date; of no year so far away that the days around it cannot be counted. */
export const DateText = Type.String({ format: 'date', pattern: '^[12]', description: 'YYYY-MM-DD, 1000 to 2999' })

/** A point in time, in UTC. */
export const Instant = Type.String({ format: 'date-time' })
/** See {@link Instant}; to the millisecond, as the database gives it: `2026-11-28T17:05:00.123Z`. */
export type Instant = Static<typeof Instant>

/** The version of the record that the writer saw; another one answers `changed-by-other`. */
export const Version = Type.Integer({ minimum: 1, description: 'The version that the writer saw' })

/** The version in the address, for DELETE, which has no body. */
export const VersionQuery = Type.Object({ version: Type.String({ pattern: '^[0-9]{1,9}$' }) })

/** What a write on a record answers: the version to send with the next one. */
export const Written = Type.Object({ version: Type.Integer() })
/** See {@link Written}. */
export type Written = Static<typeof Written>

/**
 * Hits of the global search: what, in which words, and the page that opens it. `near` is what is only like what was
 * written; it comes last.
 */
export const SearchAnswer = Type.Object({
  hits: Type.Array(
    Type.Object({
      kind: Type.String(),
      title: Type.String(),
      detail: Type.String(),
      link: Type.String(),
      near: Type.Boolean(),
    }),
  ),
})

/** The versions of a record, newest first, each with what it changed; `by` null is the system. */
export const HistoryAnswer = Type.Object({
  entries: Type.Array(
    Type.Object({
      version: Type.Integer(),
      at: Instant,
      by: NullableText,
      changes: Type.Array(Type.Object({ field: Type.String(), before: Type.Unknown(), after: Type.Unknown() })),
    }),
  ),
})

/** A record as it was known at the end of a day; `final` says whether the same question gives the same answer for ever. */
export const StoodAnswer = Type.Object({
  final: Type.Boolean(),
  fields: Type.Array(Type.Object({ field: Type.String(), value: Type.Unknown() })),
})

/** Own notifications in the person's language, newest first. */
export const NotificationsAnswer = Type.Object({
  unread: Type.Integer(),
  notifications: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Type.String(),
      body: Type.String(),
      link: Type.String(),
      createdAt: Instant,
      read: Type.Boolean(),
    }),
  ),
})

/** One notification. */
export type Notification = Static<typeof NotificationsAnswer>['notifications'][number]

/** What the person was writing in a form; nulls when nothing is kept. */
export const DraftAnswer = Type.Object({ content: Type.Unknown(), savedAt: Nullable(Instant) })
/** See {@link DraftAnswer}. */
export type DraftAnswer = Static<typeof DraftAnswer>

/** Under which keys something of the person's is kept. */
export const DraftKeys = Type.Object({ keys: Type.Array(Type.String()) })
/** See {@link DraftKeys}. */
export type DraftKeys = Static<typeof DraftKeys>

/** E-mail that the demo's own mail server received, newest first. */
export const TestInboxAnswer = Type.Object({
  messages: Type.Array(
    Type.Object({
      id: Type.Integer(),
      receivedAt: Instant,
      recipient: Type.String(),
      subject: Type.String(),
      body: Type.String(),
    }),
  ),
})

/** One such e-mail. */
export type TestMessage = Static<typeof TestInboxAnswer>['messages'][number]
