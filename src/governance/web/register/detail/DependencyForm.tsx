import { Radio, RadioGroup, TextField } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { send } from '../../../../platform/web/api/ask.ts'
import { platformTexts } from '../../../../platform/web/i18n/platform.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { useDelayed } from '../../../../platform/web/parts/useDelayed.ts'
import { InPlaceForm } from '../../../../platform/web/register/InPlaceForm.tsx'
import { useRecordForm } from '../../../../platform/web/register/useRecordForm.ts'
import { nameOf } from '../../name-of.ts'
import { commitmentRecord, type FormProps } from '../commitment-record.ts'
import { shortListQuery } from '../queries.ts'
import { texts } from '../texts.ts'

/** Finds what this waits for, by number or title, and links it. */
export const DependencyForm = ({ detail, close }: FormProps) => {
  const t = useTexts(texts)
  const say = useTexts(platformTexts)
  const form = useRecordForm({
    key: `commitment.${detail.id}.dependency`,
    record: commitmentRecord(detail),
    begin: () => ({ text: '', other: '', name: '', note: '' }),
    stored: ({ waitsFor }) => {
      const latest = waitsFor.at(-1)
      return { text: '', other: '', name: latest ? nameOf(latest) : '', note: latest?.note ?? '' }
    },
    fields: {
      text: { label: '', words: () => '' },
      other: { label: '', words: () => '' },
      name: { label: t('links.waitsFor') },
      note: { label: t('links.note') },
    },
    write: ({ other, note }, version) =>
      send('PUT', `/api/commitments/${detail.id}/dependencies/${other}`, { version, note }),
    done: close,
  })
  const { text, other, name, note } = form.value
  const asked = useDelayed(text.trim(), 200)
  const query = useQuery({ ...shortListQuery({ text: asked, sort: 'letter' }, 8), enabled: asked.length > 1 })
  const taken = new Set([detail.id, other, ...detail.waitsFor.map(({ id }) => id)])
  const found = asked.length > 1 ? (query.data?.rows.filter((row) => !taken.has(row.id)) ?? []) : []
  const choices = [
    ...(other === '' ? [] : [{ id: other, words: name }]),
    ...found.map((row) => ({ id: row.id, words: `${nameOf(row)} (${row.year})` })),
  ]
  return (
    <InPlaceForm
      title={t('links.add')}
      verb={t('links.add')}
      form={form}
      missing={{ text: other === '' && say('form.choose', { field: t('links.search') }) }}
      close={close}
    >
      {(field) => (
        <>
          <TextField
            {...field('text')}
            size="small"
            label={t('links.search')}
            description={t('links.searchHelp')}
            value={text}
            onChange={(event) => form.set({ text: event.target.value })}
          />
          {choices.length === 0 ? null : (
            <RadioGroup
              size="small"
              legend={t('links.waitsFor')}
              value={other}
              onChange={(id: string) =>
                form.set({ other: id, name: choices.find((one) => one.id === id)?.words ?? '' })
              }
            >
              {choices.map((one) => (
                <Radio key={one.id} value={one.id}>
                  {one.words}
                </Radio>
              ))}
            </RadioGroup>
          )}
          <TextField
            size="small"
            label={t('links.note')}
            description={t('links.noteHelp')}
            value={note}
            maxLength={2000}
            onChange={(event) => form.set({ note: event.target.value })}
          />
        </>
      )}
    </InPlaceForm>
  )
}
