import { ask } from '../../../platform/web/api/ask.ts'
import type { WrittenRecord } from '../../../platform/web/register/useRecordWrite.ts'
import type { Detail } from '../../rules/follow-up/detail-shape.ts'
import { registerKey } from './queries.ts'

/** A commitment as something to write on: everything shown of the register is stale afterwards. */
export const commitmentRecord = (detail: Detail): WrittenRecord<Detail> => ({
  shown: detail,
  read: () => ask<Detail>(`/api/commitments/${detail.id}`),
  stale: registerKey,
})

/** What every form of the detail gets. */
export interface FormProps {
  readonly detail: Detail
  /** Closes the form. */
  readonly close: () => void
}
