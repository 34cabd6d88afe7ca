import { type FocusEvent, useEffect, useRef } from 'react'
import { asProblem } from '../api/problem.ts'
import type { DraftContent } from './keep-draft.ts'
import { same } from './useDraft.ts'
import { ownOnTop, type RecordForm, type RecordFormOptions, useRecordForm } from './useRecordForm.ts'

/** A row that is written in where it stands. */
export interface RecordRow<T> extends RecordForm<T> {
  readonly unsaved: boolean
  /** When it was stored last, since the page was opened; null before. */
  readonly storedAt: number | null
  /** What the row's element listens by. */
  readonly listen: {
    readonly onFocus: () => void
    readonly onBlur: (event: FocusEvent<Element, Element>) => void
  }
}

/** The server trims what it stores. */
const alike = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'string' && typeof b === 'string' && a.trim() === b.trim())

/**
 * Goes on from a newer version of the record, when others have not written in a field that one has written in: what one
 * has sent oneself, and never had the answer to, is not others'.
 */
const follow = <T extends object>(now: DraftContent<T>, theirs: T, version: number): DraftContent<T> => {
  const clash = (Object.keys(now.value) as (keyof T)[]).some(
    (name) =>
      now.value[name] !== now.base[name] &&
      ![now.value, now.base, now.sent ?? now.base].some((known) => alike(known[name], theirs[name])),
  )
  if (clash) return now
  return { value: ownOnTop(now, theirs), base: theirs, version }
}

/**
 * A row of a page of records: kept at every keystroke, stored when one leaves it, and when one comes back to what was kept
 * and not stored. No answer writes over what has been typed since it was asked for.
 */
export const useRecordRow = <R extends { readonly version: number }, T extends object>(
  options: Omit<RecordFormOptions<R, T>, 'done' | 'stored' | 'write'> & {
    readonly write: (value: T, version: number) => Promise<{ readonly version: number }>
  },
): RecordRow<T> => {
  const { record, begin } = options
  const storedAt = useRef<number | null>(null)
  const away = useRef(true)
  const tried = useRef(-1)
  const form: RecordForm<T> = useRecordForm<R, T>({
    ...options,
    write: async (value, version) => {
      tried.current = version
      form.draft.sending(value)
      const stored = await options.write(value, version)
      storedAt.current = Date.now()
      form.draft.stored(value, stored.version)
    },
  })
  const { draft, write } = form
  const unsaved = !same(draft.value, draft.base)
  const store = () => {
    if (unsaved && !write.pending && !draft.loading) form.save()
  }
  const { version } = record.shown
  // biome-ignore lint/correctness/useExhaustiveDependencies: a version is one and the same however often it is read.
  useEffect(() => {
    if (version > draft.version) draft.rebase((now) => follow(now, begin(record.shown), version))
  }, [version, draft.version])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed while it could not be stored, when it can be.
  useEffect(() => {
    if (write.pending) return
    // What it stumbled over has been taken in.
    if (write.error !== null && tried.current < draft.version) write.forget()
    else if (write.error === null && away.current) store()
  }, [write.pending, write.error, draft.loading, draft.version])
  const keepMine = async () => {
    const fresh = await record.read().catch(() => null)
    if (fresh === null) return
    const theirs = begin(fresh)
    draft.rebase((now) => ({ value: ownOnTop(now, theirs), base: theirs, version: fresh.version }))
    write.forget()
  }
  return {
    ...form,
    write: { ...write, keepMine: () => void keepMine() },
    unsaved,
    storedAt: storedAt.current,
    listen: {
      onFocus: () => {
        away.current = false
      },
      onBlur: (event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return
        away.current = true
        // A notice answers what one presses in it: a new try would take it away under the hand.
        const conflict = write.error !== null && asProblem(write.error).code === 'changed-by-other'
        if (!conflict && event.relatedTarget?.closest('[role="alert"]') == null) store()
      },
    },
  }
}
