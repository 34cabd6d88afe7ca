import { MoonIcon, SunIcon } from '@navikt/aksel-icons'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import { usePreferences } from '../session/preferences.ts'
import { useSession } from '../session/session.ts'

/** Light or dark at a press; the third choice, as the machine, stands among the preferences. */
export const ThemeSwitch = () => {
  const t = useTexts(platformTexts)
  const preferences = usePreferences()
  // The session changes with the theme, wherever that is chosen; what is shown is what the machine made of the choice.
  useSession()
  const dark = document.documentElement.classList.contains('dark')
  const label = dark ? t('frame.toLight') : t('frame.toDark')
  return (
    <button
      type="button"
      className="ff-tool"
      aria-label={label}
      title={label}
      onClick={() => preferences.mutate({ theme: dark ? 'light' : 'dark' })}
    >
      {dark ? <SunIcon aria-hidden /> : <MoonIcon aria-hidden />}
    </button>
  )
}
