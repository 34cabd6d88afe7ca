import { locales } from '../../rules/locale.ts'
import { platformTexts } from '../i18n/platform.ts'
import { useLocale, useTexts } from '../i18n/texts.ts'
import { usePreferences } from '../session/preferences.ts'

const names = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' } as const

/** nb, nn, en: the language changes at once and is kept with the person. */
export const LanguageSwitch = () => {
  const t = useTexts(platformTexts)
  const chosen = useLocale()
  const preferences = usePreferences()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in the header's row.
    <div role="group" aria-label={t('frame.language')} className="ff-header__tools">
      {locales.map((locale) => (
        <button
          key={locale}
          type="button"
          className="ff-tool"
          lang={locale}
          title={names[locale]}
          aria-label={`${locale} ${names[locale]}`}
          aria-pressed={locale === chosen}
          onClick={() => preferences.mutate({ locale })}
        >
          {locale}
        </button>
      ))}
    </div>
  )
}
