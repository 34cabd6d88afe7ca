import type { Place } from './types.ts'

/**
 * Looks up which of many things stand around a place. The things are put in order once, and a look-up walks back only
 * as long as something that began earlier may still go on: asking for each date of a letter stays proportional to it.
 */
export const coveringOf = <T>(
  things: readonly { readonly place: Place; readonly value: T }[],
): ((at: Place, fits: (value: T) => boolean) => boolean) => {
  const sorted = [...things].sort((a, b) => a.place.start - b.place.start)
  const furthest: number[] = []
  for (const { place } of sorted) furthest.push(Math.max(furthest[furthest.length - 1] ?? 0, place.end))
  return (at, fits) => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle]?.place.start ?? 0) <= at.start) low = middle + 1
      else high = middle
    }
    for (let i = low - 1; i >= 0 && (furthest[i] ?? 0) > at.start; i -= 1) {
      const thing = sorted[i]
      if (thing && at.start < thing.place.end && fits(thing.value)) return true
    }
    return false
  }
}
