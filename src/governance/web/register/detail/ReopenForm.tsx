import { Checkbox, CheckboxGroup, Textarea } from '@navikt/ds-react'
import { useState } from 'react'
import type { PlainDate } from '../../../../platform/rules/plain-date.ts'
import { send } from '../../../../platform/web/api/ask.ts'
import { formatDate } from '../../../../platform/web/format.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import type { Detail } from '../../../rules/follow-up/detail-shape.ts'
import { texts } from '../texts.ts'
import { useFollowUpWrite } from '../useFollowUpWrite.tsx'
import { type FormProps, InPlaceForm } from './InPlaceForm.tsx'

/** Opens again what was done: why, and which deadlines apply anew. */
export const ReopenForm = ({ detail, close }: FormProps<Detail>) => {
  const t = useTexts(texts)
  const met = detail.deadlines.filter((deadline) => deadline.metOn !== null)
  const [reason, setReason] = useState('')
  const [deadlines, setDeadlines] = useState<string[]>([])
  const [tried, setTried] = useState(false)
  const write = useFollowUpWrite(
    detail,
    (body: { reason: string; deadlines: string[] }, version) =>
      send('POST', `/api/commitments/${detail.id}/reopen`, { ...body, version }),
    close,
  )
  const submit = () => {
    setTried(true)
    if (reason.trim() !== '') write.run({ reason, deadlines })
  }
  return (
    <InPlaceForm
      title={t('deliveries.reopen')}
      verb={t('deliveries.reopen')}
      write={write}
      submit={submit}
      close={close}
    >
      <Textarea
        size="small"
        label={t('deliveries.reason')}
        minRows={2}
        value={reason}
        error={tried && reason.trim() === '' ? t('refused.required') : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      {met.length === 0 ? null : (
        <CheckboxGroup size="small" legend={t('deliveries.dueAgain')} value={deadlines} onChange={setDeadlines}>
          {met.map((deadline) => (
            <Checkbox key={deadline.id} value={deadline.id}>
              {formatDate(deadline.due as PlainDate)} {deadline.label}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
    </InPlaceForm>
  )
}
