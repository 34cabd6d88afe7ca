import type { Tx } from '../../../../platform/server/transaction.ts'
import { type CaseRow, viewCase } from './view-cases.ts'

/** Makes a municipality party to a case, and notifies its people. */
export const askMunicipality = async (tx: Tx, id: string, organisation: string): Promise<CaseRow> => {
  const found = await viewCase(tx, id)
  await tx.sql`insert into trial.case_party (record, organisation, grade) values (${id}, ${organisation}, 'asked')`
  tx.audit({ action: 'case.ask', kind: 'trial.case', id, detail: { organisation } })
  tx.notify({ to: tx.actor.personId ?? '', code: 'trial-asked', params: { title: found.title }, link: '/' })
  return found
}
