import { Button, TextField } from '@navikt/ds-react'
import { type SubmitEvent, useState } from 'react'
import { formatInstant } from '../../../../platform/web/format.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { ProblemNotice } from '../../../../platform/web/parts/ProblemNotice.tsx'
import type { Doubt } from '../../../rules/letter-shapes.ts'
import { texts } from '../texts.ts'
import { useDoubtWords } from './doubt-words.ts'
import { useCheckWrite } from './useCheckWrite.ts'

interface LineProps {
  readonly letterId: string
  readonly doubt: Doubt
  readonly mayCheck: boolean
  readonly onShow: (doubt: Doubt) => void
}

const DoubtLine = ({ letterId, doubt, mayCheck, onShow }: LineProps) => {
  const t = useTexts(texts)
  const words = useDoubtWords()
  const write = useCheckWrite(letterId)
  const [note, setNote] = useState<string | null>(null)
  const send = (said: string | null) =>
    write.mutate(
      { method: 'POST', path: `/api/doubts/${doubt.id}/handle`, body: { version: doubt.version, note: said } },
      { onSuccess: () => setNote(null) },
    )
  return (
    <li className={doubt.note === null ? 'ff-doubt' : 'ff-doubt ff-doubt--handled'}>
      <p>
        <span aria-hidden>{doubt.note === null ? '⚠ ' : '✓ '}</span>
        {words(doubt.kind)}: <q>{doubt.text}</q>{' '}
        {doubt.start === null ? null : (
          <button type="button" className="ff-letters-link" onClick={() => onShow(doubt)}>
            {t('check.show')}
            {doubt.line === null ? '' : `, ${t('check.line', { line: doubt.line })}`}
          </button>
        )}
      </p>
      {doubt.note === null ? null : (
        <p className="ff-subtle">
          {t('doubts.handled')}: {doubt.note}{' '}
          {t('check.changedBy', { by: doubt.changedBy ?? 'Fotfeste', at: formatInstant(doubt.changedAt) })}
        </p>
      )}
      {!mayCheck ? null : note !== null ? (
        <form
          className="ff-letters-row"
          onSubmit={(event: SubmitEvent) => {
            event.preventDefault()
            send(note)
          }}
        >
          <TextField
            size="small"
            label={t('doubts.note')}
            value={note}
            minLength={3}
            required
            autoFocus
            onChange={(event) => setNote(event.target.value)}
          />
          <Button type="submit" size="small" loading={write.isPending}>
            {t('check.save')}
          </Button>
          <Button type="button" size="small" variant="tertiary" onClick={() => setNote(null)}>
            {t('check.cancel')}
          </Button>
        </form>
      ) : (
        <Button
          size="xsmall"
          variant="secondary"
          type="button"
          onClick={() => (doubt.note === null ? setNote('') : send(null))}
        >
          {t(doubt.note === null ? 'doubts.handle' : 'doubts.reopen')}
        </Button>
      )}
      {write.isError ? <ProblemNotice error={write.error} /> : null}
    </li>
  )
}

/** The doubts that no finding carries: each is settled with a note, never hidden. */
export const DoubtsPanel = (props: {
  letterId: string
  doubts: readonly Doubt[]
  mayCheck: boolean
  onShow: (doubt: Doubt) => void
}) => {
  const t = useTexts(texts)
  const open = props.doubts.filter((doubt) => doubt.note === null).length
  return (
    <details className="ff-doubts" open={open > 0 && open <= 5}>
      <summary>
        {t('doubts.title')} ({open})
      </summary>
      {props.doubts.length === 0 ? (
        <p className="ff-subtle">{t('doubts.none')}</p>
      ) : (
        <ul className="ff-plain-list">
          {props.doubts.map((doubt) => (
            <DoubtLine
              key={doubt.id}
              letterId={props.letterId}
              doubt={doubt}
              mayCheck={props.mayCheck}
              onShow={props.onShow}
            />
          ))}
        </ul>
      )}
    </details>
  )
}
