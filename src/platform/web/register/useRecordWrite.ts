import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { asProblem } from '../api/problem.ts'
import type { Difference } from '../parts/ConflictNotice.tsx'
import { sessionQuery } from '../session/session.ts'

/** A record that is written on: in which version one sees it, how it is read anew, and what is stale after a write. */
export interface WrittenRecord<R extends { readonly version: number }> {
  readonly shown: R
  readonly read: () => Promise<R>
  readonly stale: QueryKey
}

/** A write that is being made. */
export interface RecordWrite<Body> {
  readonly run: (body: Body) => void
  readonly pending: boolean
  readonly error: unknown
  /** What somebody else has stored meanwhile, beside one's own; null when it cannot be said. */
  readonly differences: readonly Difference[] | null
  readonly keepMine: () => void
  readonly takeTheirs: () => void
  /** Forgets that it did not go well. */
  readonly forget: () => void
}

/** What {@link useRecordWrite} takes. */
export interface RecordWriteOptions<R extends { readonly version: number }, Body> {
  readonly record: WrittenRecord<R>
  /** The version that the writer saw; otherwise the one that was shown first. */
  readonly version?: number
  readonly write: (body: Body, version: number) => Promise<unknown>
  /** What the other has stored and what is being written, side by side. */
  readonly compare?: (fresh: R) => readonly Difference[]
  /** What is written when one's own is kept on top of what the other has stored. */
  readonly merge?: (body: Body, fresh: R) => Body
  readonly done: () => void
  /** The other's is taken: one's own is given up. */
  readonly giveUp?: () => void
}

/**
 * Writes on a record in the version that the writer saw, so that what others change meanwhile is noticed even when the
 * page behind has been refreshed. After an ended session the next try asks for the new one first.
 */
export const useRecordWrite = <R extends { readonly version: number }, Body>(
  options: RecordWriteOptions<R, Body>,
): RecordWrite<Body> => {
  const { record, compare, merge } = options
  const client = useQueryClient()
  const [first] = useState(record.shown.version)
  const [fresh, setFresh] = useState<R | null>(null)
  const last = useRef<Body | null>(null)
  const refused = useRef(false)
  const mutation = useMutation({
    mutationFn: async (input: { body: Body; version: number }) => {
      try {
        if (refused.current) await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
        await options.write(input.body, input.version)
      } catch (error) {
        const { code } = asProblem(error)
        refused.current = code === 'not-logged-in' || code === 'csrf-failed'
        setFresh(code === 'changed-by-other' ? await record.read().catch(() => null) : null)
        throw error
      }
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: record.stale })
      options.done()
    },
  })
  const run = (body: Body, version: number) => {
    last.current = body
    mutation.mutate({ body, version })
  }
  return {
    run: (body) => run(body, options.version ?? first),
    pending: mutation.isPending,
    forget: mutation.reset,
    error: mutation.error,
    differences: fresh === null || compare === undefined ? null : compare(fresh),
    keepMine: () => {
      const again = async () => {
        const body = last.current
        const stored = fresh ?? (await record.read().catch(() => null))
        if (body !== null && stored !== null) run(merge === undefined ? body : merge(body, stored), stored.version)
      }
      void again()
    },
    takeTheirs: () => {
      mutation.reset()
      options.giveUp?.()
      void client.invalidateQueries({ queryKey: record.stale })
      options.done()
    },
  }
}
