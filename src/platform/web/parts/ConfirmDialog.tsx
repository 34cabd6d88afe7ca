import { Button } from '@navikt/ds-react'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import { Dialog } from './Dialog.tsx'

/** The hand that opens a {@link ConfirmDialog}. */
export const useConfirm = (): RefObject<HTMLDialogElement | null> => useRef<HTMLDialogElement>(null)

/**
 * Asks before something that cannot easily be undone. The button says what will happen (*Trekk tilbake brevet*, never
 * *OK*); open it with `ref.current?.showModal()`. It closes when `done` becomes true, and stays with the notice in
 * `children` when the server said no.
 */
export const ConfirmDialog = (props: {
  ref: RefObject<HTMLDialogElement | null>
  title: string
  verb: string
  danger?: boolean
  pending?: boolean
  done?: boolean
  onConfirm: () => void
  children: ReactNode
}) => {
  const t = useTexts(platformTexts)
  useEffect(() => {
    if (props.done) props.ref.current?.close()
  }, [props.done, props.ref])
  return (
    <Dialog
      ref={props.ref}
      title={props.title}
      closeLabel={t('dialog.cancel')}
      actions={
        <Button
          type="button"
          size="small"
          data-color={props.danger ? 'danger' : 'accent'}
          loading={props.pending ?? false}
          onClick={props.onConfirm}
        >
          {props.verb}
        </Button>
      }
    >
      {props.children}
    </Dialog>
  )
}
