import { useEffect, useRef } from 'react'
import { shortcutsOn } from '../session/preferences.ts'

/** Whether the person is writing: then a letter is a letter. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null)

/** Whether a dialog is open, or a calendar: then the page below does not listen. */
export const dialogOpen = (): boolean => document.querySelector('dialog[open], .aksel-date__popover') !== null

/** A key that the page listens to, and what for; without words, the frame's own. */
interface Shortcut {
  readonly key: string
  readonly words: string | undefined
  readonly run: () => void
}

const listening = new Set<Shortcut>()

/** The keys that are listened to now, with the words of each. */
export const shortcutsHere = (): ReadonlyMap<string, string | undefined> =>
  new Map([...listening].map(({ key, words }) => [key, words]))

/** Does what a key does on this page, without the key. */
export const press = (key: string): void => [...listening].find((one) => one.key === key)?.run()

/**
 * Runs something when a single key is pressed outside fields and dialogs. Nothing happens when the person has turned
 * the shortcuts off (WCAG 2.1, 2.1.4). `?` tells of it by `words`; a key that does nothing on this page (null) it leaves out.
 */
export const useShortcut = (key: string, run: (event: KeyboardEvent) => void, words?: string | null): void => {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (isWriting(event.target) || dialogOpen() || !shortcutsOn()) return
      event.preventDefault()
      latest.current(event)
    }
    const told = { key, words: words ?? undefined, run: () => latest.current(new KeyboardEvent('keydown', { key })) }
    if (words !== null) listening.add(told)
    document.addEventListener('keydown', listen)
    return () => {
      listening.delete(told)
      document.removeEventListener('keydown', listen)
    }
  }, [key, words])
}
