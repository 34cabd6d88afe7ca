import { useState } from 'react'
import { send } from '../../../../platform/web/api/ask.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import type { Detail } from '../../../rules/follow-up/detail-shape.ts'
import { type ChosenOwner, OwnerFields, ownerBody } from '../OwnerFields.tsx'
import { texts } from '../texts.ts'
import { useFollowUpWrite } from '../useFollowUpWrite.tsx'
import { type FormProps, InPlaceForm } from './InPlaceForm.tsx'

/** Gives it an owner. */
export const OwnerForm = ({ detail, close }: FormProps<Detail>) => {
  const t = useTexts(texts)
  const [owner, setOwner] = useState<ChosenOwner>({ unit: detail.unit?.id ?? '', person: detail.person?.id ?? '' })
  const write = useFollowUpWrite(
    detail,
    (body: ChosenOwner, version) => send('PUT', `/api/commitments/${detail.id}/owner`, { ...ownerBody(body), version }),
    close,
  )
  return (
    <InPlaceForm
      title={t('owner.title')}
      verb={t('owner.save')}
      write={write}
      submit={() => write.run(owner)}
      close={close}
    >
      <OwnerFields value={owner} onChange={setOwner} />
    </InPlaceForm>
  )
}
