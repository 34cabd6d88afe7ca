import { Radio, RadioGroup, Switch } from '@navikt/ds-react'
import { useState } from 'react'
import { type Locale, locales } from '../../rules/locale.ts'
import { pageTexts } from '../i18n/pages.ts'
import { platformTexts } from '../i18n/platform.ts'
import { useLocale, useTexts } from '../i18n/texts.ts'
import { Page } from '../parts/Page.tsx'
import { ProblemNotice } from '../parts/ProblemNotice.tsx'
import { SaveState } from '../parts/SaveState.tsx'
import type { ThemeChoice } from '../session/preferences.ts'
import { rememberedTheme, setShortcuts, shortcutsOn, usePreferences } from '../session/preferences.ts'

const languageNames: Readonly<Record<Locale, string>> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' }

/** Language, appearance and shortcuts. Each choice is kept as soon as it is made. */
export const PreferencesPage = () => {
  const t = useTexts(pageTexts)
  const frame = useTexts(platformTexts)
  const locale = useLocale()
  const preferences = usePreferences()
  const [theme, setTheme] = useState(rememberedTheme)
  const [shortcuts, setShortcutsShown] = useState(shortcutsOn)
  const themes: Readonly<Record<ThemeChoice, string>> = {
    system: frame('frame.themeSystem'),
    light: frame('frame.themeLight'),
    dark: frame('frame.themeDark'),
  }
  const chooseTheme = (choice: ThemeChoice) => {
    setTheme(choice)
    preferences.mutate({ theme: choice })
  }
  const chooseShortcuts = (on: boolean) => {
    setShortcutsShown(on)
    setShortcuts(on)
  }
  return (
    <Page
      narrow
      title={t('preferences.title')}
      lead={t('preferences.lead')}
      actions={
        <SaveState saving={preferences.isPending} savedAt={preferences.isSuccess ? preferences.submittedAt : null} />
      }
    >
      {preferences.isError ? <ProblemNotice error={preferences.error} /> : null}
      <RadioGroup
        legend={t('preferences.language')}
        description={t('preferences.languageHelp')}
        size="small"
        value={locale}
        onChange={(choice: Locale) => preferences.mutate({ locale: choice })}
      >
        {locales.map((one) => (
          <Radio key={one} value={one} lang={one}>
            {languageNames[one]}
          </Radio>
        ))}
      </RadioGroup>
      <RadioGroup legend={t('preferences.theme')} size="small" value={theme} onChange={chooseTheme}>
        {(['system', 'light', 'dark'] as const).map((one) => (
          <Radio key={one} value={one}>
            {themes[one]}
          </Radio>
        ))}
      </RadioGroup>
      <Switch
        size="small"
        checked={shortcuts}
        description={t('preferences.shortcutsHelp')}
        onChange={(event) => chooseShortcuts(event.target.checked)}
      >
        {t('preferences.shortcuts')}
      </Switch>
    </Page>
  )
}
