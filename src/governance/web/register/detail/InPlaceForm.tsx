import { Button } from '@navikt/ds-react'
import type { FormEvent, ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { texts } from '../texts.ts'
import { type FollowUpWrite, WriteNotice } from '../useFollowUpWrite.tsx'

/** What every form of the detail gets. */
export interface FormProps<Detail> {
  readonly detail: Detail
  /** Closes the form. */
  readonly close: () => void
}

/** A form where the thing stands: takes the focus when it opens, saves by its verb, closes on Escape and on cancel. */
export const InPlaceForm = <Body,>(props: {
  title: string
  verb: string
  write: FollowUpWrite<Body>
  submit: () => void
  close: () => void
  children: ReactNode
}) => {
  const t = useTexts(texts)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    props.submit()
  }
  return (
    <form
      ref={form}
      className="ff-panel ff-reg-form ff-no-print"
      aria-label={props.title}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        props.close()
      }}
    >
      <h3>{props.title}</h3>
      {props.children}
      <WriteNotice write={props.write} />
      <div className="ff-page__actions">
        <Button type="submit" size="small" loading={props.write.pending}>
          {props.verb}
        </Button>
        <Button type="button" size="small" variant="tertiary" onClick={props.close}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  )
}
