import { useQuery } from '@tanstack/react-query'
import type { DeclaredPermissions } from '../../rules/permission.ts'
import { useModules } from '../modules.ts'
import { platformTexts } from './platform.ts'
import { useLocale, useTexts } from './texts.ts'

/**
 * What a permission lets one do, in words that stand after “you may not”; of an unknown one no more than “do this”. The
 * modules' declarations are loaded the first time that somebody lacks something.
 */
export const usePermissionWords = (permission: string): string => {
  const t = useTexts(platformTexts)
  const modules = useModules()
  const locale = useLocale()
  const { data = [] } = useQuery({
    queryKey: ['permissions'],
    queryFn: (): Promise<DeclaredPermissions[]> => Promise.all(modules.map((module) => module.permissions?.() ?? {})),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: permission !== '',
  })
  return data.find((declared) => Object.hasOwn(declared, permission))?.[permission]?.words[locale] ?? t('may.this')
}
