import { ProblemError } from '../../../../platform/rules/problem.ts'
import type { Tx } from '../../../../platform/server/transaction.ts'
import { type CaseRow, viewCase } from './view-cases.ts'

/** Changes the title of a case in the version that was read. */
export const changeTitle = async (tx: Tx, id: string, change: { title: string; version: number }): Promise<CaseRow> => {
  const [row] = await tx.sql`update trial.case set title = ${change.title}
    where id = ${id} and version = ${change.version} returning version`
  if (!row) throw new ProblemError('not-found', { kind: 'case' })
  tx.audit({ action: 'case.change', kind: 'trial.case', id })
  return viewCase(tx, id)
}
