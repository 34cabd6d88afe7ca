import type { Tx } from '../../../platform/server/transaction.ts'

interface OpenRow {
  readonly id: string
  readonly kind: string
  readonly code: string | null
  readonly title: string
  readonly year: number
  readonly letter: string
  readonly letter_title: string
  readonly next_deadline: string | null
  readonly owner: string | null
  readonly light: string | null
}

/** What earlier years' letters gave that is still open in `year`: no later letter has taken it up, and it is not done. */
export const viewOpenCommitments = async (tx: Tx, year: number) => {
  const rows = await tx.sql<OpenRow[]>`
    select c.id, c.kind, c.code, c.title, c.year, c.letter, l.title as letter_title, c.next_deadline,
      access.name_of(c.owner_person) as owner, c.light
    from governance.commitment c join governance.letter l on l.id = c.letter
    where c.year < ${year} and c.state = 'open' and c.kind in ('assignment', 'report', 'duty')
      and (c.kind = 'assignment' or c.next_deadline is not null)
    order by c.next_deadline nulls last, c.year, c.position`
  return {
    commitments: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      code: row.code,
      title: row.title,
      year: row.year,
      letter: { id: row.letter, title: row.letter_title },
      nextDeadline: row.next_deadline,
      owner: row.owner,
      light: row.light,
    })),
  }
}
