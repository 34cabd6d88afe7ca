import type { Locale } from '../i18n/locale.ts'

/** The theme that a person has chosen. */
export type ThemeChoice = 'system' | 'light' | 'dark'

/** Who is logged in, for whom, and what the demo offers. */
export interface SessionAnswer {
  person: { id: string; name: string; email: string | null } | null
  organisation: { id: string; name: string; kind: string } | null
  memberships: { id: string; organisationId: string; organisationName: string; role: string }[]
  role: string | null
  permissions: string[]
  locale: Locale
  theme: ThemeChoice
  csrfToken: string | null
  providers: { id: string; name: string }[]
  demo: boolean
  demoUsers: { subject: string; name: string; role: string; organisation: string; provider: string }[]
}

/** A notice to the person logged in. */
export interface NotificationAnswer {
  id: string
  title: string
  body: string
  link: string
  createdAt: string
  read: boolean
}

/** One hit of the search. */
export interface SearchHit {
  kind: string
  title: string
  detail: string
  link: string
}

/** One version in the history of a record; made by the system when `by` is null. */
export interface HistoryEntry {
  version: number
  at: string
  by: string | null
  changes: { field: string; before: unknown; after: unknown }[]
}

/** A mail that the demo caught. */
export interface CaughtMail {
  id: number
  receivedAt: string
  recipient: string
  subject: string
  body: string
}

type Get<Answer, Parameters = Record<never, never>> = {
  get: { parameters: Parameters; responses: { 200: { content: { 'application/json': Answer } } } }
}
type Write<Method extends 'put' | 'post', Body> = {
  [M in Method]: {
    parameters: Record<never, never>
    requestBody: { content: { 'application/json': Body } }
    responses: { 200: { content: { 'application/json': unknown } } }
  }
}

/** The paths that the shell itself calls. */
export interface paths {
  '/api/session': Get<SessionAnswer>
  '/api/session/preferences': Write<'put', { locale?: Locale; theme?: ThemeChoice }>
  '/api/session/membership': Write<'put', { membershipId: string }>
  '/api/session/logout': Write<'post', Record<string, never>>
  '/api/session/logout-everywhere': Write<'post', Record<string, never>>
  '/api/notifications': Get<{ notifications: NotificationAnswer[]; unread: number }>
  '/api/notifications/read': Write<'post', { ids?: string[] }>
  '/api/search': Get<{ hits: SearchHit[] }, { query: { q: string } }>
  '/api/history/{kind}/{id}': Get<{ entries: HistoryEntry[] }, { path: { kind: string; id: string } }>
  '/api/test-inbox': Get<{ messages: CaughtMail[] }>
}
