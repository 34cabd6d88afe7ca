import { Button, Select, TextField } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PlainDate } from '../../../../platform/rules/plain-date.ts'
import { send } from '../../../../platform/web/api/ask.ts'
import { formatDate } from '../../../../platform/web/format.ts'
import { platformTexts } from '../../../../platform/web/i18n/platform.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { DateField } from '../../../../platform/web/parts/DateField.tsx'
import { InPlaceForm } from '../../../../platform/web/register/InPlaceForm.tsx'
import { useRecordForm } from '../../../../platform/web/register/useRecordForm.ts'
import type { LetterLine } from '../../../rules/letter-shapes.ts'
import { listQuery } from '../queries.ts'
import { texts } from '../texts.ts'
import { letterKinds } from './choices.ts'
import { useLetterRecord } from './letter-record.ts'

const lines = ['title', 'agency', 'ministry', 'reference'] as const

/** The head as it is written; what is not stated is empty. */
const headOf = (letter: LetterLine) => ({
  kind: letter.kind ?? '',
  title: letter.title,
  agency: letter.agency ?? '',
  ministry: letter.ministry ?? '',
  reference: letter.reference ?? '',
  date: letter.date ?? '',
  year: letter.year === null ? '' : String(letter.year),
  supplements: letter.supplements ?? '',
})

const HeadFields = ({ letter, close }: { letter: LetterLine; close: () => void }) => {
  const t = useTexts(texts)
  const say = useTexts(platformTexts)
  const list = useQuery(listQuery)
  const letters = list.data?.letters ?? []
  const form = useRecordForm({
    key: `letter.${letter.id}.head`,
    record: useLetterRecord(letter.id, letter, (view) => view.letter),
    begin: headOf,
    fields: {
      kind: {
        label: t('fields.kind'),
        words: (kind) =>
          letterKinds
            .filter((one) => one === kind)
            .map((one) => t(`kinds.${one}`))
            .join(),
      },
      title: { label: t('fields.title') },
      agency: { label: t('fields.agency') },
      ministry: { label: t('fields.ministry') },
      reference: { label: t('fields.reference') },
      date: { label: t('fields.letter_date'), words: (date) => (date === '' ? '' : formatDate(date as PlainDate)) },
      year: { label: t('fields.year') },
      supplements: { label: t('fields.supplements'), words: (id) => letters.find((one) => one.id === id)?.title ?? id },
    },
    write: (head, version) => {
      const stated = Object.fromEntries(Object.entries(head).map(([name, said]) => [name, said === '' ? null : said]))
      const year = head.year === '' ? null : Number(head.year)
      return send('PUT', `/api/letters/${letter.id}/head`, { ...stated, year, version })
    },
    done: close,
  })
  const head = form.value
  const others = letters.filter(({ id, state }) => id !== letter.id && (state === 'checking' || state === 'approved'))
  return (
    <InPlaceForm
      title={t('check.editHead')}
      verb={t('check.save')}
      form={form}
      missing={{ title: head.title.trim() === '' && say('form.fill', { field: t('fields.title') }) }}
      close={close}
    >
      {(field) => (
        <>
          <Select
            size="small"
            label={t('fields.kind')}
            value={head.kind}
            onChange={(event) => form.set({ kind: event.target.value })}
          >
            {letterKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kinds.${kind}`)}
              </option>
            ))}
          </Select>
          {lines.map((name) => (
            <TextField
              key={name}
              {...field(name)}
              size="small"
              label={t(`fields.${name}`)}
              value={head[name]}
              onChange={(event) => form.set({ [name]: event.target.value })}
            />
          ))}
          <DateField label={t('fields.letter_date')} value={head.date} onChange={(date) => form.set({ date })} />
          <TextField
            size="small"
            type="number"
            label={t('fields.year')}
            value={head.year}
            onChange={(event) => form.set({ year: event.target.value })}
          />
          <Select
            size="small"
            label={t('fields.supplements')}
            value={head.supplements}
            onChange={(event) => form.set({ supplements: event.target.value })}
          >
            <option value="">–</option>
            {others.map((other) => (
              <option key={other.id} value={other.id}>
                {other.title}
              </option>
            ))}
          </Select>
        </>
      )}
    </InPlaceForm>
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
        <HeadFields letter={letter} close={() => setEditing(false)} />
      ) : mayCheck ? (
        <Button
          size="xsmall"
          variant="secondary"
          type="button"
          className="ff-no-print"
          onClick={() => setEditing(true)}
        >
          {t('check.editHead')}
        </Button>
      ) : null}
    </details>
  )
}
