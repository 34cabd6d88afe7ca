import type { Difference } from '../parts/ConflictNotice.tsx'
import type { DraftContent } from './keep-draft.ts'
import { type Draft, same, useDraft } from './useDraft.ts'
import { type RecordWrite, useRecordWrite, type WrittenRecord } from './useRecordWrite.ts'

/** How a field is told in words: its label, and its value when that is not words itself. */
export interface FieldWords<V> {
  readonly label: string
  readonly words?: (value: V) => string
}

/** A form about a record: what is being written, and the write. */
export interface RecordForm<T> {
  readonly value: T
  readonly set: (change: Partial<T>) => void
  readonly draft: Draft<T>
  readonly write: RecordWrite<T>
  /** Stores what has been written. */
  readonly save: () => void
}

/** What {@link useRecordForm} takes. */
export interface RecordFormOptions<R extends { readonly version: number }, T extends object> {
  /** The draft's key: the record and which form. */
  readonly key: string
  readonly record: WrittenRecord<R>
  /** What the form begins with, given the record. */
  readonly begin: (record: R) => T
  /** Of a form that adds something each time: what was added last. One's own then stands as a whole beside it. */
  readonly stored?: (record: R) => T
  readonly fields: { readonly [K in keyof T]: FieldWords<T[K]> }
  readonly write: (value: T, version: number) => Promise<unknown>
  /** Closes the form when it has been stored; without it, the form stays. */
  readonly done?: () => void
}

/** What others have stored, and on top of it the fields that one has changed oneself. */
export const ownOnTop = <T extends object>({ value, base }: DraftContent<T>, theirs: T): T => {
  const own = Object.entries(value).filter(([name, mine]) => !same(mine, base[name as keyof T]))
  return { ...theirs, ...Object.fromEntries(own) }
}

/**
 * A form about a record: its text is kept until it is stored (`useDraft`), and what others store meanwhile is shown beside
 * one's own (`useRecordWrite`). Kept on top of theirs, one's own is the fields that one has changed.
 */
export const useRecordForm = <R extends { readonly version: number }, T extends object>(
  options: RecordFormOptions<R, T>,
): RecordForm<T> => {
  const { key, record, begin, stored, fields } = options
  const draft = useDraft(key, begin(record.shown), record.shown.version)
  const names = Object.keys(draft.value) as (keyof T)[]
  const told = <K extends keyof T>(name: K, value: T[K]): string => fields[name].words?.(value) ?? String(value)
  const touched = (value: T) => names.filter((name) => told(name, value[name]) !== told(name, draft.base[name]))
  const differences = (fresh: R): Difference[] => {
    const theirs = (stored ?? begin)(fresh)
    const changed = new Set(touched(theirs))
    return (stored ? names : touched(draft.value))
      .map((name) => ({ name, mine: told(name, draft.value[name]), theirs: told(name, theirs[name]) }))
      .filter((one) => changed.has(one.name) && one.mine !== one.theirs)
      .map(({ name, ...both }) => ({ field: fields[name].label, ...both }))
  }
  const write = useRecordWrite<R, T>({
    record,
    version: draft.version,
    write: options.write,
    compare: differences,
    // What has been typed since the write was refused is one's own too.
    merge: (_, fresh) => {
      const base = begin(fresh)
      const next = {
        value: stored ? draft.value : ownOnTop(draft, base),
        base,
        version: fresh.version,
      }
      draft.rebase(() => next)
      return next.value
    },
    done: () => {
      if (options.done === undefined) return
      draft.done()
      options.done()
    },
    giveUp: draft.discard,
  })
  return { value: draft.value, set: draft.set, draft, write, save: () => write.run(draft.value) }
}
