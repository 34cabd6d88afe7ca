import { TextField } from '@navikt/ds-react'
import { send } from '../../../../platform/web/api/ask.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { InPlaceForm } from '../../../../platform/web/register/InPlaceForm.tsx'
import { useRecordForm } from '../../../../platform/web/register/useRecordForm.ts'
import { commitmentRecord, type FormProps } from '../commitment-record.ts'
import { texts } from '../texts.ts'

const keys = ['lead', 'partners', 'financing', 'frequency', 'recurrence'] as const

/** Changes the details that follow-up keeps up to date; the ministry's own words are changed where letters are checked. */
export const TextsForm = ({ detail, close }: FormProps) => {
  const t = useTexts(texts)
  const label = (key: (typeof keys)[number]) => ({ label: t(`fields.${key}`) })
  const form = useRecordForm({
    key: `commitment.${detail.id}.texts`,
    record: commitmentRecord(detail),
    begin: (record) => ({
      lead: record.lead ?? '',
      partners: record.partners.join(', '),
      financing: record.financing ?? '',
      frequency: record.frequency ?? '',
      recurrence: record.recurrence ?? '',
    }),
    fields: {
      lead: label('lead'),
      partners: label('partners'),
      financing: label('financing'),
      frequency: label('frequency'),
      recurrence: label('recurrence'),
    },
    write: ({ partners, ...rest }, version) =>
      send('PUT', `/api/commitments/${detail.id}/texts`, { ...rest, partners: partners.split(','), version }),
    done: close,
  })
  return (
    <InPlaceForm title={t('edit.change')} verb={t('edit.save')} form={form} close={close}>
      {keys.map((key) => (
        <TextField
          key={key}
          size="small"
          label={t(`fields.${key}`)}
          description={key === 'partners' ? t('edit.partnersHelp') : undefined}
          value={form.value[key]}
          onChange={(event) => form.set({ [key]: event.target.value })}
        />
      ))}
    </InPlaceForm>
  )
}
