import { useState } from 'react'

/** The rows that are marked, by their keys; they stay marked while the list is filtered and paged. */
export const useMarks = () => {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const mark = (keys: readonly string[], on: boolean) =>
    setMarked((now) => {
      const next = new Set(now)
      for (const key of keys) {
        if (on) next.add(key)
        else next.delete(key)
      }
      return next
    })
  return { marked, mark, clear: () => setMarked(new Set()) }
}
