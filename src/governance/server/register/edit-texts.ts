import type { Tx } from '../../../platform/server/transaction.ts'
import { lockCommitment, storeChange } from './lock-commitment.ts'

/**
 * The texts that follow-up keeps up to date. Title, purpose and description are the ministry's words and are changed
 * where the letter is checked.
 */
export interface OwnTexts {
  readonly lead: string | null
  readonly partners: readonly string[]
  readonly financing: string | null
  readonly frequency: string | null
  readonly recurrence: string | null
}

const orNull = (text: string | null): string | null => text?.trim() || null

/** Changes the texts that follow-up owns; an empty text becomes none. */
export const editTexts = async (tx: Tx, id: string, input: OwnTexts & { readonly version: number }) => {
  await lockCommitment(tx, id, input.version, 'edit')
  const written = await storeChange(tx, id, {
    lead: orNull(input.lead),
    partners: input.partners.map((partner) => partner.trim()).filter((partner) => partner !== ''),
    financing: orNull(input.financing),
    frequency: orNull(input.frequency),
    recurrence: orNull(input.recurrence),
  })
  tx.audit({ action: 'commitment.edit', kind: 'commitment', id })
  return written
}
