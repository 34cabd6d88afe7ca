import { UploadIcon } from '@navikt/aksel-icons'
import { Button, ProgressBar } from '@navikt/ds-react'
import { type DragEvent, useId, useRef, useState } from 'react'
import { RequestProblem } from '../api/problem.ts'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import { ProblemNotice } from './ProblemNotice.tsx'

/** How far a file has come. */
interface Sending {
  readonly name: string
  readonly percent: number
}

/**
 * Where a file is dragged in, or chosen with a button. Turns away what is too large before it is sent, shows how far
 * it has come, and what went wrong. `send` gets the file and a function that takes the per cent sent.
 */
export const FileDrop = (props: {
  label: string
  help?: string
  /** The endings taken, with the dot: `['.pdf', '.docx', '.txt']`. */
  accept: readonly string[]
  limitMb: number
  send: (file: File, onProgress: (percent: number) => void) => Promise<void>
}) => {
  const t = useTexts(platformTexts)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const [over, setOver] = useState(false)
  const [sending, setSending] = useState<Sending | null>(null)
  const [error, setError] = useState<unknown>(null)

  const take = async (file: File | undefined) => {
    if (file === undefined || sending !== null) return
    setError(null)
    if (file.size > props.limitMb * 1024 * 1024) {
      setError(new RequestProblem('too-large', 413, { limitMb: props.limitMb }))
      return
    }
    setSending({ name: file.name, percent: 0 })
    try {
      await props.send(file, (percent) => setSending({ name: file.name, percent }))
    } catch (problem) {
      setError(problem)
    } finally {
      setSending(null)
      if (input.current !== null) input.current.value = ''
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  const words = sending === null ? '' : t(sending.percent < 100 ? 'files.sending' : 'files.reading', { ...sending })

  return (
    <div className="ff-drop-field">
      <label htmlFor={id}>{props.label}</label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging is the pointer's way; the button is the other. */}
      <div
        className={over ? 'ff-drop ff-drop--over' : 'ff-drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <UploadIcon aria-hidden fontSize="2rem" />
        <p>
          {t('files.drop')} {t('files.or')}
        </p>
        <Button
          type="button"
          size="small"
          variant="secondary"
          disabled={sending !== null}
          onClick={() => input.current?.click()}
        >
          {t('files.choose')}
        </Button>
        <input
          ref={input}
          id={id}
          type="file"
          className="aksel-sr-only"
          tabIndex={-1}
          accept={props.accept.join(',')}
          onChange={(event) => void take(event.target.files?.[0])}
        />
        <p className="ff-subtle">
          {props.help === undefined ? '' : `${props.help} `}
          {t('files.limit', { limitMb: props.limitMb })}
        </p>
        {sending === null ? null : <ProgressBar value={sending.percent} aria-label={words} size="small" />}
        <p role="status">{words}</p>
      </div>
      {error === null ? null : <ProblemNotice error={error} />}
    </div>
  )
}
