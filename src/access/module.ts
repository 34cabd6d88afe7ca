import type { Module } from '../platform/server/module.ts'
import { accessPermissions } from './rules/permissions.ts'
import { accessProblems } from './rules/problems.ts'
import { administrationRoutes } from './server/administration-routes.ts'
import { auditRoutes } from './server/audit-routes.ts'
import { caretakers } from './server/caretakers.ts'
import { providerUsers } from './server/demo-people.ts'
import { forgetLooksTask } from './server/forget-looks.ts'
import { invitationLink } from './server/invitation.ts'
import { loadDemoAccess } from './server/load-demo-access.ts'
import { logRoutes } from './server/log-routes.ts'
import { loginRoutes } from './server/login-routes.ts'
import { mountDemoProviders } from './server/mount-demo-providers.ts'
import { accessNotices } from './server/notices.ts'
import { providersOf } from './server/providers.ts'
import { sessionRoutes } from './server/session-routes.ts'
import { tidyTask } from './server/tidy.ts'

/** Login, sessions, roles and the access log. */
export const accessModule: Module = {
  name: 'access',
  standsOn: ['reference'],
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
  demo: (context, owner) => loadDemoAccess(owner, context.config),
  notices: accessNotices,
  caretakers,
  mailLinks: { 'access.invited': invitationLink },
  tasks: { 'access-tidy': tidyTask, 'access-log-forget': forgetLooksTask },
  cron: [
    { task: 'access-tidy', match: '17 * * * *' },
    { task: 'access-log-forget', match: '41 2 * * *' },
  ],
}
