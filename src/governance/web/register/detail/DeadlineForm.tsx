import { TextField } from '@navikt/ds-react'
import { useState } from 'react'
import { send } from '../../../../platform/web/api/ask.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { DateField } from '../../../../platform/web/parts/DateField.tsx'
import type { Detail } from '../../../rules/follow-up/detail-shape.ts'
import { texts } from '../texts.ts'
import { useFollowUpWrite } from '../useFollowUpWrite.tsx'
import { type FormProps, InPlaceForm } from './InPlaceForm.tsx'

/** Sets a new internal milestone, or changes one. */
export const DeadlineForm = (props: FormProps<Detail> & { deadline: Detail['deadlines'][number] | null }) => {
  const t = useTexts(texts)
  const { detail, close, deadline } = props
  const [due, setDue] = useState(deadline?.due ?? '')
  const [label, setLabel] = useState(deadline?.label ?? '')
  const write = useFollowUpWrite(
    detail,
    (body: { due: string; label: string }, version) =>
      deadline === null
        ? send('POST', `/api/commitments/${detail.id}/deadlines`, { ...body, version })
        : send('PUT', `/api/deadlines/${deadline.id}`, { ...body, metOn: deadline.metOn, version }),
    close,
  )
  return (
    <InPlaceForm
      title={deadline === null ? t('deadlines.add') : `${t('deadlines.edit')} ${t('deadlines.about', { label })}`}
      verb={t('deadlines.save')}
      write={write}
      submit={() => write.run({ due, label })}
      close={close}
    >
      <div className="ff-reg-fields">
        <DateField label={t('deadlines.due')} value={due} required onChange={setDue} />
        <TextField
          size="small"
          label={t('deadlines.label')}
          value={label}
          required
          onChange={(event) => setLabel(event.target.value)}
        />
      </div>
    </InPlaceForm>
  )
}
