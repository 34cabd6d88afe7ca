import type { Static } from 'typebox'
import { osloDate } from '../../platform/rules/plain-date.ts'
import type { AccessGivers, MembershipChoice, SessionAnswer } from '../../platform/rules/session.ts'
import type { Tx } from '../../platform/server/transaction.ts'
import type { OwnSession } from '../rules/contracts.ts'
import { type LoginKind, sessionState } from '../rules/session.ts'
import { demoOrganisations, demoUsers } from './demo-users.ts'
import type { Provider } from './providers.ts'

type Answer = Static<typeof SessionAnswer>

interface PersonRow {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly locale: Answer['locale']
  readonly theme: Answer['theme']
}

interface MembershipRow {
  readonly id: string
  readonly organisation: string
  readonly name: string
  readonly role: string
}

/** The roles that the person may use in this login, in the person's language. */
export const usableMemberships = async (tx: Tx): Promise<Static<typeof MembershipChoice>[]> => {
  const today = osloDate(tx.now)
  const rows = await tx.sql<MembershipRow[]>`
    select id, organisation, role, case when ${tx.actor.locale} = 'nn' then name_nn else name_nb end as name
    from access.usable_memberships(${tx.actor.sessionId}, ${today}) order by name, role`
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation,
    organisationName: row.name,
    role: row.role,
  }))
}

/** Who can give the person a role, or another one. */
export const viewAccessGivers = async (tx: Tx): Promise<Static<typeof AccessGivers>> => {
  const rows = await tx.sql<{ organisation_nb: string; organisation_nn: string; administrator: string }[]>`
    select * from access.who_gives(${tx.actor.sessionId}, ${osloDate(tx.now)})`
  const givers = rows.map((row) => ({
    organisation: tx.actor.locale === 'nn' ? row.organisation_nn : row.organisation_nb,
    administrator: row.administrator,
  }))
  return { givers }
}

const demoChoices = (demo: boolean): Answer['demoUsers'] =>
  demo
    ? demoUsers.map((user) => ({
        subject: user.subject,
        name: user.name,
        role: user.role ?? 'unknown',
        organisation: demoOrganisations.find((place) => place.key === user.organisation)?.nb ?? '',
        provider: user.provider,
      }))
    : []

/** Everything that the web needs to know about who is logged in; for nobody, how one logs in. */
export const viewSession = async (
  tx: Tx,
  options: { readonly providers: readonly Provider[]; readonly demo: boolean; readonly csrfToken: string | null },
): Promise<Answer> => {
  const outside = {
    providers: options.providers.map(({ id, name }) => ({ id, name })),
    demo: options.demo,
    demoUsers: demoChoices(options.demo && options.providers.some((provider) => provider.embedded)),
  }
  const { actor } = tx
  if (actor.personId === null) {
    return {
      person: null,
      organisation: null,
      memberships: [],
      role: null,
      permissions: [],
      locale: 'nb',
      theme: 'system',
      csrfToken: null,
      ...outside,
    }
  }
  const [people, memberships, places] = await Promise.all([
    tx.sql<PersonRow[]>`select id, name, email, locale, theme from access.account where id = ${actor.personId}`,
    usableMemberships(tx),
    tx.sql<{ kind: string }[]>`select kind from reference.organisation_name where id = ${actor.organisationId}`,
  ])
  const [person] = people
  const [place] = places
  if (person === undefined) throw new Error('a session without its account')
  return {
    person: { id: person.id, name: person.name, email: person.email },
    organisation:
      actor.organisationId === null || place === undefined
        ? null
        : { id: actor.organisationId, name: actor.organisationName, kind: place.kind },
    memberships,
    role: actor.role,
    permissions: [...actor.permissions].sort(),
    locale: person.locale,
    theme: person.theme,
    csrfToken: options.csrfToken,
    ...outside,
  }
}

/** One's own open logins, latest used first. Those whose time is over are left out though the hourly job has not been. */
export const viewOwnSessions = async (tx: Tx): Promise<Static<typeof OwnSession>[]> => {
  const rows = await tx.sql<(Static<typeof OwnSession> & { provider: LoginKind })[]>`
    select id, provider, opened_at as "openedAt", last_seen_at as "lastSeenAt", user_agent as "userAgent",
      id is not distinct from ${tx.actor.sessionId}::uuid as current
    from access.session
    where account = ${tx.actor.personId} and ended_at is null
    order by last_seen_at desc limit 50`
  return rows.filter((row) => sessionState({ ...row, kind: row.provider, endedAt: null }, tx.now) === 'valid')
}
