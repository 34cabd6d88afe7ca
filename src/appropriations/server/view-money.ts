import type { PlainDate } from '../../platform/rules/plain-date.ts'
import type { Tx } from '../../platform/server/transaction.ts'
import type { Allocation, MoneyLetter } from '../rules/allocation.ts'
import { type YearMoney, yearMoney } from '../rules/year-account.ts'

interface LetterRow {
  readonly id: string
  readonly year: number
  readonly title: string
  readonly kind: MoneyLetter['kind']
  readonly letter_date: PlainDate | null
}

interface AllocationRow {
  readonly letter: string
  readonly year: number
  readonly kind: Allocation['kind']
  readonly chapter: string | null
  readonly item: string | null
  readonly name: string
  readonly amount_nok: number | null
  readonly keywords: string[]
  readonly source_start: number | null
  readonly source_end: number | null
}

const allocationOf = (row: AllocationRow): Allocation => ({
  letter: row.letter,
  year: row.year,
  kind: row.kind,
  chapter: row.chapter,
  item: row.item,
  name: row.name,
  amountNok: row.amount_nok,
  keywords: row.keywords,
  source:
    row.source_start === null || row.source_end === null ? null : { start: row.source_start, end: row.source_end },
})

/** A year's money and the years to choose from. Without a year, the latest that has money; 0 when none has. */
export const viewMoney = async (tx: Tx, wanted: number | undefined): Promise<YearMoney & { years: number[] }> => {
  const letters = await tx.sql<LetterRow[]>`
    select id, year, title, kind, letter_date from appropriations.letter order by year desc, letter_date`
  const years = [...new Set(letters.map((letter) => letter.year))]
  const year = wanted ?? years[0] ?? 0
  const rows = await tx.sql<AllocationRow[]>`
    select letter, year, kind, chapter, item, name, amount_nok, keywords, source_start, source_end
    from appropriations.allocation where year in (${year}, ${year - 1}) order by position`
  const lines = rows.map(allocationOf)
  const own = letters
    .filter((letter) => letter.year === year)
    .map(({ id, title, kind, letter_date }) => ({ id, title, kind, date: letter_date }))
  const money = yearMoney(
    year,
    own,
    lines.filter((line) => line.year === year),
    lines.filter((line) => line.year === year - 1),
  )
  return { years, ...money }
}
