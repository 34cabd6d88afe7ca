import { MoonIcon, SunIcon } from '@navikt/aksel-icons'
import { useState } from 'react'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import { usePreferences } from '../session/preferences.ts'

/** Light or dark at a press; the third choice, as the machine, stands among the preferences. */
export const ThemeSwitch = () => {
  const t = useTexts(platformTexts)
  const preferences = usePreferences()
  const [dark, setDark] = useState(() => document.documentElement.classList.contains('dark'))
  const label = dark ? t('frame.toLight') : t('frame.toDark')
  const change = () => {
    setDark(!dark)
    preferences.mutate({ theme: dark ? 'light' : 'dark' })
  }
  return (
    <button type="button" className="ff-tool" aria-label={label} title={label} onClick={change}>
      {dark ? <SunIcon aria-hidden /> : <MoonIcon aria-hidden />}
    </button>
  )
}
