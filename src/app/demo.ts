import { loadDemoAccess } from '../access/server/index.ts'
import { loadDemoLetters } from '../governance/server/index.ts'
import type { Sql } from '../platform/server/database/connect.ts'
import type { AppContext } from '../platform/server/module.ts'

/** Loads the demo country; what is there already is left alone. `owner` is the owner's connection. */
export const loadDemo = async (context: AppContext, owner: Sql): Promise<void> => {
  await loadDemoAccess(owner, context.config)
  await loadDemoLetters(context)
}
