import type { Task } from '../../platform/server/module.ts'
import { loginTimeLimit, sessionLimits } from '../rules/session.ts'

/**
 * The hourly job that ends sessions whose time is over, so that they forget their identity tokens, and removes logins
 * that were never finished. What it ends was dead already: the limits are checked at every request.
 */
export const tidySessionsTask: Task = async (_payload, { inTransaction }) => {
  await inTransaction(async (tx) => {
    for (const [provider, limit] of Object.entries(sessionLimits)) {
      await tx.sql`update access.session set ended_at = ${tx.now}, ended_because = 'limit'
        where ended_at is null and provider = ${provider} and (
          opened_at <= ${new Date(tx.now.getTime() - limit.absolute)}
          or last_seen_at <= ${new Date(tx.now.getTime() - limit.idle)})`
    }
    await tx.sql`delete from access.login_state where created_at <= ${new Date(tx.now.getTime() - 2 * loginTimeLimit)}`
  })
}
