import type { Module } from '../../platform/server/module.ts'
import { accessPermissions } from '../rules/permissions.ts'
import { accessProblems } from '../rules/problems.ts'
import type { LoginKind } from '../rules/session.ts'
import { administrationRoutes } from './administration-routes.ts'
import { auditRoutes } from './audit-routes.ts'
import type { ProviderUser } from './demo-provider.ts'
import { demoOrganisations, demoUsers } from './demo-users.ts'
import { forgetLooksTask } from './forget-looks.ts'
import { invitationLink } from './invitation.ts'
import { logRoutes } from './log-routes.ts'
import { loginRoutes } from './login-routes.ts'
import { mountDemoProviders } from './mount-demo-providers.ts'
import { accessNotices } from './notices.ts'
import { providersOf } from './providers.ts'
import { sessionRoutes } from './session-routes.ts'
import { tidyTask } from './tidy.ts'

export { actorsOf } from './actors-of.ts'
export { sessionAsker } from './ask-session.ts'
export { loadDemoAccess } from './load-demo-access.ts'
export { addPerson, givePersonRole, listPeople, OperatorError, type OperatorPerson } from './operate.ts'

const roleWords: Readonly<Record<string, string>> = {
  caseworker: 'Saksbehandler',
  controller: 'Controller',
  leader: 'Leder',
  administrator: 'Administrator',
  'privacy-officer': 'Personvernombud',
  'ministry-contact': 'Kontakt i departementet',
  'refugee-service': 'Flyktningtjenesten',
  'county-governor-adviser': 'Rådgiver',
  'reception-centre-staff': 'Ansatt på mottak',
  'organisation-applicant': 'Søker for en organisasjon',
  interpreter: 'Tolk',
  'public-person': 'Innbygger',
}

/** The demo's people as one of its providers knows them. */
const providerUsers = (kind: LoginKind): ProviderUser[] =>
  demoUsers
    .filter((user) => user.provider === kind)
    .map((user) => {
      const place = demoOrganisations.find((known) => known.key === user.organisation)
      return {
        subject: user.subject,
        name: user.name,
        pid: user.pid,
        acr: 'idporten-loa-high',
        represents: place?.number ? [place.number] : [],
        what: `${user.role === null ? 'Ny, uten tilgang' : (roleWords[user.role] ?? user.role)}, ${place?.nb ?? ''}`,
      }
    })

/** A person of the demo, to be told to whoever starts it. */
export interface DemoPerson {
  readonly subject: string
  readonly name: string
  /** Role and organisation, in bokmål. */
  readonly what: string
}

/** The demo's people, in the order of the login page. */
export const demoPeople = (): DemoPerson[] =>
  (['employee', 'citizen'] as const).flatMap(providerUsers).map(({ subject, name, what }) => ({ subject, name, what }))

/** Login, sessions, roles and the access log. */
export const accessModule: Module = {
  name: 'access',
  permissions: accessPermissions,
  problems: accessProblems,
  routes: async (app, context) => {
    const { config } = context
    const embedded = config.demo
      ? await mountDemoProviders(app, config, {
          employee: providerUsers('employee'),
          citizen: providerUsers('citizen'),
        })
      : {}
    const providers = providersOf(config, embedded)
    sessionRoutes(app, context, providers)
    loginRoutes(app, context, providers)
    administrationRoutes(app, context)
    logRoutes(app, context)
    auditRoutes(app, context)
  },
  histories: {
    account: { table: 'access.account', permission: 'access.administer', hidden: ['theme'], person: 'id' },
    membership: {
      table: 'access.membership',
      permission: 'access.administer',
      person: 'account',
      hidden: ['account', 'organisation', 'role', 'given_by', 'ended_by'],
    },
  },
  notices: accessNotices,
  mailLinks: { 'access.invited': invitationLink },
  tasks: { 'access-tidy': tidyTask, 'access-log-forget': forgetLooksTask },
  cron: [
    { task: 'access-tidy', match: '17 * * * *' },
    { task: 'access-log-forget', match: '41 2 * * *' },
  ],
}
