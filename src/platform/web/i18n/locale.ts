/** The languages of the interface: bokmål, nynorsk, English. */
export const locales = ['nb', 'nn', 'en'] as const

/** One of the languages. */
export type Locale = (typeof locales)[number]

/** The same words in every language; for the few that must be known before a module's texts are loaded. */
export type Words = Readonly<Record<Locale, string>>

/** Narrows a text from storage or the server to a language. */
export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)

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
