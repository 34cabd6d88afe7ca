import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { texts } from '../texts.ts'

const known = [
  'impossible-date',
  'sum-disagrees',
  'conflicting-deadlines',
  'title-differs',
  'code-variants',
  'duplicate-code',
  'damaged-text',
  'scrambled-table',
  'missing-amount',
  'missing-unit',
  'unread-duty',
  'unread-amount',
  'missing-deadline',
  'unclear-deadline',
  'deadline-before-letter',
  'approximate-date',
  'assumed-year',
  'unknown-item',
  'missing-head',
  'not-a-letter',
] as const

/** Finds the words for a doubt's kind. */
export const useDoubtWords = (): ((kind: string) => string) => {
  const t = useTexts(texts)
  return (kind) => {
    const found = known.find((one) => one === kind)
    return found ? t(`doubts.${found}`) : kind
  }
}
