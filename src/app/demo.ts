import type { Sql } from '../platform/server/database/connect.ts'
import type { AppContext } from '../platform/server/module.ts'
import { modules } from './modules.ts'

/** Loads the demo country, module by module; what is there already is left alone. `owner` is the owner's connection. */
export const loadDemo = async (context: AppContext, owner: Sql): Promise<void> => {
  for (const module of modules) await module.demo?.(context, owner)
}
