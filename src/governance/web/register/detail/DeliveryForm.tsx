import { Radio, RadioGroup, Textarea, TextField } from '@navikt/ds-react'
import { useState } from 'react'
import { type PlainDate, parsePlainDate } from '../../../../platform/rules/plain-date.ts'
import { send } from '../../../../platform/web/api/ask.ts'
import { formatDate } from '../../../../platform/web/format.ts'
import { platformTexts } from '../../../../platform/web/i18n/platform.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { DateField } from '../../../../platform/web/parts/DateField.tsx'
import { today } from '../../../../platform/web/parts/DeadlineText.tsx'
import { FileChoice } from '../../../../platform/web/parts/FileChoice.tsx'
import { upload } from '../../../../platform/web/parts/upload.ts'
import { InPlaceForm } from '../../../../platform/web/register/InPlaceForm.tsx'
import { useRecordForm } from '../../../../platform/web/register/useRecordForm.ts'
import type { Detail } from '../../../rules/follow-up/detail-shape.ts'
import { commitmentRecord, type FormProps } from '../commitment-record.ts'
import { texts } from '../texts.ts'

const leftOf = ({ deadlines }: Detail) => deadlines.filter((deadline) => deadline.metOn === null)

/** Records a delivery, with its document when there is one, and says which deadline it meets. */
export const DeliveryForm = ({ detail, close, documentFailed }: FormProps & { documentFailed: () => void }) => {
  const t = useTexts(texts)
  const say = useTexts(platformTexts)
  const left = leftOf(detail)
  const [file, setFile] = useState<File | null>(null)
  const wordsOf = (deadline: Detail['deadlines'][number]) =>
    t('deliveries.meetsDeadline', { date: formatDate(deadline.due as PlainDate), label: deadline.label ?? '' }).trim()
  const meetsWords = (meets: string) => {
    const deadline = detail.deadlines.find(({ id }) => id === meets)
    return deadline ? wordsOf(deadline) : t(meets === 'all' ? 'deliveries.meetsAll' : 'deliveries.meetsNone')
  }
  const form = useRecordForm({
    key: `commitment.${detail.id}.delivery`,
    record: commitmentRecord(detail),
    begin: (record) => ({
      deliveredOn: today() as string,
      recipient: record.deliveries[0]?.recipient ?? '',
      note: '',
      /** `all`, `none`, or a deadline's id. */
      meets: leftOf(record)[0]?.id ?? 'all',
    }),
    stored: ({ deliveries: [latest] }) => ({
      deliveredOn: latest?.on ?? '',
      recipient: latest?.recipient ?? '',
      note: latest?.note ?? '',
      meets: latest?.deadline ?? latest?.meets ?? '',
    }),
    fields: {
      deliveredOn: { label: t('deliveries.on'), words: (on) => (on === '' ? '' : formatDate(on as PlainDate)) },
      recipient: { label: t('deliveries.recipient') },
      note: { label: t('deliveries.note') },
      meets: { label: t('deliveries.meets'), words: meetsWords },
    },
    write: async ({ meets, ...rest }, version) => {
      const whole = meets === 'all' || meets === 'none'
      const made = await send<{ delivery: string }>('POST', `/api/commitments/${detail.id}/deliveries`, {
        ...rest,
        version,
        meets: whole ? meets : 'deadline',
        deadline: whole ? null : meets,
      })
      // The delivery stands even when its document does not arrive: it can be attached again.
      if (file !== null) await upload(`/api/deliveries/${made.delivery}/document`, file, () => {}).catch(documentFailed)
    },
    done: close,
  })
  const { deliveredOn, recipient, note, meets } = form.value
  return (
    <InPlaceForm
      title={t('deliveries.add')}
      verb={t('deliveries.save')}
      form={form}
      missing={{
        deliveredOn: parsePlainDate(deliveredOn) === null && say('form.fill', { field: t('deliveries.on') }),
        recipient: recipient.trim() === '' && say('form.fill', { field: t('deliveries.recipient') }),
      }}
      close={close}
    >
      {(field) => (
        <>
          <div className="ff-reg-fields">
            <DateField
              {...field('deliveredOn')}
              label={t('deliveries.on')}
              value={deliveredOn}
              max={today()}
              onChange={(on) => form.set({ deliveredOn: on })}
            />
            <TextField
              {...field('recipient')}
              size="small"
              label={t('deliveries.recipient')}
              value={recipient}
              onChange={(event) => form.set({ recipient: event.target.value })}
            />
          </div>
          <RadioGroup
            size="small"
            legend={t('deliveries.meets')}
            value={meets}
            onChange={(chosen: string) => form.set({ meets: chosen })}
          >
            {left.map((deadline) => (
              <Radio key={deadline.id} value={deadline.id}>
                {wordsOf(deadline)}
              </Radio>
            ))}
            <Radio value="all">{t('deliveries.meetsAll')}</Radio>
            <Radio value="none">{t('deliveries.meetsNone')}</Radio>
          </RadioGroup>
          <Textarea
            size="small"
            label={t('deliveries.note')}
            minRows={1}
            value={note}
            onChange={(event) => form.set({ note: event.target.value })}
          />
          <FileChoice label={t('deliveries.document')} chosen={file?.name} choose={setFile} />
        </>
      )}
    </InPlaceForm>
  )
}
