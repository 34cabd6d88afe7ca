import { Radio, RadioGroup, Textarea } from '@navikt/ds-react'
import { useState } from 'react'
import { send } from '../../../../platform/web/api/ask.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import type { Detail } from '../../../rules/follow-up/detail-shape.ts'
import { checkStatusNote, demandsDeviation, lights, type StatusNote } from '../../../rules/follow-up/light.ts'
import { texts } from '../texts.ts'
import { useFollowUpWrite } from '../useFollowUpWrite.tsx'
import { type FormProps, InPlaceForm } from './InPlaceForm.tsx'

/** Writes a status: the light as the ministry defines it; red and yellow open deviation and measures. */
export const StatusForm = ({ detail, close }: FormProps<Detail>) => {
  const t = useTexts(texts)
  const [note, setNote] = useState<StatusNote>({
    light: detail.light ?? 'green',
    note: '',
    deviation: detail.notes[0]?.deviation ?? '',
    measures: detail.notes[0]?.measures ?? '',
  })
  const [tried, setTried] = useState(false)
  const write = useFollowUpWrite(
    detail,
    (body: StatusNote, version) => send('POST', `/api/commitments/${detail.id}/notes`, { ...body, version }),
    close,
  )
  const demanding = demandsDeviation[note.light]
  const missing = (text: string) => (tried && demanding && text.trim() === '' ? t('status.required') : undefined)
  const submit = () => {
    setTried(true)
    const entered = demanding ? note : { ...note, deviation: '', measures: '' }
    if (checkStatusNote(entered).ok) write.run(entered)
  }
  return (
    <InPlaceForm title={t('status.add')} verb={t('status.save')} write={write} submit={submit} close={close}>
      <RadioGroup
        size="small"
        legend={t('status.light')}
        value={note.light}
        onChange={(light: StatusNote['light']) => setNote({ ...note, light })}
      >
        {lights.map((light) => (
          <Radio key={light} value={light}>
            {t(`status.${light}`)}
          </Radio>
        ))}
      </RadioGroup>
      {demanding ? (
        <>
          <Textarea
            size="small"
            label={t('status.deviation')}
            description={t('status.deviationHelp')}
            minRows={2}
            value={note.deviation}
            error={missing(note.deviation)}
            onChange={(event) => setNote({ ...note, deviation: event.target.value })}
          />
          <Textarea
            size="small"
            label={t('status.measures')}
            description={t(note.light === 'red' ? 'status.measuresRed' : 'status.measuresYellow')}
            minRows={2}
            value={note.measures}
            error={missing(note.measures)}
            onChange={(event) => setNote({ ...note, measures: event.target.value })}
          />
        </>
      ) : null}
      <Textarea
        size="small"
        label={t('status.note')}
        minRows={2}
        value={note.note}
        onChange={(event) => setNote({ ...note, note: event.target.value })}
      />
    </InPlaceForm>
  )
}
