import { useDelayed } from '../parts/useDelayed.ts'
import { useUrlState } from '../parts/useUrlState.ts'
import type { ListQuestion } from './useList.ts'

/** The filters of a list as they stand in the address. */
export interface Question {
  readonly filters: Readonly<Record<string, string>>
  readonly set: (changes: Readonly<Record<string, string>>) => void
  /** What the server is asked. */
  readonly question: ListQuestion
  /** True when something is narrowed. */
  readonly active: boolean
  readonly clear: () => void
}

/**
 * The filters of a list, kept in the address, and the question that they are to the server. `defaults` names them all, with
 * `text` and `sort` where the list has them; a filter whose default is narrow is opened by `all`.
 */
export const useQuestion = (defaults: Readonly<Record<string, string>>): Question => {
  const [filters, set] = useUrlState(defaults)
  const text = useDelayed(filters.text ?? '', 200)
  const wanted = { ...filters, text }
  const question = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== '' && value !== 'all'))
  const active = Object.entries(defaults).some(([name, value]) => name !== 'sort' && filters[name] !== value)
  const clear = () => set(Object.fromEntries(Object.entries(defaults).filter(([name]) => name !== 'sort')))
  return { filters, set, question, active, clear }
}
