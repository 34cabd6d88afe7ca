import { accessPermissions } from '../../../access/rules/permissions.ts'
import { appropriationsPermissions } from '../../../appropriations/rules/permissions.ts'
import { figuresPermissions } from '../../../figures/rules/permissions.ts'
import { joinPermissions } from '../../../platform/rules/permission.ts'
import { governancePermissions } from '../../rules/permissions.ts'

/** What roles give of governance and of all that it stands on. */
export const permissions = joinPermissions([
  { name: 'access', permissions: accessPermissions },
  { name: 'appropriations', permissions: appropriationsPermissions },
  { name: 'figures', permissions: figuresPermissions },
  { name: 'governance', permissions: governancePermissions },
])
