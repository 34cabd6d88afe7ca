import type { RequestProblem } from '../api/problem.ts'
import { formatInstant } from '../format.ts'
import { platformTexts } from './platform.ts'
import type { ProblemWords } from './problems.ts'
import { useTexts } from './texts.ts'

const instant = /^\d{4}-\d{2}-\d{2}T/

/** Finds the words for a problem in the current language; instants among its parameters are shown in Oslo's time. */
export const useProblemText = (): ((problem: RequestProblem) => ProblemWords) => {
  const t = useTexts(platformTexts)
  return ({ code, params }) => {
    const shown = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'string' && instant.test(value) ? formatInstant(value) : value,
      ]),
    )
    return { title: t(`problems.${code}.title`, shown), advice: t(`problems.${code}.advice`, shown) }
  }
}
