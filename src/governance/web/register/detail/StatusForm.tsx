import { Radio, RadioGroup, Textarea } from '@navikt/ds-react'
import { send } from '../../../../platform/web/api/ask.ts'
import { platformTexts } from '../../../../platform/web/i18n/platform.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { InPlaceForm } from '../../../../platform/web/register/InPlaceForm.tsx'
import { useRecordForm } from '../../../../platform/web/register/useRecordForm.ts'
import { demandsDeviation, demandsReason, type Light, lights } from '../../../rules/follow-up/light.ts'
import { commitmentRecord, type FormProps } from '../commitment-record.ts'
import { texts } from '../texts.ts'

/** What is being written; no light is chosen while nobody has assessed it. */
interface Written {
  readonly light: Light | ''
  readonly note: string
  readonly deviation: string
  readonly measures: string
}

/**
 * Writes a status: the light as the ministry defines it; red and yellow open deviation and measures, and the way back to
 * green asks why.
 */
export const StatusForm = ({ detail, close }: FormProps) => {
  const t = useTexts(texts)
  const say = useTexts(platformTexts)
  const form = useRecordForm<typeof detail, Written>({
    key: `commitment.${detail.id}.status`,
    record: commitmentRecord(detail),
    begin: ({ light, notes: [latest] }) => ({
      light: light ?? '',
      note: '',
      deviation: latest?.deviation ?? '',
      measures: latest?.measures ?? '',
    }),
    stored: ({ light, notes: [latest] }) => ({
      light: light ?? '',
      note: latest?.note ?? '',
      deviation: latest?.deviation ?? '',
      measures: latest?.measures ?? '',
    }),
    fields: {
      light: { label: t('status.title'), words: (light) => (light === '' ? '' : t(`status.${light}`)) },
      note: { label: t('status.note') },
      deviation: { label: t('status.deviation') },
      measures: { label: t('status.measures') },
    },
    write: (body, version) => {
      const said = body.light !== '' && demandsDeviation[body.light] ? body : { ...body, deviation: '', measures: '' }
      return send('POST', `/api/commitments/${detail.id}/notes`, { ...said, version })
    },
    done: close,
  })
  const { light, note, deviation, measures } = form.value
  const demanding = light !== '' && demandsDeviation[light]
  const why = light !== '' && demandsReason(light, detail.light)
  const empty = (text: string, label: string) => text.trim() === '' && say('form.fill', { field: label })
  return (
    <InPlaceForm
      title={t('status.add')}
      verb={t('status.save')}
      form={form}
      missing={{
        light: light === '' && say('form.choose', { field: t('status.light') }),
        deviation: demanding && empty(deviation, t('status.deviation')),
        measures: demanding && empty(measures, t('status.measures')),
        note: why && empty(note, t('status.why')),
      }}
      close={close}
    >
      {(field) => (
        <>
          <RadioGroup
            {...field('light')}
            size="small"
            legend={t('status.light')}
            value={light}
            onChange={(chosen: Light) => form.set({ light: chosen })}
          >
            {lights.map((one) => (
              <Radio key={one} value={one}>
                {t(`status.${one}`)}
              </Radio>
            ))}
          </RadioGroup>
          {demanding ? (
            <>
              <Textarea
                {...field('deviation')}
                size="small"
                label={t('status.deviation')}
                description={t('status.deviationHelp')}
                minRows={2}
                value={deviation}
                onChange={(event) => form.set({ deviation: event.target.value })}
              />
              <Textarea
                {...field('measures')}
                size="small"
                label={t('status.measures')}
                description={t(light === 'red' ? 'status.measuresRed' : 'status.measuresYellow')}
                minRows={2}
                value={measures}
                onChange={(event) => form.set({ measures: event.target.value })}
              />
            </>
          ) : null}
          <Textarea
            {...field('note')}
            size="small"
            label={t(why ? 'status.why' : 'status.note')}
            minRows={2}
            value={note}
            onChange={(event) => form.set({ note: event.target.value })}
          />
        </>
      )}
    </InPlaceForm>
  )
}
