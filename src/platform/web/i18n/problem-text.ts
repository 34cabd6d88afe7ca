import i18next from 'i18next'
import type { RequestProblem } from '../api/problem.ts'
import { formatInstant } from '../format.ts'
import { platformTexts } from './platform.ts'
import type { ProblemWords } from './problems.ts'
import { useTexts } from './texts.ts'

const instant = /^\d{4}-\d{2}-\d{2}T/

/** What a permission lets one do, in words that stand after “you may not”; of an unknown one no more than “do this”. */
export const usePermissionWords = (): ((permission: string) => string) => {
  const t = useTexts(platformTexts)
  return (permission) => {
    const key = `platform:may.${permission}`
    return permission !== '' && i18next.exists(key) ? i18next.t(key) : t('may.this')
  }
}

/** Finds the words for a problem in the current language; instants among its parameters are shown in Oslo's time. */
export const useProblemText = (): ((problem: RequestProblem) => ProblemWords) => {
  const t = useTexts(platformTexts)
  const permissionWords = usePermissionWords()
  return ({ code, params }) => {
    const shown: Record<string, string | number> = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'string' && instant.test(value) ? formatInstant(value) : value,
      ]),
    )
    if (code === 'no-access') shown.permission = permissionWords(String(params.permission ?? ''))
    return { title: t(`problems.${code}.title`, shown), advice: t(`problems.${code}.advice`, shown) }
  }
}
