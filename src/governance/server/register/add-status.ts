import type { Tx } from '../../../platform/server/transaction.ts'
import { checkStatusNote, type StatusNote } from '../../rules/follow-up/light.ts'
import { lockCommitment, orThrow, storeChange } from './lock-commitment.ts'

/**
 * Adds a status note; the earlier ones stay. Throws `deviation-required` when the light is yellow or red and deviation
 * or measures are missing, `improvement-required` when it turns green again without a word.
 */
export const addStatus = async (tx: Tx, id: string, input: StatusNote & { readonly version: number }) => {
  const { light: before } = await lockCommitment(tx, id, input.version, 'note')
  const note = orThrow(checkStatusNote(input, before))
  await tx.sql`insert into governance.status_note (commitment, light, note, deviation, measures)
    values (${id}, ${note.light}, ${note.note}, ${note.deviation}, ${note.measures})`
  const written = await storeChange(tx, id, { light: note.light })
  tx.audit({ action: 'commitment.note', kind: 'commitment', id, detail: { light: note.light } })
  return written
}
