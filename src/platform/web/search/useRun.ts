import { useNavigate } from 'react-router'
import { press } from '../frame/shortcuts.ts'
import { usePreferences } from '../session/preferences.ts'
import { useLogout } from '../session/session.ts'
import type { Found } from './useFound.ts'

/** Opens what was found, or does it. */
export const useRun = (): ((found: Found) => void) => {
  const navigate = useNavigate()
  const { mutate: prefer } = usePreferences()
  const { mutate: logOut } = useLogout()
  return (found) => {
    if ('link' in found) navigate(found.link)
    else found.run({ go: navigate, prefer, logOut: () => logOut('here'), press })
  }
}
