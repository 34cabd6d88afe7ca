import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Static } from 'typebox'
import { ask } from '../../platform/web/api/ask.ts'
import type {
  AccessLogAnswer,
  AuditAnswer,
  AuditChoices,
  FoundPerson,
  Member,
  MembersAnswer,
  OwnSession,
} from '../rules/contracts.ts'

/** The roles of the own organisation. */
export type Members = Static<typeof MembersAnswer>
/** One role that somebody holds or held. */
export type MemberRow = Static<typeof Member>
/** One own login. */
export type OwnLogin = Static<typeof OwnSession>
/** One line of the access log. */
export type LogRow = Static<typeof AccessLogAnswer>['lines'][number]

/** Who has which role, and who waits. */
export const membersQuery = queryOptions({
  queryKey: ['access', 'members'],
  queryFn: () => ask<Members>('/api/access/members'),
})

/** One's own open logins. */
export const ownLoginsQuery = queryOptions({
  queryKey: ['access', 'logins'],
  queryFn: () => ask<{ sessions: OwnLogin[] }>('/api/session/own'),
})

/** What the log is searched for; empty strings are left out. */
export interface LogFilter {
  readonly person: string
  readonly actor: string
  readonly from: string
  readonly to: string
}

/** The log at `path`, a page at a time, newest first. */
export const logQuery = (path: '/api/access/log' | '/api/access/log/own', filter: Partial<LogFilter>) =>
  infiniteQueryOptions({
    queryKey: ['access', path, filter],
    queryFn: ({ pageParam }) => ask<Static<typeof AccessLogAnswer>>(path, { ...filter, before: pageParam }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => (last.more ? last.lines.at(-1)?.id : undefined),
  })

/** Where people are found who stand in a log. */
export type PeoplePath = '/api/access/log/people' | '/api/audit/people'

/** People whom the log may be about, by part of a name. */
export const logPeopleQuery = (path: PeoplePath, text: string) =>
  queryOptions({
    queryKey: ['access', path, text],
    queryFn: () => ask<{ people: Static<typeof FoundPerson>[] }>(path, { q: text }),
    enabled: text.trim().length >= 2,
    staleTime: 30_000,
  })

/** One thing that was done. */
export type AuditRow = Static<typeof AuditAnswer>['lines'][number]

/** What the audit lines are searched for; empty strings are left out. */
export interface AuditFilter {
  readonly actor: string
  readonly action: string
  readonly kind: string
  readonly record: string
  readonly from: string
  readonly to: string
}

/** The audit lines, a page at a time, newest first. */
export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['access', 'audit', filter],
    queryFn: ({ pageParam }) => ask<Static<typeof AuditAnswer>>('/api/audit', { ...filter, before: pageParam }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => (last.more ? last.lines.at(-1)?.id : undefined),
  })

/** The actions and kinds that there are lines of. */
export const auditChoicesQuery = queryOptions({
  queryKey: ['access', 'audit-choices'],
  queryFn: () => ask<Static<typeof AuditChoices>>('/api/audit/choices'),
})
