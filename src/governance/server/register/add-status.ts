import type { Tx } from '../../../platform/server/transaction.ts'
import { checkStatusNote, type StatusNote } from '../../rules/follow-up/light.ts'
import { lockCommitment, orThrow, storeChange } from './lock-commitment.ts'

/**
 * Adds a status note; the earlier ones stay. Throws `deviation-required` when the light is yellow or red and deviation
 * or measures are missing.
 */
export const addStatus = async (tx: Tx, id: string, input: StatusNote & { readonly version: number }) => {
  const note = orThrow(checkStatusNote(input))
  await lockCommitment(tx, id, input.version, 'note')
  await tx.sql`insert into governance.status_note (commitment, light, note, deviation, measures)
    values (${id}, ${note.light}, ${note.note}, ${note.deviation}, ${note.measures})`
  const written = await storeChange(tx, id, { light: note.light })
  tx.audit({ action: 'commitment.note', kind: 'commitment', id, detail: { light: note.light } })
  return written
}
