import { useDelayed } from '../../../platform/web/parts/useDelayed.ts'
import { useUrlState } from '../../../platform/web/parts/useUrlState.ts'
import type { ListQuestion } from './queries.ts'

const defaults = {
  year: '',
  kind: '',
  goal: '',
  unit: '',
  owner: '',
  light: '',
  due: '',
  state: 'open',
  text: '',
  sort: 'deadline',
} as const

/** The filters as they stand in the address. */
export type Filters = { readonly [K in keyof typeof defaults]: string }

/** The filters of the list, kept in the address, and the question that they are to the server. */
export const useQuestion = () => {
  const [filters, set] = useUrlState(defaults)
  const text = useDelayed(filters.text, 200)
  const wanted = { ...filters, text, state: filters.state === 'all' ? '' : filters.state }
  const question: ListQuestion = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== ''))
  const active = Object.entries(defaults).some(
    ([name, value]) => name !== 'sort' && filters[name as keyof Filters] !== value,
  )
  return { filters, set, question, active, clear: () => set({ ...defaults, sort: filters.sort }) }
}
