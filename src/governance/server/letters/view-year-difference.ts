import type { Tx } from '../../../platform/server/transaction.ts'
import type { FindingContent } from '../../rules/finding.ts'
import { letterDifference } from '../../rules/letter-difference.ts'
import { maybeSameAgency } from '../../rules/same-thing.ts'
import { yearAsItStands } from '../../rules/year-as-it-stands.ts'
import { exportTexts } from '../texts.ts'

/** The two years to compare, each as it stood on a day; without one, at its end. */
export interface YearsQuery {
  readonly before: number
  readonly after: number
  readonly beforeDate?: string | undefined
  readonly afterDate?: string | undefined
}

interface LetterRow {
  readonly id: string
  readonly title: string
  readonly agency: string | null
}

/** The year's approved letters up to a day, the allocation letter first; a letter without a date is taken along, last. */
const lettersOf = (tx: Tx, year: number, date: string) => tx.sql<LetterRow[]>`
  select id, title, agency from governance.letter
  where year = ${year} and state = 'approved' and kind is distinct from 'instruction'
    and (letter_date is null or letter_date <= ${date})
  order by (kind is distinct from 'allocation-letter'), letter_date nulls last, title, id`

const sideOf = async (tx: Tx, year: number, date: string, letters: readonly LetterRow[]) => {
  const rows =
    letters.length === 0
      ? []
      : await tx.sql<(FindingContent & { letter: string })[]>`
    select letter, kind, content from governance.finding
    where letter = any(${letters.map(({ id }) => id)}) and state <> 'rejected'
    order by position, recorded_at, id`
  const findings = letters.map(({ id }) => rows.filter((row) => row.letter === id))
  return {
    side: {
      id: String(year),
      title: `${year} ${exportTexts[tx.actor.locale].asAt} ${date.split('-').reverse().join('.')}`,
      year,
      date,
      letters: letters.map(({ title }) => title),
    },
    findings: yearAsItStands(findings),
  }
}

/**
 * What is new, gone and changed from one year to another with the supplements applied, each year as its approved letters
 * stood on a day. Letters of another agency than the later year's are left out. When a year had no letter by then,
 * there is nothing to compare: its side has no letters, and there are no sections.
 */
export const viewYearDifference = async (tx: Tx, query: YearsQuery) => {
  const [beforeDate, afterDate] = [
    query.beforeDate ?? `${query.before}-12-31`,
    query.afterDate ?? `${query.after}-12-31`,
  ]
  const [earlier, later] = await Promise.all([
    lettersOf(tx, query.before, beforeDate),
    lettersOf(tx, query.after, afterDate),
  ])
  const agency = later[0]?.agency ?? null
  const ours = (letters: readonly LetterRow[]) => letters.filter((letter) => maybeSameAgency(letter.agency, agency))
  const before = await sideOf(tx, query.before, beforeDate, ours(earlier))
  const after = await sideOf(tx, query.after, afterDate, ours(later))
  const nothing = before.side.letters.length === 0 || after.side.letters.length === 0
  const sections = nothing ? [] : letterDifference(before.findings, after.findings)
  return { before: before.side, after: after.side, sections }
}
