import { isLocale, type Locale } from '../../rules/locale.ts'

const storageKey = 'fotfeste.locale'

/** The language chosen last on this machine, else the browser's, else bokmål. */
export const rememberedLocale = (): Locale => {
  const stored = localStorage.getItem(storageKey)
  if (isLocale(stored)) return stored
  const wanted = navigator.languages.map((tag) => tag.toLowerCase().replace(/^no\b/, 'nb').slice(0, 2))
  return wanted.find(isLocale) ?? 'nb'
}

/** Keeps the choice for theme.js and the next visit. */
export const rememberLocale = (locale: Locale): void => {
  localStorage.setItem(storageKey, locale)
  document.documentElement.lang = locale
}
