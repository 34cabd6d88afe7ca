import { parsePlainDate } from '../../rules/plain-date.ts'
import { formatDate } from '../format.ts'

/** A stored value as a person reads it: dates with day first, lists with commas, nothing as `empty`. */
export const fieldText = (value: unknown, empty: string): string => {
  if (value === null || value === undefined || value === '') return empty
  if (Array.isArray(value)) return value.length === 0 ? empty : value.map((one) => fieldText(one, empty)).join(', ')
  if (typeof value === 'object') return JSON.stringify(value)
  const date = parsePlainDate(String(value))
  return date === null ? String(value) : formatDate(date)
}
