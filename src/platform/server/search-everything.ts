import type { Static } from 'typebox'
import type { SearchAnswer } from '../rules/shapes.ts'
import type { SearchHit, SearchSource } from './module.ts'
import { may, type Tx } from './transaction.ts'

const searchOne = async (tx: Tx, source: SearchSource, text: string, limit: number) => {
  const exact = await source.search(tx, text, limit)
  if (source.near === undefined || exact.length >= limit) return { exact, like: [] }
  const known = new Set(exact.map(({ link }) => link))
  const like = (await source.near(tx, text, limit)).filter(({ link }) => !known.has(link))
  return { exact, like: like.slice(0, limit - exact.length) }
}

/** What the actor may find: all that holds the text, and then, of sources that found little, what is like it. */
export const searchEverything = async (
  tx: Tx,
  sources: readonly SearchSource[],
  text: string,
  limit: number,
): Promise<Static<typeof SearchAnswer>['hits']> => {
  if (text.length < 2) return []
  const allowed = sources.filter(({ permission }) => may(tx.actor, permission))
  const found = await Promise.all(allowed.map((source) => searchOne(tx, source, text, limit)))
  const shown = (hits: readonly SearchHit[], near: boolean) =>
    hits.map(({ person, ...hit }) => {
      if (person !== undefined && person !== tx.actor.personId) {
        tx.viewed({ kind: hit.kind, id: person, person })
      }
      return { ...hit, near }
    })
  return [
    ...shown(
      found.flatMap(({ exact }) => exact),
      false,
    ),
    ...shown(
      found.flatMap(({ like }) => like),
      true,
    ),
  ]
}
