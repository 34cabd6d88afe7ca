import { accessModule } from '../access/server/index.ts'
import { appropriationsModule } from '../appropriations/server/index.ts'
import { figuresModule } from '../figures/server/index.ts'
import { governanceModule } from '../governance/server/index.ts'
import { joinPermissions } from '../platform/rules/permission.ts'
import type { Module } from '../platform/server/module.ts'
import { referenceModule } from '../reference/server/index.ts'

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
