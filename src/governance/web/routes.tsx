import type { WebModule } from '../../platform/web/module.ts'
import { lettersPart } from './letters/routes.tsx'
import { registerPart } from './register/routes.tsx'
import { rhythmPart } from './rhythm/routes.tsx'

/** The pages of the letters, of what is followed up, and of the year's rhythm. */
export const governanceModule: WebModule = {
  id: 'governance',
  permissions: () => import('../rules/permissions.ts').then((m) => m.governancePermissions),
  problems: () => import('../rules/problems.ts').then((m) => m.governanceProblems),
  parts: [lettersPart, registerPart, rhythmPart],
}
