import { ProblemError } from '../rules/problem.ts'
import type { Instant } from '../rules/shapes.ts'
import type { Task } from './module.ts'
import type { Tx } from './transaction.ts'

/** At most so many drafts a person, and so much text in one; the table refuses a larger one too. */
const most = { drafts: 200, bytes: 100 * 1024 } as const

/** Keeps what the actor is writing under a key, instead of what was kept there; beyond the most, the oldest goes. */
export const keepDraft = async (tx: Tx, key: string, content: unknown): Promise<{ savedAt: Instant }> => {
  const [row] = await tx.sql<{ savedAt: Instant }[]>`
    insert into platform.draft (account, key, content) select ${tx.actor.personId}, ${key}, d.content
      from (select ${tx.sql.json(content)}::jsonb as content) d where octet_length(d.content::text) <= ${most.bytes}
    on conflict (account, key) do update set content = excluded.content, saved_at = platform.now()
    returning saved_at as "savedAt"`
  if (!row) throw new ProblemError('too-large', { limitMb: most.bytes / 1024 / 1024 })
  await tx.sql`delete from platform.draft where account = ${tx.actor.personId} and key in (
    select key from platform.draft where account = ${tx.actor.personId} order by saved_at desc, key offset ${most.drafts})`
  return row
}

/** Forgets the actor's draft, when there is one. */
export const forgetDraft = async (tx: Tx, key: string): Promise<void> => {
  await tx.sql`delete from platform.draft where account = ${tx.actor.personId} and key = ${key}`
}

/** The nightly job that erases drafts that nobody has gone on with. */
export const eraseDraftsTask: Task = async (_payload, { inTransaction }) => {
  await inTransaction((tx) => tx.sql`select platform.erase_old_drafts()`)
}
