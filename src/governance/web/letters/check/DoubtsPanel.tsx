import { Button, TextField } from '@navikt/ds-react'
import { useState } from 'react'
import { send } from '../../../../platform/web/api/ask.ts'
import { formatInstant } from '../../../../platform/web/format.ts'
import { platformTexts } from '../../../../platform/web/i18n/platform.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { ProblemNotice } from '../../../../platform/web/parts/ProblemNotice.tsx'
import { InPlaceForm } from '../../../../platform/web/register/InPlaceForm.tsx'
import { useRecordForm } from '../../../../platform/web/register/useRecordForm.ts'
import type { Doubt } from '../../../rules/letter-shapes.ts'
import { texts } from '../texts.ts'
import { useDoubtWords } from './doubt-words.ts'
import { useLetterRecord } from './letter-record.ts'
import { useCheckWrite } from './useCheckWrite.ts'

interface LineProps {
  readonly letterId: string
  readonly doubt: Doubt
  readonly mayCheck: boolean
  readonly onShow: (doubt: Doubt) => void
}

const DoubtForm = ({ letterId, doubt, close }: { letterId: string; doubt: Doubt; close: () => void }) => {
  const t = useTexts(texts)
  const say = useTexts(platformTexts)
  const label = t('doubts.note')
  const form = useRecordForm({
    key: `doubt.${doubt.id}`,
    record: useLetterRecord(letterId, doubt, (view) => view.doubts.find(({ id }) => id === doubt.id)),
    begin: () => ({ note: '' }),
    stored: ({ note }) => ({ note: note ?? '' }),
    fields: { note: { label } },
    write: (body, version) => send('POST', `/api/doubts/${doubt.id}/handle`, { ...body, version }),
    done: close,
  })
  const { note } = form.value
  return (
    <InPlaceForm
      title={t('doubts.handle')}
      verb={t('check.save')}
      form={form}
      missing={{ note: note.trim().length < 3 && say('form.fill', { field: label }) }}
      close={close}
    >
      {(field) => (
        <TextField
          {...field('note')}
          size="small"
          label={label}
          value={note}
          onChange={(event) => form.set({ note: event.target.value })}
        />
      )}
    </InPlaceForm>
  )
}

const headFields = ['agency', 'ministry', 'reference', 'date'] as const

const DoubtLine = ({ letterId, doubt, mayCheck, onShow }: LineProps) => {
  const t = useTexts(texts)
  const write = useCheckWrite(letterId)
  const [writing, setWriting] = useState(false)
  // What the letter's head lacks is named by the reader's own keys.
  const headField = (key: string) => {
    const known = headFields.find((field) => field === key)
    return known === undefined ? key : t(`fields.${known}`)
  }
  const reopen = () =>
    write.mutate({
      method: 'POST',
      path: `/api/doubts/${doubt.id}/handle`,
      body: { version: doubt.version, note: null },
    })
  return (
    <li>
      <p>
        <span aria-hidden>{doubt.note === null ? '⚠ ' : '✓ '}</span>
        {doubt.kind === 'missing-head' ? doubt.text.split(', ').map(headField).join(', ') : <q>{doubt.text}</q>}{' '}
        {doubt.start === null ? null : (
          <button type="button" className="ff-letters-link ff-no-print" onClick={() => onShow(doubt)}>
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
      {!mayCheck ? null : writing ? (
        <DoubtForm letterId={letterId} doubt={doubt} close={() => setWriting(false)} />
      ) : (
        <Button
          size="xsmall"
          variant="secondary"
          type="button"
          className="ff-no-print"
          onClick={doubt.note === null ? () => setWriting(true) : reopen}
        >
          {t(doubt.note === null ? 'doubts.handle' : 'doubts.reopen')}
        </Button>
      )}
      {write.isError ? <ProblemNotice error={write.error} /> : null}
    </li>
  )
}

/**
 * The doubts that no finding carries, those of one kind under one heading that opens: each is settled with a note, never
 * hidden.
 */
export const DoubtsPanel = (props: {
  letterId: string
  doubts: readonly Doubt[]
  mayCheck: boolean
  onShow: (doubt: Doubt) => void
}) => {
  const t = useTexts(texts)
  const words = useDoubtWords()
  const { doubts, ...line } = props
  const kinds = [...new Set(doubts.map((doubt) => doubt.kind))]
  return kinds.map((kind) => {
    const alike = doubts.filter((doubt) => doubt.kind === kind)
    const open = alike.filter((doubt) => doubt.note === null).length
    return (
      <details key={kind} className="ff-doubts">
        <summary>
          <span aria-hidden>{open > 0 ? '⚠ ' : '✓ '}</span>
          {words(kind)}{' '}
          <span className="ff-subtle">
            {open > 0 ? t('doubts.open', { count: open }) : t('doubts.allHandled', { count: alike.length })}
          </span>
        </summary>
        <ul className="ff-plain-list">
          {alike.map((doubt) => (
            <DoubtLine key={doubt.id} doubt={doubt} {...line} />
          ))}
        </ul>
      </details>
    )
  })
}
