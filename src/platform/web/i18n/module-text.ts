import { useQuery } from '@tanstack/react-query'
import i18next from 'i18next'
import { useModules } from '../modules.ts'
import { useLocale } from './texts.ts'

/**
 * Finds a text by a key that data names, in whichever module has it: `kinds.<kind>` of a search hit, `fields.<field>`
 * of a change. Loads every module's texts, so it is only for pages that show a part of each. A key that no
 * module has is shown by its last part, which is the code itself.
 */
export const useModuleTexts = () => {
  const bundles = useModules().flatMap((module) => module.parts.map((part) => part.texts))
  const locale = useLocale()
  const { isSuccess } = useQuery({
    queryKey: ['module-texts', locale],
    queryFn: () => Promise.all(bundles.map((texts) => texts.load(locale))),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const text = (key: string, params: Readonly<Record<string, string | number>> = {}): string => {
    const owner = bundles.find((texts) => i18next.exists(`${texts.id}:${key}`))
    return owner === undefined ? key.slice(key.indexOf('.') + 1) : i18next.t(`${owner.id}:${key}`, { ...params })
  }
  return { text, ready: isSuccess }
}

/** As {@link useModuleTexts}, where a code may stand until its word is loaded. */
export const useModuleText = () => useModuleTexts().text
