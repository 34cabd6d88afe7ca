import type { Module } from '../platform/server/module.ts'
import { appropriationsPermissions } from './rules/permissions.ts'
import { appropriationsRoutes } from './server/routes.ts'

/** The money that the ministry's letters give, per chapter and item. */
export const appropriationsModule: Module = {
  name: 'appropriations',
  standsOn: ['access', 'reference'],
  permissions: appropriationsPermissions,
  routes: appropriationsRoutes,
  histories: {
    allocation: { table: 'appropriations.allocation', permission: 'money.read', hidden: ['position', 'letter'] },
  },
}
