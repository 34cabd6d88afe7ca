import { type RefObject, useEffect, useRef } from 'react'
import { markOf } from './LetterText.tsx'

/** How far down the pane the place lies that is taken for “what one reads now”, in pixels. */
const readingLine = 90

const toTop = (pane: HTMLElement, element: HTMLElement): void => {
  // On a phone the pane is as long as what is in it, and the page scrolls.
  if (pane.scrollHeight <= pane.clientHeight) {
    element.scrollIntoView({ block: 'center' })
    return
  }
  const top = element.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop
  pane.scrollTo({ top: Math.max(0, top - readingLine) })
}

/** The element under the reading line of a pane. */
const read = (pane: HTMLElement, selector: string): HTMLElement | null => {
  const { left, top, width } = pane.getBoundingClientRect()
  for (const across of [0.25, 0.1, 0.5]) {
    const found = document.elementFromPoint(left + width * across, top + readingLine)?.closest<HTMLElement>(selector)
    if (found && pane.contains(found)) return found
  }
  return null
}

/** Scrolls a finding's passage and its card into view. */
export const showBoth = (text: HTMLElement | null, list: HTMLElement | null, id: string): void => {
  const mark = markOf(text, id)
  if (text && mark) toTop(text, mark)
  list?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest' })
}

/**
 * The two panes scroll together: when one is scrolled by hand, the other goes to the finding that stands at the reading
 * line. The pane under the pointer or with the focus leads, so that they do not chase each other.
 */
export const useScrollTogether = (
  text: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  ready: boolean,
): void => {
  const leads = useRef<'text' | 'list' | null>(null)
  useEffect(() => {
    const panes = { text: text.current, list: list.current }
    if (!ready || !panes.text || !panes.list) return
    const { text: letter, list: register } = panes
    let frame = 0
    const follow = (from: 'text' | 'list') => () => {
      if (leads.current !== from || frame !== 0) return
      frame = requestAnimationFrame(() => {
        frame = 0
        if (from === 'text') {
          const [id] = (read(letter, '[data-findings]')?.dataset.findings ?? '').split(' ')
          const card = id ? register.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`) : null
          if (card) toTop(register, card)
        } else {
          const id = read(register, '[data-card]')?.dataset.card
          const mark = id ? markOf(letter, id) : null
          if (mark) toTop(letter, mark)
        }
      })
    }
    const ends: (() => void)[] = []
    for (const which of ['text', 'list'] as const) {
      const pane = panes[which] as HTMLElement
      const lead = () => {
        leads.current = which
      }
      const scroll = follow(which)
      for (const event of ['wheel', 'touchstart', 'pointerdown'] as const)
        pane.addEventListener(event, lead, { passive: true })
      pane.addEventListener('scroll', scroll, { passive: true })
      ends.push(() => {
        for (const event of ['wheel', 'touchstart', 'pointerdown'] as const) pane.removeEventListener(event, lead)
        pane.removeEventListener('scroll', scroll)
      })
    }
    const still = () => {
      leads.current = null
    }
    document.addEventListener('keydown', still)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('keydown', still)
      for (const end of ends) end()
    }
  }, [text, list, ready])
}
