import { fold } from './words.ts'

const stop = new Set('og i på av til for med som en et ei ein eit den det de dei om fra frå ved å er'.split(' '))

/** The words of a title that carry its meaning. */
export const titleWords = (title: string): ReadonlySet<string> =>
  new Set(
    fold(title)
      .split(' ')
      .filter((word) => word !== '' && !stop.has(word)),
  )

/** How alike two sets of words are, from 0 to 1. Words of one stem count as half the same. */
export const likeness = (left: ReadonlySet<string>, right: ReadonlySet<string>): number => {
  if (left.size === 0 || right.size === 0) return 0
  const stems = new Set([...right].map((word) => word.slice(0, 6)))
  let shared = 0
  for (const word of left) shared += right.has(word) ? 1 : word.length > 5 && stems.has(word.slice(0, 6)) ? 0.5 : 0
  return (2 * shared) / (left.size + right.size)
}

/** How alike two titles are, from 0 to 1, by their words. */
export const titleLikeness = (a: string, b: string): number => likeness(titleWords(a), titleWords(b))
