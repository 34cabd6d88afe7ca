/** The languages of the interface: bokmål, nynorsk, English. */
export const locales = ['nb', 'nn', 'en'] as const

/** One of the languages. */
export type Locale = (typeof locales)[number]

/** The same words in every language; for the few that must be known before a module's texts are loaded. */
export type Words = Readonly<Record<Locale, string>>

/** Narrows a text from storage or the server to a language. */
export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)
