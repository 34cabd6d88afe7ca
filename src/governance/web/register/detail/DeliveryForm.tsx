import { Radio, RadioGroup, Textarea, TextField } from '@navikt/ds-react'
import { useId, useState } from 'react'
import type { PlainDate } from '../../../../platform/rules/plain-date.ts'
import { send } from '../../../../platform/web/api/ask.ts'
import { formatDate } from '../../../../platform/web/format.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { DateField } from '../../../../platform/web/parts/DateField.tsx'
import { today } from '../../../../platform/web/parts/DeadlineText.tsx'
import { upload } from '../../../../platform/web/parts/upload.ts'
import type { Detail } from '../../../rules/follow-up/detail-shape.ts'
import { texts } from '../texts.ts'
import { useFollowUpWrite } from '../useFollowUpWrite.tsx'
import { type FormProps, InPlaceForm } from './InPlaceForm.tsx'

interface Delivery {
  readonly deliveredOn: string
  readonly recipient: string
  readonly note: string
  /** `all`, `none`, or a deadline's id. */
  readonly meets: string
}

/** Records a delivery, with its document when there is one, and says which deadline it meets. */
export const DeliveryForm = ({ detail, close, documentFailed }: FormProps<Detail> & { documentFailed: () => void }) => {
  const t = useTexts(texts)
  const fileId = useId()
  const left = detail.deadlines.filter((deadline) => deadline.metOn === null)
  const [delivery, setDelivery] = useState<Delivery>({
    deliveredOn: today(),
    recipient: detail.deliveries[0]?.recipient ?? '',
    note: '',
    meets: left[0]?.id ?? 'all',
  })
  const [file, setFile] = useState<File | null>(null)
  const write = useFollowUpWrite(
    detail,
    async (body: Delivery, version) => {
      const { meets, ...rest } = body
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
    close,
  )
  return (
    <InPlaceForm
      title={t('deliveries.add')}
      verb={t('deliveries.save')}
      write={write}
      submit={() => write.run(delivery)}
      close={close}
    >
      <div className="ff-reg-fields">
        <DateField
          label={t('deliveries.on')}
          value={delivery.deliveredOn}
          max={today()}
          required
          onChange={(deliveredOn) => setDelivery({ ...delivery, deliveredOn })}
        />
        <TextField
          size="small"
          label={t('deliveries.recipient')}
          value={delivery.recipient}
          required
          onChange={(event) => setDelivery({ ...delivery, recipient: event.target.value })}
        />
      </div>
      <RadioGroup
        size="small"
        legend={t('deliveries.meets')}
        value={delivery.meets}
        onChange={(meets: string) => setDelivery({ ...delivery, meets })}
      >
        {left.map((deadline) => (
          <Radio key={deadline.id} value={deadline.id}>
            {t('deliveries.meetsDeadline', {
              date: formatDate(deadline.due as PlainDate),
              label: deadline.label ?? '',
            }).trim()}
          </Radio>
        ))}
        <Radio value="all">{t('deliveries.meetsAll')}</Radio>
        <Radio value="none">{t('deliveries.meetsNone')}</Radio>
      </RadioGroup>
      <Textarea
        size="small"
        label={t('deliveries.note')}
        minRows={1}
        value={delivery.note}
        onChange={(event) => setDelivery({ ...delivery, note: event.target.value })}
      />
      <div>
        <label htmlFor={fileId} className="aksel-label aksel-label--small">
          {t('deliveries.document')}
        </label>
        <input
          id={fileId}
          type="file"
          className="ff-reg-file"
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </div>
    </InPlaceForm>
  )
}
