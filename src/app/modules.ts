import { accessModule } from '../access/module.ts'
import { appropriationsModule } from '../appropriations/module.ts'
import { figuresModule } from '../figures/module.ts'
import { governanceModule } from '../governance/module.ts'
import { joinPermissions } from '../platform/rules/permission.ts'
import type { Module } from '../platform/server/module.ts'
import { referenceModule } from '../reference/module.ts'

/** The modules of the house, each after those that it stands on. */
export const modules: readonly Module[] = [
  referenceModule,
  accessModule,
  appropriationsModule,
  figuresModule,
  governanceModule,
]

/** The permissions that the modules declare. */
export const permissions = joinPermissions(modules)
