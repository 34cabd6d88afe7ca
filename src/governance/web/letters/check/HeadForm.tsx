import { Button, Select, TextField } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useId, useState } from 'react'
import type { PlainDate } from '../../../../platform/rules/plain-date.ts'
import { formatDate } from '../../../../platform/web/format.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { ProblemNotice } from '../../../../platform/web/parts/ProblemNotice.tsx'
import type { LetterLine } from '../../../rules/letter-shapes.ts'
import { listQuery } from '../queries.ts'
import { texts } from '../texts.ts'
import { letterKinds } from './choices.ts'
import { useCheckWrite } from './useCheckWrite.ts'

const fields = ['title', 'agency', 'ministry', 'reference'] as const

const HeadFields = ({ letter, done }: { letter: LetterLine; done: () => void }) => {
  const t = useTexts(texts)
  const dateId = useId()
  const write = useCheckWrite(letter.id)
  const list = useQuery(listQuery)
  const [head, setHead] = useState(letter)
  const set = (change: Partial<LetterLine>) => setHead({ ...head, ...change })
  const others = (list.data?.letters ?? []).filter(
    ({ id, state }) => id !== letter.id && (state === 'checking' || state === 'approved'),
  )
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const { kind, title, agency, ministry, reference, date, year, supplements } = head
    const body = { version: letter.version, kind, title, agency, ministry, reference, date, year, supplements }
    write.mutate({ method: 'PUT', path: `/api/letters/${letter.id}/head`, body }, { onSuccess: done })
  }
  return (
    <form className="ff-content-form" onSubmit={save}>
      <Select
        size="small"
        label={t('fields.kind')}
        value={head.kind ?? ''}
        onChange={(event) => set({ kind: event.target.value })}
      >
        {letterKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kinds.${kind}`)}
          </option>
        ))}
      </Select>
      {fields.map((field) => (
        <TextField
          key={field}
          size="small"
          label={t(`fields.${field}`)}
          value={head[field] ?? ''}
          required={field === 'title'}
          onChange={(event) => set({ [field]: event.target.value === '' ? null : event.target.value })}
        />
      ))}
      <div className="aksel-form-field aksel-form-field--small">
        <label htmlFor={dateId} className="aksel-form-field__label aksel-label aksel-label--small">
          {t('fields.letter_date')}
        </label>
        <input
          id={dateId}
          type="date"
          className="aksel-text-field__input aksel-body-short aksel-body-short--small"
          value={head.date ?? ''}
          onChange={(event) => set({ date: event.target.value === '' ? null : event.target.value })}
        />
      </div>
      <TextField
        size="small"
        type="number"
        label={t('fields.year')}
        value={head.year === null ? '' : String(head.year)}
        onChange={(event) => set({ year: event.target.value === '' ? null : Number(event.target.value) })}
      />
      <Select
        size="small"
        label={t('fields.supplements')}
        value={head.supplements ?? ''}
        onChange={(event) => set({ supplements: event.target.value === '' ? null : event.target.value })}
      >
        <option value="">–</option>
        {others.map((other) => (
          <option key={other.id} value={other.id}>
            {other.title}
          </option>
        ))}
      </Select>
      {write.isError ? <ProblemNotice error={write.error} /> : null}
      <div className="ff-card__actions">
        <Button type="submit" size="small" loading={write.isPending}>
          {t('check.save')}
        </Button>
        <Button type="button" size="small" variant="tertiary" onClick={done}>
          {t('check.cancel')}
        </Button>
      </div>
    </form>
  )
}

/** What stands at the top of the letter, and its correction. */
export const HeadPanel = ({ letter, mayCheck }: { letter: LetterLine; mayCheck: boolean }) => {
  const t = useTexts(texts)
  const [editing, setEditing] = useState(false)
  const facts = [
    letter.agency,
    letter.ministry,
    letter.reference,
    letter.date === null ? null : formatDate(letter.date as PlainDate),
    letter.year === null ? null : String(letter.year),
  ]
  return (
    <details className="ff-doubts" open={letter.year === null || letter.date === null}>
      <summary>
        {t('check.head')} <span className="ff-subtle">{facts.map((fact) => fact ?? '–').join(' · ')}</span>
      </summary>
      {editing ? (
        <HeadFields letter={letter} done={() => setEditing(false)} />
      ) : mayCheck ? (
        <Button size="xsmall" variant="secondary" type="button" onClick={() => setEditing(true)}>
          {t('check.editHead')}
        </Button>
      ) : null}
    </details>
  )
}
