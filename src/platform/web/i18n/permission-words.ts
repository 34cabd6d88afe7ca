import { useDeclared } from './declared.ts'
import { platformTexts } from './platform.ts'
import { useLocale, useTexts } from './texts.ts'

/** What a permission lets one do, in words that stand after “you may not”; of an unknown one no more than “do this”. */
export const usePermissionWords = (permission: string): string => {
  const t = useTexts(platformTexts)
  const locale = useLocale()
  const { data = {} } = useDeclared('permissions', permission !== '')
  return data[permission]?.words[locale] ?? t('may.this')
}
