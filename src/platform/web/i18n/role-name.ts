import i18next from 'i18next'
import { useModules } from '../modules.ts'
import { platformTexts } from './platform.ts'
import { useTexts } from './texts.ts'

/** The name of a role in the current language, from the module that has roles; one without a name is shown as its code. */
export const useRoleName = (): ((role: string | null) => string) => {
  const t = useTexts(platformTexts)
  const bundles = useModules().flatMap(({ roleNames = [] }) => roleNames)
  return (role) => {
    if (role === null) return t('frame.noRole')
    const key = bundles.map(({ id }) => `${id}:${role}`).find((one) => i18next.exists(one))
    return key === undefined ? role : i18next.t(key)
  }
}
