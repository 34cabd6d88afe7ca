import type { Static } from 'typebox'
import type { SavedView, ViewsAnswer } from '../../rules/saved-view-shapes.ts'
import type { Tx } from '../transaction.ts'

/** The actor's views of a page's list, and those that others in the organisation share, by name. */
export const viewSavedViews = async ({ sql, actor }: Tx, page: string): Promise<Static<typeof ViewsAnswer>> => ({
  views: await sql<SavedView[]>`
    select id, name, query, organisation is not null as shared, account = ${actor.personId} as own
    from platform.saved_view where page = ${page} order by name collate "nb-NO-x-icu", id limit 500`,
})
