import i18next from 'i18next'
import { platformTexts } from './platform.ts'
import { useTexts } from './texts.ts'

/** The name of a role in the current language. Roles are data; one without a name is shown as its code. */
export const useRoleName = (): ((role: string | null) => string) => {
  const t = useTexts(platformTexts)
  return (role) => {
    if (role === null) return t('roles.unknown')
    const key = `${platformTexts.id}:roles.${role}`
    return i18next.exists(key) ? i18next.t(key) : role
  }
}
