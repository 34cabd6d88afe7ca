import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../../../platform/web/api/ask.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { BulkAction, type MarkedRow } from '../../../platform/web/register/BulkAction.tsx'
import { type ChosenOwner, OwnerFields, ownerBody } from './OwnerFields.tsx'
import { registerKey } from './queries.ts'
import { texts } from './texts.ts'

/** Gives all marked rows one owner. */
export const BulkAssign = (props: { rows: readonly MarkedRow[]; clear: () => void }) => {
  const t = useTexts(texts)
  const client = useQueryClient()
  const [owner, setOwner] = useState<ChosenOwner>({ unit: '', person: '' })
  return (
    <BulkAction
      {...props}
      verb={t('bulk.assign')}
      save={t('owner.save')}
      send={(items) => send('POST', '/api/commitments/owners', { items, ...ownerBody(owner) })}
      done={() => client.invalidateQueries({ queryKey: registerKey })}
    >
      <OwnerFields value={owner} onChange={setOwner} />
    </BulkAction>
  )
}
