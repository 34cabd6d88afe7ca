import { useEffect, useRef } from 'react'
import { shortcutsOn } from '../session/preferences.ts'

/** Whether the person is writing: then a letter is a letter. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null)

/** Whether a dialog is open, or a calendar: then the page below does not listen. */
export const dialogOpen = (): boolean => document.querySelector('dialog[open], .aksel-date__popover') !== null

/**
 * Runs something when a single key is pressed outside fields and dialogs. Nothing happens when the person has turned
 * the shortcuts off (WCAG 2.1, 2.1.4).
 */
export const useShortcut = (key: string, run: (event: KeyboardEvent) => void): void => {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (isWriting(event.target) || dialogOpen() || !shortcutsOn()) return
      event.preventDefault()
      latest.current(event)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [key])
}
