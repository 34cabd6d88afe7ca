import { useEffect, useRef, useState } from 'react'
import { useSession } from '../session/session.ts'
import { type DraftContent, type DraftKeeper, draftKeeper, type FoundDraft } from './keep-draft.ts'

/** What is being written in a form, kept until it has been stored. */
export interface Draft<T> extends DraftContent<T> {
  /** True until it is known whether something was kept: what is typed before would be written over. */
  readonly loading: boolean
  /** When what was brought back had been written, in milliseconds since 1970; null when nothing was. */
  readonly restored: number | null
  /** When the server last kept it; null before. */
  readonly savedAt: string | null
  /** Changes some of what is written. */
  readonly set: (change: Partial<T>) => void
  /** Goes on from a newer version of the record, with what is then to stand there, given what stands there now. */
  readonly rebase: (next: (now: DraftContent<T>) => DraftContent<T>) => void
  /** It is on its way to be stored. */
  readonly sending: (value: T) => void
  /** It has been stored in a version, and the form stays: what has been typed since is still to be. */
  readonly stored: (value: T, version: number) => void
  /** Throws away what was written, and begins anew. */
  readonly discard: () => void
  /** It has been stored: nothing is kept any longer. */
  readonly done: () => void
  /** Sends at once what the server has not got. */
  readonly flush: () => void
}

/** Whether two values of a form are the same to the letter. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What was kept, as far as the form still has such fields: a later release may have others. */
const fitted = <T extends object>(kept: T, initial: T): T => {
  const known = Object.entries(initial).map(([name, value]) => {
    const before: unknown = kept[name as keyof T]
    return [name, typeof before === typeof value ? before : value]
  })
  return Object.fromEntries(known) as T
}

/**
 * Keeps what a person writes in a form under a key: through closing, moving about, reloading and an ended session, on
 * whatever machine it is gone on with. `version` is that of the record that is written about; it is kept with the text, so
 * that what others have changed since it was begun is noticed. What is as it was from the beginning is not kept.
 */
export const useDraft = <T extends object>(key: string, initial: T, version = 0): Draft<T> => {
  const account = useSession().person?.id
  const begun = useRef<DraftContent<T>>({ value: initial, base: initial, version })
  const [content, setContent] = useState(begun.current)
  const latest = useRef(content)
  const [loading, setLoading] = useState(true)
  const [restored, setRestored] = useState<number | null>(null)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const keeper = useRef<DraftKeeper<T> | null>(null)
  const show = (next: DraftContent<T>) => {
    latest.current = next
    setContent(next)
  }
  const change = (next: DraftContent<T>) => {
    show(next)
    keeper.current?.keep(same(next.value, next.base) ? null : next)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was brought back is shown once, when the form opens.
  useEffect(() => {
    if (account === undefined) return
    let open = true
    const opened = draftKeeper<T>(account, key, (at) => open && setSavedAt(at))
    keeper.current = opened
    const bring = (found: FoundDraft<T> | null) => {
      if (found === null) return
      const { value, base, sent, version: seen } = found.content
      const rest = sent === undefined ? {} : { sent: fitted(sent, initial) }
      show({ value: fitted(value, initial), base: fitted(base, initial), version: seen, ...rest })
      setRestored(found.at)
    }
    // At once, so that it stands there before anybody goes on typing.
    bring(opened.here)
    const bringBack = async () => {
      const found = await opened.find()
      if (!open) return
      bring(found)
      setLoading(false)
    }
    void bringBack()
    const leave = () => opened.flush(true)
    window.addEventListener('pagehide', leave)
    return () => {
      open = false
      window.removeEventListener('pagehide', leave)
      opened.flush()
    }
  }, [account, key])

  return {
    ...content,
    loading,
    restored,
    savedAt,
    set: (some) => change({ ...latest.current, value: { ...latest.current.value, ...some } }),
    rebase: (next) => change(next(latest.current)),
    sending: (value) => change({ ...latest.current, sent: value }),
    stored: (value, seen) => change({ value: latest.current.value, base: value, version: seen }),
    discard: () => {
      setRestored(null)
      setSavedAt(null)
      change({ value: initial, base: initial, version })
    },
    done: () => keeper.current?.keep(null),
    flush: () => keeper.current?.flush(),
  }
}
