import type { Instant } from '../rules/shapes.ts'
import type { Tx } from './transaction.ts'

/** The keys under which something of the actor's is kept. */
export const viewDraftKeys = async (tx: Tx): Promise<string[]> =>
  (
    await tx.sql<{ key: string }[]>`select key from platform.draft where account = ${tx.actor.personId} order by key`
  ).map(({ key }) => key)

/** What the actor was writing under a key; nulls when nothing is kept there. */
export const viewDraft = async (tx: Tx, key: string) => {
  const [row] = await tx.sql<{ content: unknown; savedAt: Instant }[]>`
    select content, saved_at as "savedAt" from platform.draft where account = ${tx.actor.personId} and key = ${key}`
  return row ?? { content: null, savedAt: null }
}
