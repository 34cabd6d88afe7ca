import i18next from 'i18next'
import { fillWords, isPlatformProblem, type ProblemWords } from '../../rules/problem.ts'
import type { texts } from '../../texts/frame.nb.ts'
import type { RequestProblem } from '../api/problem.ts'
import { formatInstant } from '../format.ts'
import { useModules } from '../modules.ts'
import { useDeclared } from './declared.ts'
import { usePermissionWords } from './permission-words.ts'
import { platformTexts } from './platform.ts'
import { type TextBundle, type Translate, useLocale, useTexts } from './texts.ts'

const instant = /^\d{4}-\d{2}-\d{2}T/

/** The field that is wrong, where the page has a word for it, and what is wrong with it. */
const fieldWords = (
  t: Translate<typeof texts>,
  { field = '', rule = '' }: RequestProblem['params'],
  bundles: readonly TextBundle[],
) => {
  const owner = bundles.find(({ id }) => i18next.exists(`${id}:fields.${field}`))
  return {
    field: owner === undefined ? '' : t('fieldRules.named', { field: i18next.t(`${owner.id}:fields.${field}`) }),
    rule: i18next.exists(`${platformTexts.id}:fieldRules.${rule}`)
      ? i18next.t(`${platformTexts.id}:fieldRules.${rule}`)
      : t('fieldRules.other'),
  }
}

/**
 * The words for a problem in the current language; instants among its parameters are shown in Oslo's time. Null while a
 * module's words are on their way; what nobody declares is unexpected.
 */
export const useProblemText = ({ code, params }: RequestProblem): ProblemWords | null => {
  const t = useTexts(platformTexts)
  const locale = useLocale()
  const bundles = useModules().flatMap(({ parts }) => parts.map((part) => part.texts))
  const permission = usePermissionWords(code === 'no-access' ? String(params.permission ?? '') : '')
  const { data = {}, isFetching } = useDeclared('problems', !isPlatformProblem(code))
  const shown: Record<string, string | number> = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && instant.test(value) ? formatInstant(value) : value,
    ]),
  )
  if (code === 'no-access') shown.permission = permission
  if (code === 'invalid-input') Object.assign(shown, fieldWords(t, params, bundles))
  const words = data[code]?.words[locale]
  if (words !== undefined) return fillWords(words, shown)
  if (isFetching) return null
  const said = isPlatformProblem(code) ? code : 'unexpected'
  const title = t(`problems.${said}.title`, shown)
  // What fails in the browser has no number that the log knows it by.
  if (said === 'unexpected' && shown.requestId === undefined) return { title, advice: t('unexpectedHere') }
  return { title, advice: t(`problems.${said}.advice`, shown) }
}
