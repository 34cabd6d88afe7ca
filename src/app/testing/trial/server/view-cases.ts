import { ProblemError } from '../../../../platform/rules/problem.ts'
import type { Tx } from '../../../../platform/server/transaction.ts'

/** A case as the list shows it. */
export interface CaseRow {
  readonly id: string
  readonly person: string
  readonly title: string
  readonly version: number
  readonly mayWrite: boolean
}

const seen = (tx: Tx, rows: readonly CaseRow[]): CaseRow[] => {
  for (const { id, person } of rows) tx.viewed({ kind: 'trial.case', id, person })
  return [...rows]
}

/** The cases within the actor's reach, by title. */
export const viewCases = async (tx: Tx): Promise<CaseRow[]> =>
  seen(
    tx,
    await tx.sql<CaseRow[]>`
      select id, person, title, version, trial.case_writable(id) as "mayWrite" from trial.case order by title`,
  )

/** One case. Throws `not-found` also for one beyond the actor's reach. */
export const viewCase = async (tx: Tx, id: string): Promise<CaseRow> => {
  const rows = await tx.sql<CaseRow[]>`
    select id, person, title, version, trial.case_writable(id) as "mayWrite" from trial.case where id = ${id}`
  const [row] = seen(tx, rows)
  if (!row) throw new ProblemError('not-found', { kind: 'case' })
  return row
}

/** The list as a careless hand would write it: without access log entries. */
export const viewCasesUnseen = async (tx: Tx): Promise<CaseRow[]> => [
  ...(await tx.sql<CaseRow[]>`select id, person, title, version, true as "mayWrite" from trial.case order by title`),
]
