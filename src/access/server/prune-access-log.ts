import type { Task } from '../../platform/server/module.ts'

/** Lines that one transaction takes away, so that none runs long. */
const portion = 10_000

/** The instant `months` calendar months before `now`, in UTC; a day that the month has not is its last. */
export const monthsBefore = (now: Date, months: number): Date => {
  const then = new Date(now)
  then.setUTCDate(1)
  then.setUTCMonth(then.getUTCMonth() - months)
  const lastDay = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate()
  then.setUTCDate(Math.min(now.getUTCDate(), lastDay))
  return then
}

/**
 * The nightly job that takes entries out of the access log when they have been kept for as long as the setting says (GDPR
 * article 5(1)(e); docs/decisions has the reasoning). How many went, and up to when, is left in the audit lines.
 */
export const pruneAccessLogTask: Task = async (_payload, { config, inTransaction }) => {
  let forgotten = portion
  while (forgotten === portion) {
    forgotten = await inTransaction(async (tx) => {
      const before = monthsBefore(tx.now, config.accessLogMonths)
      const [row] = await tx.sql<{ lines: number }[]>`select access.forget_looks(${before}, ${portion}) as lines`
      const lines = row?.lines ?? 0
      if (lines > 0) {
        tx.audit({
          action: 'access-log.forget',
          kind: 'access-log',
          id: 'retention',
          detail: { before: before.toISOString(), lines },
        })
      }
      return lines
    })
  }
}
