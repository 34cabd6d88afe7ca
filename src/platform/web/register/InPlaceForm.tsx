import { Button, ErrorSummary } from '@navikt/ds-react'
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { osloDate } from '../../rules/plain-date.ts'
import { formatInstant, formatTime } from '../format.ts'
import { dialogOpen, isWriting } from '../frame/shortcuts.ts'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import { Loading } from '../parts/Loading.tsx'
import type { RecordForm } from './useRecordForm.ts'
import { WriteNotice } from './WriteNotice.tsx'

/** What a field is given: where the summary of what is missing leads, and what is wrong with it. */
export type FieldProps<T> = (name: keyof T & string) => { readonly id: string; readonly error: string | undefined }

const fields = 'input, select, textarea'

/** The first of `from`, an element and all around it, that is still there and no larger than what the form belongs to. */
const nearest = (from: readonly Element[]): HTMLElement | null => {
  const there = from.find((one) => one.isConnected && one.closest('section, article, .ff-page__actions') !== null)
  if (!(there instanceof HTMLElement)) return null
  return there === from[0] ? there : there.querySelector<HTMLElement>('button, a[href]')
}

/** Takes the focus when the form is there to be written in; gives it back to what opened the form when nothing else has it. */
const useFocus = (ready: boolean) => {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const way: Element[] = []
    for (let at = document.activeElement; at !== null; at = at.parentElement) way.push(at)
    form.current?.focus()
    return () => {
      // When the form has gone: until then the focus is on something in it.
      setTimeout(() => {
        if (document.activeElement === document.body) nearest(way)?.focus()
      })
    }
  }, [])
  useEffect(() => {
    if (ready) form.current?.querySelector<HTMLElement>(fields)?.focus()
  }, [ready])
  return form
}

/** Escape closes the form and nothing around it, wherever on the page the focus is, but for other fields and dialogs. */
const useEscape = (form: { readonly current: HTMLElement | null }, close: () => void) => {
  const latest = useRef(close)
  latest.current = close
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || dialogOpen()) return
      const within = event.target instanceof Node && form.current?.contains(event.target)
      if (!within && isWriting(event.target)) return
      event.preventDefault()
      latest.current()
    }
    // Before the page's own: whoever is first takes it.
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [form])
}

const when = (at: number): string => {
  const instant = new Date(at)
  return osloDate(instant) === osloDate(new Date()) ? formatTime(instant) : formatInstant(instant)
}

/**
 * A form where the thing stands. It takes the focus when it opens and gives it back, says what is missing when one
 * tries to store it, saves by its verb, and closes on Escape; what has been written is kept until it is stored.
 */
export const InPlaceForm = <T extends object>(props: {
  title: string
  verb: string
  form: RecordForm<T>
  /** What is missing or wrong, by field, in words that name the field. */
  missing?: Partial<Record<keyof T & string, string | false>>
  close: () => void
  children: ReactNode | ((field: FieldProps<T>) => ReactNode)
}) => {
  const t = useTexts(platformTexts)
  const { draft, write } = props.form
  const id = useId()
  const form = useFocus(!draft.loading)
  const summary = useRef<HTMLDivElement>(null)
  const [tried, setTried] = useState(0)
  useEscape(form, props.close)
  const missing = Object.entries<string | false | undefined>(props.missing ?? {}).filter(([, words]) => words)
  const shown = tried > 0 ? missing : []
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try that is turned away leads to what is missing.
  useEffect(() => summary.current?.focus(), [tried])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (draft.loading) return
    if (missing.length > 0) setTried((times) => times + 1)
    else props.form.save()
  }
  const field: FieldProps<T> = (name) => ({
    id: `${id}-${name}`,
    error: shown.find(([one]) => one === name)?.[1] || undefined,
  })
  const goTo = (name: string) => {
    const place = document.getElementById(`${id}-${name}`)
    const target = place?.matches(fields) ? place : place?.querySelector<HTMLElement>(fields)
    target?.focus()
  }
  return (
    <form
      ref={form}
      className="ff-panel ff-in-place ff-no-print"
      aria-label={props.title}
      tabIndex={-1}
      noValidate
      onSubmit={submit}
      onBlur={draft.flush}
    >
      <h3>{props.title}</h3>
      {draft.loading ? (
        <Loading lines={3} />
      ) : (
        <>
          {draft.restored === null ? null : (
            <p role="status" className="ff-in-place__draft">
              {t('form.restored', { when: when(draft.restored) })}{' '}
              <Button type="button" size="xsmall" variant="tertiary" onClick={draft.discard}>
                {t('form.discard')}
              </Button>
            </p>
          )}
          {shown.length === 0 ? null : (
            <ErrorSummary ref={summary} size="small" heading={t('form.missing')} headingTag="h4">
              {shown.map(([name, words]) => (
                <ErrorSummary.Item
                  key={name}
                  href={`#${id}-${name}`}
                  onClick={(event) => {
                    event.preventDefault()
                    goTo(name)
                  }}
                >
                  {words}
                </ErrorSummary.Item>
              ))}
            </ErrorSummary>
          )}
          {typeof props.children === 'function' ? props.children(field) : props.children}
        </>
      )}
      <WriteNotice write={write} />
      <div className="ff-page__actions">
        <Button type="submit" size="small" loading={write.pending}>
          {props.verb}
        </Button>
        <Button type="button" size="small" variant="tertiary" onClick={props.close}>
          {t('form.close')}
        </Button>
        {draft.savedAt === null ? null : (
          <span className="ff-subtle">{t('form.kept', { time: formatTime(draft.savedAt) })}</span>
        )}
      </div>
    </form>
  )
}
