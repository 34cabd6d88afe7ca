import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useLocation } from 'react-router'

/**
 * A button that opens a small panel below itself. Closes on Escape (focus goes back to the button), on a click or
 * focus outside, and when the page changes.
 */
export const Menu = (props: { label: string; button: ReactNode; children: ReactNode }) => {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const panel = useId()
  const { pathname } = useLocation()

  // biome-ignore lint/correctness/useExhaustiveDependencies: the page's change is what closes the panel.
  useEffect(() => setOpen(false), [pathname])

  useEffect(() => {
    if (!open) return
    const outside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    document.addEventListener('keydown', onEscape)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
      document.removeEventListener('keydown', onEscape)
    }
  }, [open])

  return (
    <div className="ff-menu" ref={root}>
      <button
        ref={button}
        type="button"
        className="ff-tool"
        aria-label={props.label}
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {props.button}
      </button>
      <div id={panel} className="ff-menu__panel" hidden={!open}>
        {open ? props.children : null}
      </div>
    </div>
  )
}
