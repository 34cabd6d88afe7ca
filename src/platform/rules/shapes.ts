import { type Static, Type } from 'typebox'

const Instant = Type.String({ format: 'date-time' })

/** Hits of the global search: what, in which words, and the page that opens it. */
export const SearchAnswer = Type.Object({
  hits: Type.Array(
    Type.Object({ kind: Type.String(), title: Type.String(), detail: Type.String(), link: Type.String() }),
  ),
})

/** The versions of a record, newest first, each with what it changed; `by` null is the system. */
export const HistoryAnswer = Type.Object({
  entries: Type.Array(
    Type.Object({
      version: Type.Integer(),
      at: Instant,
      by: Type.Union([Type.String(), Type.Null()]),
      changes: Type.Array(Type.Object({ field: Type.String(), before: Type.Unknown(), after: Type.Unknown() })),
    }),
  ),
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
