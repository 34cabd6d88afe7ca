import type { Part } from '../../../platform/server/join-parts.ts'
import { exportCommitments } from './export-register.ts'
import { formRoutes } from './form-routes.ts'
import { readRoutes } from './read-routes.ts'
import { searchRegister } from './search-register.ts'
import { writeRoutes } from './write-routes.ts'

const kept = (table: string) => ({
  table: `governance.${table}`,
  permission: 'followup.read',
  hidden: ['position', 'source_start', 'source_end'],
})

/** The register that is followed up: owners, status, deliveries, deadlines, dependencies, the reporting form. */
export const registerPart: Part = {
  name: 'register',
  routes: (app, context) => {
    readRoutes(app, context)
    writeRoutes(app, context)
    formRoutes(app, context)
  },
  searches: [searchRegister],
  exports: [exportCommitments],
  histories: {
    goal: kept('goal'),
    commitment: kept('commitment'),
    requirement: kept('requirement'),
    deadline: kept('deadline'),
    delivery: kept('delivery'),
    activity: kept('activity'),
  },
}
