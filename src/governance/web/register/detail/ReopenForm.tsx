import { Checkbox, CheckboxGroup, Textarea } from '@navikt/ds-react'
import type { PlainDate } from '../../../../platform/rules/plain-date.ts'
import { send } from '../../../../platform/web/api/ask.ts'
import { formatDate } from '../../../../platform/web/format.ts'
import { platformTexts } from '../../../../platform/web/i18n/platform.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { InPlaceForm } from '../../../../platform/web/register/InPlaceForm.tsx'
import { useRecordForm } from '../../../../platform/web/register/useRecordForm.ts'
import { commitmentRecord, type FormProps } from '../commitment-record.ts'
import { texts } from '../texts.ts'

/** Opens again what was done: why, and which deadlines apply anew. */
export const ReopenForm = ({ detail, close }: FormProps) => {
  const t = useTexts(texts)
  const say = useTexts(platformTexts)
  const met = detail.deadlines.filter((deadline) => deadline.metOn !== null)
  const nameOf = (deadline: (typeof met)[number]) => `${formatDate(deadline.due as PlainDate)} ${deadline.label ?? ''}`
  const form = useRecordForm({
    key: `commitment.${detail.id}.reopen`,
    record: commitmentRecord(detail),
    begin: () => ({ reason: '', deadlines: [] as string[] }),
    stored: (record) => ({ reason: record.stateReason ?? '', deadlines: [] }),
    fields: {
      reason: { label: t('deliveries.reason') },
      deadlines: {
        label: t('deliveries.dueAgain'),
        words: (ids) =>
          met
            .filter(({ id }) => ids.includes(id))
            .map(nameOf)
            .join(', '),
      },
    },
    write: (body, version) => send('POST', `/api/commitments/${detail.id}/reopen`, { ...body, version }),
    done: close,
  })
  const { reason, deadlines } = form.value
  return (
    <InPlaceForm
      title={t('deliveries.reopen')}
      verb={t('deliveries.reopen')}
      form={form}
      missing={{ reason: reason.trim() === '' && say('form.fill', { field: t('deliveries.reason') }) }}
      close={close}
    >
      {(field) => (
        <>
          <Textarea
            {...field('reason')}
            size="small"
            label={t('deliveries.reason')}
            minRows={2}
            value={reason}
            onChange={(event) => form.set({ reason: event.target.value })}
          />
          {met.length === 0 ? null : (
            <CheckboxGroup
              size="small"
              legend={t('deliveries.dueAgain')}
              value={deadlines}
              onChange={(chosen: string[]) => form.set({ deadlines: chosen })}
            >
              {met.map((deadline) => (
                <Checkbox key={deadline.id} value={deadline.id}>
                  {nameOf(deadline)}
                </Checkbox>
              ))}
            </CheckboxGroup>
          )}
        </>
      )}
    </InPlaceForm>
  )
}
