import type { Module } from '../../platform/server/module.ts'
import { appropriationsPermissions } from '../rules/permissions.ts'
import { appropriationsRoutes } from './routes.ts'

/** The money that the ministry's letters give, per chapter and item. */
export const appropriationsModule: Module = {
  name: 'appropriations',
  permissions: appropriationsPermissions,
  routes: appropriationsRoutes,
  histories: {
    allocation: { table: 'appropriations.allocation', permission: 'money.read', hidden: ['position', 'letter'] },
  },
}

export type { AllocationItem, AllocationKind, MoneyLetter, MoneyLetterKind } from '../rules/allocation.ts'
export { type LetterMoney, recordAllocations } from './record-allocations.ts'
