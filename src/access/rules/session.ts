import type { Instant } from '../../platform/rules/shapes.ts'

/** Who logs in through a provider: people at work, or people as themselves. */
export type LoginKind = 'employee' | 'citizen'

const minute = 60_000
const hour = 60 * minute

/**
 * How long a session lasts, in milliseconds: without use, and altogether. Employees have a working day; citizens have
 * the two hours that ID-porten itself gives a login.
 */
export const sessionLimits: Readonly<Record<LoginKind, { readonly idle: number; readonly absolute: number }>> = {
  employee: { idle: 30 * minute, absolute: 10 * hour },
  citizen: { idle: 30 * minute, absolute: 2 * hour },
}

/** A login must be finished within this time from when it was begun, in milliseconds. */
export const loginTimeLimit = 10 * minute

/** The time of last use is stored no more often than this, in milliseconds, so that reads seldom write. */
export const touchInterval = minute

/** The instants of a session that its limits are counted from. */
export interface SessionTimes {
  readonly kind: LoginKind
  readonly openedAt: Instant
  readonly lastSeenAt: Instant
  readonly endedAt: Instant | null
}

/** `valid`, or why the session no longer counts. */
export type SessionState = 'valid' | 'ended' | 'idle' | 'expired'

/** Milliseconds from an instant to now. */
const since = (instant: Instant, now: Date): number => now.getTime() - Date.parse(instant)

/** The state of a session at an instant. A limit is passed when it is reached, not a moment later. */
export const sessionState = (session: SessionTimes, now: Date): SessionState => {
  if (session.endedAt !== null && since(session.endedAt, now) >= 0) return 'ended'
  const limits = sessionLimits[session.kind]
  if (since(session.openedAt, now) >= limits.absolute) return 'expired'
  if (since(session.lastSeenAt, now) >= limits.idle) return 'idle'
  return 'valid'
}

/** True when the time of last use is old enough to be stored anew. */
export const touchDue = (session: SessionTimes, now: Date): boolean => since(session.lastSeenAt, now) >= touchInterval
