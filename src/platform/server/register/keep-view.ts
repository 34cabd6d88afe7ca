import type { Static } from 'typebox'
import { ProblemError } from '../../rules/problem.ts'
import type { ViewBody } from '../../rules/saved-view-shapes.ts'
import type { Tx } from '../transaction.ts'

type View = Static<typeof ViewBody>

/** So many views one person keeps, of all pages together. */
const most = 50

const sharedWith = ({ actor }: Tx, { shared }: View) => (shared ? actor.organisationId : null)

const nameTaken = () => new ProblemError('already-exists', { field: 'name' })

/** Keeps how the actor looks at a page's list. Throws `already-exists` and `too-many-kept`. */
export const keepView = async (tx: Tx, page: string, view: View): Promise<{ id: string }> => {
  const { sql, actor } = tx
  const [count] = await sql<{ kept: number }[]>`
    select count(*)::int as kept from platform.saved_view where account = ${actor.personId}`
  if ((count?.kept ?? 0) >= most) throw new ProblemError('too-many-kept', { most })
  const [kept] = await sql<{ id: string }[]>`
    insert into platform.saved_view (account, organisation, page, name, query)
    values (${actor.personId}, ${sharedWith(tx, view)}, ${page}, ${view.name.trim()}, ${view.query})
    on conflict (account, page, name) do nothing returning id`
  if (!kept) throw nameTaken()
  return kept
}

/** Changes one of the actor's views. Throws `not-found` and `already-exists`. */
export const changeView = async (tx: Tx, id: string, view: View): Promise<void> => {
  const { sql, actor } = tx
  const name = view.name.trim()
  const [other] = await sql`select o.id from platform.saved_view v join platform.saved_view o
    on o.account = v.account and o.page = v.page and o.id <> v.id
    where v.id = ${id} and v.account = ${actor.personId} and o.name = ${name}`
  if (other) throw nameTaken()
  const changed = await sql`update platform.saved_view
    set name = ${name}, query = ${view.query}, organisation = ${sharedWith(tx, view)}
    where id = ${id} and account = ${actor.personId}`
  if (changed.count === 0) throw new ProblemError('not-found', { kind: 'saved-view' })
}

/** Removes one of the actor's views. Throws `not-found`. */
export const removeView = async ({ sql, actor }: Tx, id: string): Promise<void> => {
  const removed = await sql`delete from platform.saved_view where id = ${id} and account = ${actor.personId}`
  if (removed.count === 0) throw new ProblemError('not-found', { kind: 'saved-view' })
}
