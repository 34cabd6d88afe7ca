import { ProblemError } from '../../rules/problem.ts'

/** How it went with one of several. */
export interface EachResult {
  readonly id: string
  readonly problem: string | null
  readonly params: Readonly<Record<string, string | number>>
  readonly version: number | null
}

/**
 * Writes several records and answers for each: what one of them refuses (changed by another, not allowed in its state) does
 * not stop the rest. They are taken in the order of their ids, so that two who write overlapping sets at once wait for each
 * other and never in a circle. Anything but a problem ends it all.
 */
export const eachOf = async (
  items: readonly { readonly id: string; readonly version: number }[],
  write: (item: { readonly id: string; readonly version: number }) => Promise<{ version: number }>,
): Promise<EachResult[]> => {
  const results: EachResult[] = []
  for (const item of items.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    try {
      const { version } = await write(item)
      results.push({ id: item.id, problem: null, params: {}, version })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      results.push({ id: item.id, problem: error.problem.code, params: error.problem.params, version: null })
    }
  }
  return results
}
