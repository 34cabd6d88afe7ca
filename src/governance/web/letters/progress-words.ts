import { useTexts } from '../../../platform/web/i18n/texts.ts'
import type { Progress } from '../../rules/letter-shapes.ts'
import { texts } from './texts.ts'

/** How far the checking has come, in the same words wherever a letter is named. */
export const useProgressWords = (): ((progress: Progress) => string) => {
  const t = useTexts(texts)
  return ({ checked, total, unsure }) =>
    [t('check.progress', { checked, total }), ...(unsure > 0 ? [t('check.unsure', { count: unsure })] : [])].join(' · ')
}
