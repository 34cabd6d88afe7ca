import { ProblemError } from '../../../platform/rules/problem.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import type { FindingContent } from '../../rules/finding.ts'
import { letterDifference } from '../../rules/letter-difference.ts'
import { governanceProblem } from '../../rules/problems.ts'
import { maybeSameAgency } from '../../rules/same-thing.ts'

interface Side {
  readonly id: string
  readonly title: string
  readonly year: number | null
  readonly date: string | null
  readonly agency: string | null
}

const shownOf = ({ id, title, year, date }: Side) => ({ id, title, year, date })

const sideOf = async (tx: Tx, id: string): Promise<{ letter: Side; findings: FindingContent[] }> => {
  const [[letter], findings] = await Promise.all([
    tx.sql<Side[]>`select id, title, year, letter_date as date, agency from governance.letter
      where id = ${id} and state in ('checking', 'approved')`,
    tx.sql<FindingContent[]>`select kind, content from governance.finding
      where letter = ${id} and state <> 'rejected' order by position, recorded_at, id`,
  ])
  if (!letter) throw new ProblemError('not-found', { kind: 'letter' })
  return { letter, findings }
}

/**
 * What letter `id` has that is new, gone and changed since letter `earlier`. Throws `not-found`, and `other-agency` when they
 * are to different agencies: then everything would be new and gone.
 */
export const viewDifference = async (tx: Tx, id: string, earlier: string) => {
  const [before, after] = await Promise.all([sideOf(tx, earlier), sideOf(tx, id)])
  if (!maybeSameAgency(before.letter.agency, after.letter.agency)) {
    const named = { before: before.letter.title, after: after.letter.title }
    throw new ProblemError(governanceProblem('other-agency', named))
  }
  return {
    before: shownOf(before.letter),
    after: shownOf(after.letter),
    sections: letterDifference(before.findings, after.findings),
  }
}
