import { TextField } from '@navikt/ds-react'
import { useState } from 'react'
import { send } from '../../../../platform/web/api/ask.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import type { Detail } from '../../../rules/follow-up/detail-shape.ts'
import { texts } from '../texts.ts'
import { useFollowUpWrite } from '../useFollowUpWrite.tsx'
import { type FormProps, InPlaceForm } from './InPlaceForm.tsx'

const keys = ['lead', 'partners', 'financing', 'frequency', 'recurrence'] as const
type Fields = Readonly<Record<(typeof keys)[number], string>>

/** Changes the details that follow-up keeps up to date; the ministry's own words are changed where letters are checked. */
export const TextsForm = ({ detail, close }: FormProps<Detail>) => {
  const t = useTexts(texts)
  const [fields, setFields] = useState<Fields>({
    lead: detail.lead ?? '',
    partners: detail.partners.join(', '),
    financing: detail.financing ?? '',
    frequency: detail.frequency ?? '',
    recurrence: detail.recurrence ?? '',
  })
  const write = useFollowUpWrite(
    detail,
    (body: Fields, version) =>
      send('PUT', `/api/commitments/${detail.id}/texts`, { ...body, partners: body.partners.split(','), version }),
    close,
  )
  return (
    <InPlaceForm
      title={t('edit.change')}
      verb={t('edit.save')}
      write={write}
      submit={() => write.run(fields)}
      close={close}
    >
      {keys.map((key) => (
        <TextField
          key={key}
          size="small"
          label={t(`fields.${key}`)}
          description={key === 'partners' ? t('edit.partnersHelp') : undefined}
          value={fields[key]}
          onChange={(event) => setFields({ ...fields, [key]: event.target.value })}
        />
      ))}
    </InPlaceForm>
  )
}
