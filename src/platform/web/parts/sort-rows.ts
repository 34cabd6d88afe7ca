import { compareTexts } from '../format.ts'

/** What a column sorts by; null stands last in both directions. */
export type SortValue = string | number | null

/** A column and a direction, as the address has it: `deadline`, or `-deadline` for descending. */
export interface Sorting {
  readonly column: string
  readonly descending: boolean
}

/** Reads a sorting from the address. */
export const parseSorting = (text: string): Sorting =>
  text.startsWith('-') ? { column: text.slice(1), descending: true } : { column: text, descending: false }

/** Writes a sorting for the address. */
export const writeSorting = ({ column, descending }: Sorting): string => (descending ? `-${column}` : column)

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compareTexts(String(a), String(b))

/** A sorted copy; equal rows keep their order, rows without a value stand last whichever the direction. */
export const sortRows = <Row>(rows: readonly Row[], value: (row: Row) => SortValue, descending: boolean): Row[] =>
  [...rows].sort((one, other) => {
    const a = value(one)
    const b = value(other)
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    return descending ? compare(b, a) : compare(a, b)
  })
