import type { Module } from '../platform/server/module.ts'
import { accessPermissions } from './rules/permissions.ts'
import { accessProblems } from './rules/problems.ts'
import { accessLogRoutes } from './server/access-log-routes.ts'
import { actorsOf } from './server/actors-of.ts'
import { administrationRoutes } from './server/administration-routes.ts'
import { auditRoutes } from './server/audit-routes.ts'
import { providerUsers } from './server/demo-people.ts'
import { eraseDueTask } from './server/erase-due.ts'
import { exportAccessLog } from './server/export-access-log.ts'
import { exportAudit } from './server/export-audit.ts'
import { installationAdministrators } from './server/installation-administrators.ts'
import { invitationLink } from './server/invitation.ts'
import { loadDemoAccess } from './server/load-demo-access.ts'
import { loginRoutes } from './server/login-routes.ts'
import { mountDemoProviders } from './server/mount-demo-providers.ts'
import { providersOf } from './server/providers.ts'
import { pruneAccessLogTask } from './server/prune-access-log.ts'
import { searchColleagues } from './server/search-people.ts'
import { sessionRoutes } from './server/session-routes.ts'
import { tidySessionsTask } from './server/tidy-sessions.ts'
import { texts as noticesEn } from './texts/notices.en.ts'
import { texts as noticesNb } from './texts/notices.nb.ts'
import { texts as noticesNn } from './texts/notices.nn.ts'

/** Login, sessions, roles and the access log. */
export const accessModule: Module = {
  name: 'access',
  standsOn: ['reference'],
  // Who asks, how far that reaches, and what a person is called: what every module's queries and policies stand on.
  doors: [
    'access.acting',
    'access.actor',
    'access.entity',
    'access.hold_account',
    'access.may',
    'access.name_of',
    'access.organisation',
    'access.role_in_force',
    'access.within',
  ],
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
    accessLogRoutes(app, context)
    auditRoutes(app, context)
  },
  searches: [searchColleagues],
  histories: {
    account: { table: 'access.account', permission: 'access.administer', hidden: ['theme'], person: 'id' },
    membership: {
      table: 'access.membership',
      permission: 'access.administer',
      person: 'account',
      hidden: ['account', 'organisation', 'role', 'given_by', 'ended_by'],
    },
  },
  demo: (context, owner) => loadDemoAccess(owner, context.config),
  notices: { nb: noticesNb, nn: noticesNn, en: noticesEn },
  exports: [exportAccessLog, exportAudit],
  actorsOf,
  installationAdministrators,
  mailLinks: { 'access.invited': invitationLink },
  tasks: { 'access-tidy': tidySessionsTask, 'access-log-forget': pruneAccessLogTask, 'erase-due': eraseDueTask },
  cron: [
    { task: 'access-tidy', match: '17 * * * *' },
    { task: 'access-log-forget', match: '41 2 * * *' },
    { task: 'erase-due', match: '51 2 * * *' },
  ],
}
