import { accessModule } from '../access/server/index.ts'
import { appropriationsModule } from '../appropriations/server/index.ts'
import { figuresModule } from '../figures/server/index.ts'
import { governanceModule } from '../governance/server/index.ts'
import type { Module } from '../platform/server/module.ts'

/** The modules of the house, each after those that it stands on. */
export const modules: readonly Module[] = [accessModule, appropriationsModule, figuresModule, governanceModule]
