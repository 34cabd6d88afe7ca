import { insertMany } from '../../platform/server/insert-many.ts'
import type { Tx } from '../../platform/server/transaction.ts'
import type { AllocationItem, MoneyLetter } from '../rules/allocation.ts'

/** The money of one approved letter. */
export interface LetterMoney {
  readonly letter: MoneyLetter
  /** The budget year that the money is for. */
  readonly year: number
  /** In the order of the letter. */
  readonly items: readonly AllocationItem[]
}

/**
 * Records the money of an approved letter, in the approval's transaction. A letter's money is recorded as a whole: what
 * an earlier approval of the same letter gave is replaced (and stays in the history). Needs `letter.approve`.
 */
export const recordAllocations = async (tx: Tx, { letter, year, items }: LetterMoney): Promise<void> => {
  const { sql } = tx
  await sql`insert into appropriations.letter (id, year, title, kind, letter_date)
    values (${letter.id}, ${year}, ${letter.title}, ${letter.kind}, ${letter.date})
    on conflict (id) do update set year = excluded.year, title = excluded.title, kind = excluded.kind,
      letter_date = excluded.letter_date`
  await sql`delete from appropriations.allocation where letter = ${letter.id}`
  const rows = items.map((item, position) => ({
    letter: letter.id,
    year,
    kind: item.kind,
    chapter: item.chapter,
    item: item.item,
    name: item.name,
    amount_nok: item.amountNok,
    keywords: [...item.keywords],
    position,
    source_start: item.source?.start ?? null,
    source_end: item.source?.end ?? null,
  }))
  await insertMany(tx, 'appropriations.allocation', rows)
  tx.audit({ action: 'allocations.record', kind: 'letter', id: letter.id, detail: { year, lines: items.length } })
}
