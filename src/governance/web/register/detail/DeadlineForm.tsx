import { TextField } from '@navikt/ds-react'
import { type PlainDate, parsePlainDate } from '../../../../platform/rules/plain-date.ts'
import { send } from '../../../../platform/web/api/ask.ts'
import { formatDate } from '../../../../platform/web/format.ts'
import { platformTexts } from '../../../../platform/web/i18n/platform.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { DateField } from '../../../../platform/web/parts/DateField.tsx'
import { InPlaceForm } from '../../../../platform/web/register/InPlaceForm.tsx'
import { useRecordForm } from '../../../../platform/web/register/useRecordForm.ts'
import { commitmentRecord, type FormProps } from '../commitment-record.ts'
import { texts } from '../texts.ts'

/** Sets a new internal milestone, or changes one. */
export const DeadlineForm = ({ detail, close, deadlineId }: FormProps & { deadlineId: string | null }) => {
  const t = useTexts(texts)
  const say = useTexts(platformTexts)
  const form = useRecordForm({
    key: `commitment.${detail.id}.deadline.${deadlineId ?? 'new'}`,
    record: commitmentRecord(detail),
    begin: ({ deadlines }) => {
      const deadline = deadlines.find(({ id }) => id === deadlineId)
      return { due: deadline?.due ?? '', label: deadline?.label ?? '' }
    },
    fields: {
      due: { label: t('deadlines.due'), words: (due) => (due === '' ? '' : formatDate(due as PlainDate)) },
      label: { label: t('deadlines.label') },
    },
    write: (body, version) =>
      deadlineId === null
        ? send('POST', `/api/commitments/${detail.id}/deadlines`, { ...body, version })
        : send('PUT', `/api/deadlines/${deadlineId}`, {
            ...body,
            metOn: detail.deadlines.find(({ id }) => id === deadlineId)?.metOn ?? null,
            version,
          }),
    done: close,
  })
  const { due, label } = form.value
  return (
    <InPlaceForm
      title={
        deadlineId === null
          ? t('deadlines.add')
          : `${t('deadlines.edit')} ${t('deadlines.about', { label: form.draft.base.label })}`
      }
      verb={t('deadlines.save')}
      form={form}
      missing={{
        due: parsePlainDate(due) === null && say('form.fill', { field: t('deadlines.due') }),
        label: label.trim() === '' && say('form.fill', { field: t('deadlines.label') }),
      }}
      close={close}
    >
      {(field) => (
        <div className="ff-reg-fields">
          <DateField
            {...field('due')}
            label={t('deadlines.due')}
            value={due}
            onChange={(chosen) => form.set({ due: chosen })}
          />
          <TextField
            {...field('label')}
            size="small"
            label={t('deadlines.label')}
            value={label}
            onChange={(event) => form.set({ label: event.target.value })}
          />
        </div>
      )}
    </InPlaceForm>
  )
}
