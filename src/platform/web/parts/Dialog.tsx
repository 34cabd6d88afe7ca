import type { ReactNode, RefObject } from 'react'
import { useId } from 'react'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'

/**
 * The browser's own modal dialog: it keeps the focus, closes on Escape and gives the focus back. Open it with
 * `ref.current?.showModal()`; `actions` stand at the foot, before the button that closes.
 */
export const Dialog = (props: {
  ref: RefObject<HTMLDialogElement | null>
  title: string
  children: ReactNode
  actions?: ReactNode
  closeLabel?: string
  onClose?: () => void
}) => {
  const t = useTexts(platformTexts)
  const heading = useId()
  return (
    <dialog ref={props.ref} className="ff-dialog" aria-labelledby={heading} onClose={props.onClose}>
      <h2 id={heading}>{props.title}</h2>
      <div className="ff-dialog__body">{props.children}</div>
      <form method="dialog" className="ff-dialog__foot">
        {props.actions}
        <button
          type="submit"
          className="aksel-button aksel-button--small"
          data-variant="secondary"
          data-color="neutral"
        >
          <span className="aksel-label aksel-label--small">{props.closeLabel ?? t('dialog.close')}</span>
        </button>
      </form>
    </dialog>
  )
}
