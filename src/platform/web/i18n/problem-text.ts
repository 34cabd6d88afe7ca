import type { RequestProblem } from '../api/problem.ts'
import { formatInstant } from '../format.ts'
import { usePermissionWords } from './permission-words.ts'
import { platformTexts } from './platform.ts'
import type { ProblemWords } from './problems.ts'
import { useTexts } from './texts.ts'

const instant = /^\d{4}-\d{2}-\d{2}T/

/** The words for a problem in the current language; instants among its parameters are shown in Oslo's time. */
export const useProblemText = ({ code, params }: RequestProblem): ProblemWords => {
  const t = useTexts(platformTexts)
  const permission = usePermissionWords(code === 'no-access' ? String(params.permission ?? '') : '')
  const shown: Record<string, string | number> = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && instant.test(value) ? formatInstant(value) : value,
    ]),
  )
  if (code === 'no-access') shown.permission = permission
  return { title: t(`problems.${code}.title`, shown), advice: t(`problems.${code}.advice`, shown) }
}
