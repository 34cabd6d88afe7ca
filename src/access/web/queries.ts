import { queryOptions } from '@tanstack/react-query'
import type { Static } from 'typebox'
import { ask } from '../../platform/web/api/ask.ts'
import type {
  AccessLogAnswer,
  AdministrationAnswer,
  AuditAnswer,
  AuditChoices,
  FoundPerson,
  Member,
  OwnSession,
} from '../rules/contracts.ts'

/** Where an administrator gives roles, and who waits. */
export type Administration = Static<typeof AdministrationAnswer>
/** One role that somebody holds or held. */
export type MemberRow = Static<typeof Member>
/** One own login. */
export type OwnLogin = Static<typeof OwnSession>
/** One line of the access log. */
export type LogRow = Static<typeof AccessLogAnswer>['rows'][number]

/** Under which all that an administrator sees is kept. */
export const membersKey = ['access', 'members'] as const

/** Where an administrator gives roles, which, and who waits. */
export const administrationQuery = queryOptions({
  queryKey: [...membersKey, 'administration'],
  queryFn: () => ask<Administration>('/api/access/administration'),
})

/** One's own open logins. */
export const ownLoginsQuery = queryOptions({
  queryKey: ['access', 'logins'],
  queryFn: () => ask<{ sessions: OwnLogin[] }>('/api/session/own'),
})

/** Under which the access log's answers are kept. */
export const logKey = ['access', 'log'] as const

/** Under which the audit lines are kept. */
export const auditKey = ['access', 'audit'] as const

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
export type AuditRow = Static<typeof AuditAnswer>['rows'][number]

/** The actions and kinds that there are lines of. */
export const auditChoicesQuery = queryOptions({
  queryKey: ['access', 'audit-choices'],
  queryFn: () => ask<Static<typeof AuditChoices>>('/api/audit/choices'),
})
